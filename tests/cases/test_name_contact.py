"""Naming the contact of one's own agency."""

import pytest

from agencies.models import Membership
from agencies.roles import Role
from audit.models.entry import Verb
from cases.actions.name_contact import name_contact
from cases.models import Case, Participation
from core.refusal import Refusal
from core.today import today
from tests.factories import make_membership, make_user, working_as
from tests.trail import CANARY, no_entry, one_entry


def name(case: Case, responsible: Membership | None, *, by: Membership, text: str = "") -> Participation:
    with working_as(by):
        return name_contact(case, responsible=responsible, telephone=text, file_number=text, by=by)


def test_it_is_written_into_the_own_participation_alone(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    own = name(shared_case, partner, by=partner, text="05231 62")
    assert (own.agency, own.responsible) == (partner.agency, partner)
    assert (own.telephone, own.file_number) == ("05231 62", "05231 62")
    with working_as(lead):
        others = Participation.objects.exclude(agency=partner.agency)
        assert set(others.values_list("telephone", flat=True)) == {""}


def test_nobody_named_is_an_answer(shared_case: Case, partner: Membership) -> None:
    name(shared_case, partner, by=partner)
    assert name(shared_case, None, by=partner).responsible is None


def test_it_is_one_entry_without_content(shared_case: Case, partner: Membership) -> None:
    with one_entry(partner, Verb.CHANGED, case=shared_case, about="Participation", reason=""):
        name(shared_case, partner, by=partner, text=CANARY)


def test_somebody_of_another_agency_is_refused(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    with no_entry(partner), pytest.raises(Refusal) as refusal:
        name(shared_case, lead, by=partner)
    assert refusal.value.field == "responsible"


@pytest.mark.parametrize("why", ["moderates", "left", "closed account"])
def test_somebody_who_does_not_work_on_cases_is_refused(
    why: str, shared_case: Case, partner: Membership
) -> None:
    colleague = {
        "moderates": lambda: make_membership(partner.agency, Role.MODERATOR),
        "left": lambda: make_membership(partner.agency, ends_on=today()),
        "closed account": lambda: make_membership(partner.agency, user=make_user(is_active=False)),
    }[why]()
    with no_entry(partner), pytest.raises(Refusal) as refusal:
        name(shared_case, colleague, by=partner)
    assert refusal.value.field == "responsible"
