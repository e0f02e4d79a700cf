"""Ending a participation closes the case for the agency at once, or from a day on."""

from datetime import date, timedelta

import pytest
from django.http import Http404

from agencies.models import Membership
from audit.models.entry import Verb
from cases.actions.bring_in_agency import bring_in_agency
from cases.actions.end_participation import end_participation
from cases.models import Case, Interview, InterviewAnswer, LegalBasis, Participation
from core.refusal import Refusal
from core.today import today
from tests.factories import bring_in, interview, make_agency, take_up, working_as
from tests.trail import no_entry, one_entry


def end(
    participation: Participation, *, by: Membership, on: date | None = None, reason: str = "erledigt"
) -> None:
    with working_as(by):
        end_participation(participation, case=participation.case, by=by, on=on, reason=reason)


def test_the_case_is_gone_at_once(
    shared_case: Case, jobcentre_in_case: Participation, lead: Membership, partner: Membership
) -> None:
    end(jobcentre_in_case, by=lead)
    with working_as(partner):
        assert not Case.objects.visible_to(partner).exists()
        assert not partner.may("view_case", shared_case)


def test_it_keeps_nothing_of_the_others_and_nothing_of_its_own_in_the_case(
    shared_case: Case, jobcentre_in_case: Participation, lead: Membership, partner: Membership
) -> None:
    interview(shared_case, by=lead, shared=["work"])
    interview(shared_case, by=partner, kept=["work"])
    with working_as(partner):
        assert InterviewAnswer.objects.visible_to(partner).count() == 2
    end(jobcentre_in_case, by=lead)
    with working_as(partner):
        assert not InterviewAnswer.objects.visible_to(partner).exists()
        assert not Interview.objects.exists()


def test_from_a_day_on(jobcentre_in_case: Participation, lead: Membership, partner: Membership) -> None:
    day = today() + timedelta(days=3)
    end(jobcentre_in_case, by=lead, on=day)
    for seen_on, seen in [(today(), True), (day - timedelta(days=1), True), (day, False)]:
        with working_as(partner, on=seen_on):
            assert Case.objects.visible_to(partner).exists() is seen


def test_a_participation_that_has_not_begun_never_begins(
    case: Case, lead: Membership, uninvolved: Membership, basis: LegalBasis
) -> None:
    begins = today() + timedelta(days=5)
    future = bring_in(case, uninvolved.agency, by=lead, starts_on=begins)
    end(future, by=lead)
    for day in (today(), begins, begins + timedelta(days=1)):
        with working_as(uninvolved, on=day):
            assert not Case.objects.visible_to(uninvolved).exists()
    with working_as(lead):
        areas = {"work": basis}
        bring_in_agency(case, agency=uninvolved.agency, access="read", areas=areas, by=lead, starts_on=begins)


def test_ending_is_one_entry_with_the_reason(
    shared_case: Case, jobcentre_in_case: Participation, lead: Membership
) -> None:
    with one_entry(lead, Verb.ENDED, case=shared_case, about="Participation", reason="Umzug"):
        end(jobcentre_in_case, by=lead, reason="Umzug")
    with working_as(lead):
        jobcentre_in_case.refresh_from_db()
    assert (jobcentre_in_case.ends_on, jobcentre_in_case.ended_by) == (today(), str(lead))


def test_the_leading_agency_stays(case: Case, lead: Membership) -> None:
    with working_as(lead):
        own = Participation.objects.get(case=case)
    with no_entry(lead), pytest.raises(Refusal):
        end(own, by=lead)


def test_what_has_ended_cannot_end_again(jobcentre_in_case: Participation, lead: Membership) -> None:
    end(jobcentre_in_case, by=lead)
    with no_entry(lead), pytest.raises(Refusal):
        end(jobcentre_in_case, by=lead)


def test_not_in_the_past(jobcentre_in_case: Participation, lead: Membership) -> None:
    with no_entry(lead), pytest.raises(Refusal) as refusal:
        end(jobcentre_in_case, by=lead, on=today() - timedelta(days=1))
    assert refusal.value.field == "ends_on"


def test_ending_does_not_prolong(case: Case, lead: Membership, uninvolved: Membership) -> None:
    last = today() + timedelta(days=5)
    participation = bring_in(case, uninvolved.agency, by=lead, ends_on=last)
    with no_entry(lead), pytest.raises(Refusal) as refusal:
        end(participation, by=lead, on=last + timedelta(days=1))
    assert refusal.value.field == "ends_on"
    end(participation, by=lead, on=last - timedelta(days=1))
    with working_as(uninvolved, on=last - timedelta(days=1)):
        assert not Case.objects.visible_to(uninvolved).exists()


def test_a_participation_in_another_case_does_not_exist(case: Case, lead: Membership) -> None:
    elsewhere = bring_in(take_up(lead), make_agency(), by=lead)
    with no_entry(lead), working_as(lead), pytest.raises(Http404):
        end_participation(elsewhere, case=case, by=lead, reason="erledigt")
