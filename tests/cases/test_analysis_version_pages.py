"""Versions of an analysis as pages: their list, two side by side, an earlier one made the present one again."""

import pytest
from django.urls import reverse

from agencies.models import Membership
from cases.models import AnalysisVersion, Case, CaseAnalysis, Draft
from tests.cases.test_write_analysis import write
from tests.factories import analysis, client_for, working_as


@pytest.fixture
def changed(shared_case: Case, lead: Membership) -> CaseAnalysis:
    """The lead's analysis in its second version."""
    written = analysis(shared_case, by=lead, shared=["work"], word="Zuerst")
    return write(shared_case, by=lead, analysis=written, title="Danach", texts={"goals": "Danach"})


def url(name: str, written: CaseAnalysis, **more: object) -> str:
    return reverse(f"cases:{name}", kwargs={"case_id": written.case_id, "analysis_id": written.pk, **more})


def first_version(written: CaseAnalysis, *, reader: Membership) -> AnalysisVersion:
    with working_as(reader):
        return written.versions.get(number=1)


def test_the_latest_version_stands_first(changed: CaseAnalysis, lead: Membership) -> None:
    response = client_for(lead).get(url("analysis_versions", changed))
    assert [each.number for each in response.context["versions"]] == [2, 1]
    assert lead.user.name in response.content.decode()


def test_two_versions_stand_side_by_side(changed: CaseAnalysis, lead: Membership) -> None:
    response = client_for(lead).get(url("analysis_comparison", changed), {"before": "2", "after": "1"})
    assert (response.context["before"].number, response.context["after"].number) == (1, 2)
    page = response.content.decode()
    assert "Zuerst" in page
    assert "Danach" in page


@pytest.mark.parametrize("number", ["0", "3", "-1", "x", "²", "9" * 30])
def test_a_version_that_does_not_exist_is_not_found(
    changed: CaseAnalysis, lead: Membership, number: str
) -> None:
    response = client_for(lead).get(url("analysis_comparison", changed), {"before": number})
    assert response.status_code == 404


def test_an_analysis_of_one_version_compares_with_itself(case: Case, lead: Membership) -> None:
    response = client_for(lead).get(url("analysis_comparison", analysis(case, by=lead)))
    assert (response.context["before"].number, response.context["after"].number) == (1, 1)
    assert not response.context["may_restore"]


def test_restoring_makes_the_next_version(changed: CaseAnalysis, lead: Membership) -> None:
    client, first = client_for(lead), first_version(changed, reader=lead)
    response = client.post(url("analysis_restoration", changed, version_id=first.pk))
    assert (response.status_code, response["Location"]) == (303, url("analysis", changed))
    with working_as(lead):
        changed.refresh_from_db()
        assert (changed.title, changed.version) == ("Zuerst", 3)


def test_a_version_is_restored_in_its_own_analysis_alone(changed: CaseAnalysis, lead: Membership) -> None:
    first = first_version(changed, reader=lead)
    other = analysis(changed.case, by=lead)
    assert client_for(lead).post(url("analysis_restoration", other, version_id=first.pk)).status_code == 404


def test_versions_are_the_writing_agencys_alone(
    changed: CaseAnalysis, lead: Membership, partner: Membership, reader: Membership
) -> None:
    first = first_version(changed, reader=lead)
    for name in ("analysis_versions", "analysis_comparison"):
        assert client_for(partner).get(url(name, changed)).status_code in {403, 404}
        assert client_for(reader).get(url(name, changed)).status_code == 404
    restoration = url("analysis_restoration", changed, version_id=first.pk)
    assert client_for(partner).post(restoration).status_code in {403, 404}


def test_the_draft_of_an_edit_leads_back_to_that_edit(changed: CaseAnalysis, lead: Membership) -> None:
    client, to = client_for(lead), url("analysis_edit", changed)
    sent = {"title": "Noch nicht fertig", "version": "2", "draft": "1"}
    assert client.post(to, sent)["Location"] == to

    with working_as(lead):
        (draft,) = Draft.objects.visible_to(lead)
    assert draft.get_absolute_url() == to
    assert client.get(to).context["form"]["title"].value() == "Noch nicht fertig"
    new = client.get(reverse("cases:analysis_new", args=[changed.case_id]))
    assert new.context["form"]["title"].value() != "Noch nicht fertig"


def test_discarding_the_draft_of_an_edit_shows_what_is_stored(
    changed: CaseAnalysis, lead: Membership
) -> None:
    client, to = client_for(lead), url("analysis_edit", changed)
    client.post(to, {"title": "Noch nicht fertig", "version": "2", "draft": "1"})
    discard = reverse("cases:draft_discard", kwargs={"case_id": changed.case_id, "kind": "analysis"})
    response = client.post(discard, {"about": str(changed.pk)})
    assert response["Location"] == to
    assert client.get(to).context["form"]["title"].value() == "Danach"
