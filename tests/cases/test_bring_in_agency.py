"""Bringing in an agency: how far, in which life areas, on which basis, for how long."""

from datetime import timedelta
from typing import Any

import pytest

from agencies.models import Agency, Membership
from audit.models.entry import Verb
from cases.actions.bring_in_agency import bring_in_agency
from cases.actions.end_participation import end_participation
from cases.models import Case, InterviewAnswer, LegalBasis, Participation, ResidencePeriod
from cases.models.vocabulary import Access
from core.refusal import Refusal
from core.today import today
from tests.factories import bring_in, interview, make_agency, make_basis, working_as
from tests.trail import CANARY, no_entry, one_entry

TOMORROW = timedelta(days=1)


def grants(membership: Membership, case: Case) -> set[str]:
    """What the agency may do with the case today."""
    with working_as(membership):
        found = Case.objects.visible_to(membership).filter(pk=case.pk).first()
        names = ("view_case", "change_case", "steer_case")
        return {name for name in names if found and membership.may(name, found)}


@pytest.mark.parametrize(
    ("access", "allowed"), [(Access.READ, {"view_case"}), (Access.CONTRIBUTE, {"view_case", "change_case"})]
)
def test_the_access_says_how_far(
    access: str, allowed: set[str], case: Case, lead: Membership, uninvolved: Membership
) -> None:
    assert grants(uninvolved, case) == set()
    bring_in(case, uninvolved.agency, by=lead, access=access)
    assert grants(uninvolved, case) == allowed


def test_what_was_shared_is_open_in_the_areas_named(
    case: Case, lead: Membership, uninvolved: Membership
) -> None:
    interview(case, by=lead, shared=["work", "health"], kept=["finances"])
    bring_in(case, uninvolved.agency, by=lead, areas=["work", "finances"])
    with working_as(uninvolved):
        assert [answer.life_area for answer in InterviewAnswer.objects.visible_to(uninvolved)] == ["work"]
        assert not ResidencePeriod.objects.visible_to(uninvolved).exists()


def test_a_basis_that_is_no_law_any_more_opens_nothing(
    case: Case, lead: Membership, uninvolved: Membership
) -> None:
    interview(case, by=lead, shared=["work"])
    bring_in(case, uninvolved.agency, by=lead, areas=["work"], basis=make_basis(valid_until=today()))
    with working_as(uninvolved):
        assert Case.objects.visible_to(uninvolved).exists()
        assert not InterviewAnswer.objects.visible_to(uninvolved).exists()


def test_the_day_of_the_end_is_the_first_without_access(
    case: Case, lead: Membership, uninvolved: Membership
) -> None:
    bring_in(case, uninvolved.agency, by=lead, ends_on=today() + TOMORROW)
    assert grants(uninvolved, case)
    with working_as(uninvolved, on=today() + TOMORROW):
        assert not Case.objects.visible_to(uninvolved).exists()


def test_an_agency_that_was_in_the_case_comes_back(
    case: Case, lead: Membership, uninvolved: Membership
) -> None:
    first = bring_in(case, uninvolved.agency, by=lead)
    with working_as(lead):
        end_participation(first, case=case, by=lead, reason="erledigt")
    assert grants(uninvolved, case) == set()
    bring_in(case, uninvolved.agency, by=lead, access=Access.READ)
    assert grants(uninvolved, case) == {"view_case"}


def test_the_grant_says_by_whom_and_copies_the_case(
    case: Case, lead: Membership, youth_office: Agency
) -> None:
    participation = bring_in(case, youth_office, by=lead)
    with working_as(lead):
        case.refresh_from_db()
        participation.refresh_from_db()
    assert participation.granted_by == str(lead)
    assert (participation.phase, participation.target_group) == (case.phase, case.target_group)
    assert participation.last_activity == case.last_activity


def test_bringing_in_is_one_entry_with_the_bases(case: Case, lead: Membership, youth_office: Agency) -> None:
    first, second = make_basis(), make_basis()
    named = ", ".join(sorted(str(basis) for basis in (first, second)))
    with (
        one_entry(lead, Verb.GRANTED, case=case, about="Participation", reason=named),
        working_as(lead),
    ):
        areas = {"work": second, "health": first, "family": first}
        bring_in_agency(case, agency=youth_office, access=Access.READ, areas=areas, by=lead)


def test_a_title_with_content_does_not_reach_the_trail(
    case: Case, lead: Membership, youth_office: Agency
) -> None:
    basis = make_basis(title=CANARY)
    with one_entry(lead, Verb.GRANTED, case=case, about="Participation"):
        bring_in(case, youth_office, by=lead, basis=basis)


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("access", {"access": Access.LEAD}),
        ("areas", {"areas": {}}),
        ("ends_on", {"ends_on": today()}),
        ("ends_on", {"starts_on": today() + TOMORROW, "ends_on": today()}),
    ],
)
def test_nonsense_is_refused_with_a_sentence(
    *,
    field: str,
    changed: dict[str, Any],
    case: Case,
    lead: Membership,
    youth_office: Agency,
    basis: LegalBasis,
) -> None:
    arguments: dict[str, Any] = {"agency": youth_office, "access": Access.READ, "areas": {"work": basis}}
    with no_entry(lead), working_as(lead):
        with pytest.raises(Refusal) as refusal:
            bring_in_agency(case, by=lead, **{**arguments, **changed})
        assert refusal.value.field == field
        assert refusal.value.sentence
        assert Participation.objects.filter(case=case).count() == 1


def test_an_agency_that_left_fallbruecke_is_refused(case: Case, lead: Membership) -> None:
    with pytest.raises(Refusal) as refusal:
        bring_in(case, make_agency(active=False), by=lead)
    assert refusal.value.field == "agency"


@pytest.mark.parametrize("whose", ["lead", "partner"])
def test_an_agency_takes_part_once_at_a_time(
    whose: str, shared_case: Case, lead: Membership, request: pytest.FixtureRequest
) -> None:
    agency = request.getfixturevalue(whose).agency
    with no_entry(lead), pytest.raises(Refusal) as refusal:
        bring_in(shared_case, agency, by=lead)
    assert refusal.value.field == "agency"
