"""A membership ends, or its roles are taken away, while somebody works: her next click, call and job get nothing."""

from pathlib import Path

import pytest
from django.test import Client, override_settings

from agencies.actions.change_roles import change_roles
from agencies.actions.end_membership import end_membership
from agencies.models import Membership
from agencies.roles import Role
from cases.actions.make_pdf import make_pdf
from cases.actions.request_pdf import request_pdf
from cases.models import AnalysisPdf, Case
from core.today import today
from tests.factories import analysis, client_for, working_as


def end(membership: Membership, *, by: Membership) -> None:
    with working_as(by):
        end_membership(membership, reason="Wechsel", by=by)


def is_signed_in(client: Client) -> bool:
    return client.get("/roles/").status_code == 200


def test_her_next_click_and_call_find_nobody(
    shared_case: Case, partner: Membership, access_administrator: Membership
) -> None:
    client = client_for(partner)
    pages = ["/", "/cases/", f"/cases/{shared_case.pk}/"]
    assert {client.get(path).status_code for path in pages} == {200}
    end(partner, by=access_administrator)
    assert {client.get(path).headers.get("Location", "")[:16] for path in pages} == {"/accounts/login/"}
    assert client.get(f"/api/v1/cases/{shared_case.pk}/").status_code == 403
    assert client.post("/api/v1/cases/", {}, content_type="application/json").status_code == 403


def test_with_another_agency_she_stays_signed_in_for_that_one(
    shared_case: Case, in_two_agencies: tuple[Membership, Membership], access_administrator: Membership
) -> None:
    in_the_case, elsewhere = in_two_agencies
    client = client_for(in_the_case)
    assert client.get(f"/cases/{shared_case.pk}/").status_code == 200
    end(in_the_case, by=access_administrator)
    assert client.get(f"/cases/{shared_case.pk}/").status_code == 404
    assert client.get(f"/api/v1/cases/{shared_case.pk}/").status_code == 404
    page = client.get("/cases/")
    assert page.status_code == 200
    assert elsewhere.agency.short_name in page.content.decode()


def test_a_paper_that_waits_is_not_made(
    shared_case: Case, partner: Membership, access_administrator: Membership, tmp_path: Path
) -> None:
    written = analysis(shared_case, by=partner, shared=["work"])
    with working_as(partner):
        job = request_pdf(written, by=partner)
    end(partner, by=access_administrator)
    with override_settings(FILES_DIR=tmp_path):
        make_pdf(job.pk, agency_id=partner.agency_id)
        with working_as(partner):
            job = AnalysisPdf.objects.get(pk=job.pk)
        assert (job.state, job.error_code) == ("failed", "no_access")
        assert not job.path.exists()


def test_a_role_taken_away_is_a_clear_page_at_the_next_click(
    shared_case: Case, partner: Membership, access_administrator: Membership
) -> None:
    client = client_for(partner)
    with working_as(access_administrator):
        change_roles(partner, roles=[Role.MODERATOR], telephone="", by=access_administrator)
    listed = client.get("/cases/")
    assert listed.status_code == 403
    assert "/roles/" in listed.content.decode()
    assert client.get(f"/cases/{shared_case.pk}/").status_code == 404
    assert client.get("/").status_code == 200


def test_what_she_was_writing_when_her_role_was_taken_away_stands_on_the_page(
    shared_case: Case, partner: Membership, access_administrator: Membership, lead: Membership
) -> None:
    client, address = client_for(partner), f"/cases/{shared_case.pk}/notes/new/"
    typed = {"text": "Anruf der <b>Schule</b>:\nmorgen um acht", "spoke_with": "Herr Adam"}
    writer = client.get(address).content.decode().partition('name="writer" value="')[2].partition('"')[0]
    with working_as(access_administrator):
        change_roles(partner, roles=[Role.MODERATOR], telephone="", by=access_administrator)
    refused = client.post(address, {**typed, "writer": writer})
    assert refused.status_code == 404
    page = refused.content.decode()
    assert "Anruf der &lt;b&gt;Schule&lt;/b&gt;:\nmorgen um acht" in page
    assert "Herr Adam" in page
    # A page of somebody else's making shows nothing, and neither does a form that was given to a colleague.
    for who, sent in ((client, typed), (client_for(lead), {**typed, "writer": writer})):
        elsewhere = f"/cases/{shared_case.pk}0/notes/new/"
        assert "Anruf" not in who.post(elsewhere, sent).content.decode()


def test_an_administrators_role_taken_away_closes_her_pages(
    delegated_administrator: Membership, access_administrator: Membership
) -> None:
    client = client_for(delegated_administrator)
    assert client.get("/administration/agencies/").status_code == 200
    with working_as(access_administrator):
        change_roles(delegated_administrator, roles=[Role.CASEWORKER], telephone="", by=access_administrator)
    assert client.get("/administration/agencies/").status_code == 403


def test_ended_on_a_day_she_works_until_then(
    shared_case: Case, partner: Membership, access_administrator: Membership
) -> None:
    client = client_for(partner)
    with working_as(access_administrator):
        tomorrow = today().fromordinal(today().toordinal() + 1)
        end_membership(partner, reason="Wechsel", by=access_administrator, on=tomorrow)
    assert client.get(f"/cases/{shared_case.pk}/").status_code == 200
    assert is_signed_in(client)


@pytest.mark.django_db
def test_whoever_signs_in_again_is_told_that_she_belongs_nowhere(
    partner: Membership, access_administrator: Membership
) -> None:
    before = client_for(partner)
    end(partner, by=access_administrator)
    assert not is_signed_in(before)
    partner.user.refresh_from_db()
    again = Client()
    again.force_login(partner.user)
    assert again.get("/").status_code == 200
    assert again.get("/cases/").status_code == 403
