"""Asking for an analysis as a PDF leaves a job; the worker asks for the permission again."""

import pytest
from django.http import Http404

from agencies.models import Membership
from audit.models.entry import Verb
from cases.actions import request_pdf as action
from cases.actions.request_pdf import request_pdf
from cases.models import AnalysisPdf, Case, CaseAnalysis
from tests.factories import analysis, make_membership, working_as
from tests.trail import no_entry, one_entry


@pytest.fixture
def open_to_partner(shared_case: Case, lead: Membership) -> CaseAnalysis:
    """An analysis of the lead, with a row that the partner may read."""
    return analysis(shared_case, by=lead, shared=["work"])


@pytest.fixture
def kept_by_lead(shared_case: Case, lead: Membership) -> CaseAnalysis:
    """An analysis of the lead of which nothing is shared."""
    return analysis(shared_case, by=lead, kept=["work"])


def ask(wanted: CaseAnalysis, *, by: Membership, language: str = "de") -> AnalysisPdf:
    with working_as(by):
        return request_pdf(wanted, by=by, language=language)


def test_the_job_is_hers(open_to_partner: CaseAnalysis, partner: Membership) -> None:
    job = ask(open_to_partner, by=partner)
    assert (job.requester, job.agency, job.case_id) == (partner, partner.agency, open_to_partner.case_id)
    assert (job.state, job.language) == ("waiting", "de")


def test_the_worker_is_woken_with_ids_alone_after_the_commit(
    open_to_partner: CaseAnalysis,
    partner: Membership,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    woken: list[tuple[object, ...]] = []
    monkeypatch.setattr(action, "wake", lambda *ids: woken.append(ids))
    job = ask(open_to_partner, by=partner)
    assert woken == [(action.TASK, job.pk, partner.agency_id)]


def test_asking_is_one_entry(open_to_partner: CaseAnalysis, partner: Membership) -> None:
    with one_entry(partner, Verb.REQUESTED, case=open_to_partner.case, about="AnalysisPdf", reason=""):
        ask(open_to_partner, by=partner)


def test_asking_twice_is_one_job_and_one_entry(open_to_partner: CaseAnalysis, partner: Membership) -> None:
    first = ask(open_to_partner, by=partner)
    with no_entry(partner):
        assert ask(open_to_partner, by=partner) == first


def test_another_language_or_person_is_another_job(
    open_to_partner: CaseAnalysis, partner: Membership
) -> None:
    jobs = {
        ask(open_to_partner, by=partner),
        ask(open_to_partner, by=partner, language="en"),
        ask(open_to_partner, by=make_membership(partner.agency)),
    }
    assert len(jobs) == 3


@pytest.mark.parametrize("who", ["partner", "reader", "uninvolved", "moderator", "ended", "inactive"])
def test_what_she_does_not_see_she_gets_on_no_paper(
    who: str, kept_by_lead: CaseAnalysis, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)
    with pytest.raises(Http404):
        ask(kept_by_lead, by=by)
