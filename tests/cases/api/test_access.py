"""Who is let in at all: the session with its token, a membership in force, not too often."""

import json

import pytest
from django.test import Client

from agencies.models import Membership
from cases.actions.change_phase import change_phase
from cases.models import Case, PhaseChange
from core.api_throttle import CallsPerPerson
from core.refusal import Refusal
from tests.cases.api.calls import ROOT, Api, entries, of, problems, said
from tests.factories import PASSWORD, working_as


@pytest.mark.parametrize("address", ["cases/", "agencies/", "legal-bases/", "schema/", "nowhere/", ""])
@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "options", "head"])
@pytest.mark.django_db
def test_anonymous_is_answered_in_json_and_never_sent_elsewhere(method: str, address: str) -> None:
    response = getattr(Client(), method)(ROOT + address)
    assert (response.status_code, response.headers["Content-Type"]) == (403, "application/json")


def test_a_write_needs_the_token_of_the_session(case: Case, lead: Membership) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(lead.user)
    address, body = ROOT + of(case, "phases/"), {"phase": "planning", "reason": "weiter"}
    assert client.post(address, body, content_type="application/json").status_code == 403
    client.get("/accounts/login/")
    client.cookies["csrftoken"] = token = "t" * 32
    headers = {"X-CSRFToken": token}
    response = client.post(address, body, content_type="application/json", headers=headers)
    assert response.status_code == 201, response.content


def test_a_password_in_a_header_is_no_sign_in(case: Case, lead: Membership) -> None:
    client = Client(headers={"Authorization": f"Basic {lead.user.email}:{PASSWORD}"})
    assert client.get(ROOT + of(case)).status_code == 403


def test_an_answer_is_kept_nowhere(case: Case, lead: Membership) -> None:
    response = Api(lead).get(of(case))
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_it_counts_the_calls_of_a_person(
    lead: Membership, partner: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CallsPerPerson, "rate", "2/minute")
    api = Api(lead)
    assert [api.get("agencies/").status_code for _ in range(3)] == [200, 200, 429]
    refused = api.get("agencies/")
    assert int(refused.headers["Retry-After"]) > 0
    assert said(refused)["detail"]
    assert Api(partner).get("agencies/").status_code == 200


def test_an_undone_call_counts_too(lead: Membership, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CallsPerPerson, "rate", "2/minute")
    api = Api(lead)
    assert [api.get("nowhere/").status_code for _ in range(3)] == [404, 404, 429]


def test_a_refusal_undoes_what_was_already_written(
    case: Case, lead: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half_done(subject: Case, *, to: str, by: Membership, reason: str) -> PhaseChange:
        change_phase(subject, to=to, by=by, reason=reason)
        raise Refusal("Es geht nicht.", field="phase")

    monkeypatch.setattr("cases.api.views.phases.change_phase", half_done)
    response = Api(lead).post(of(case, "phases/"), {"phase": "planning", "reason": "weiter"})
    assert problems(response) == {"phase": ["Es geht nicht."]}
    with working_as(lead):
        assert PhaseChange.objects.filter(case=case).count() == 1
    assert entries() == []


def test_an_error_names_the_code_of_the_request(lead: Membership) -> None:
    first, second = (json.loads(Api(lead).get("nowhere/").content) for _ in range(2))
    assert len(first["code"]) == 8
    assert first["code"] != second["code"]
    assert first["detail"] == second["detail"]
