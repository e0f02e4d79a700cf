"""Who is told that an agency is brought into a case, and that its participation ends."""

from datetime import timedelta

import pytest

from agencies.models import Agency, Membership, Notification, NotificationKind
from agencies.roles import Role
from cases.actions.end_participation import end_participation
from cases.actions.name_contact import name_contact
from cases.models import Case, Participation
from core.today import today
from tests.factories import bring_in, make_membership, working_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobcentre_lead(jobcentre: Agency) -> Membership:
    """She distributes the work of the jobcentre."""
    return make_membership(jobcentre, Role.TEAM_LEAD, name="Jana Leitung")


def told(membership: Membership) -> list[str]:
    """Kinds of the notices she has, the latest first."""
    with working_as(membership):
        return [notice.kind for notice in Notification.objects.visible_to(membership)]


def end(participation: Participation, *, by: Membership, in_days: int = 0) -> None:
    with working_as(by):
        on = today() + timedelta(days=in_days)
        end_participation(participation, case=participation.case, by=by, reason="erledigt", on=on)


def test_the_team_lead_hears_that_her_agency_is_in_a_case(
    case: Case, lead: Membership, partner: Membership, jobcentre_lead: Membership
) -> None:
    bring_in(case, partner.agency, by=lead)
    assert told(jobcentre_lead) == [NotificationKind.BROUGHT_IN]
    assert told(partner) == told(lead) == []
    with working_as(jobcentre_lead):
        notice = Notification.objects.get()
    assert (notice.path, notice.case_number) == (f"/cases/{case.pk}/", case.number)


def test_without_a_team_lead_all_who_work_on_cases_hear_it(
    case: Case, lead: Membership, partner: Membership
) -> None:
    gone = make_membership(partner.agency, Role.TEAM_LEAD, ends_on=today())
    writer = make_membership(partner.agency, Role.MODERATOR)
    bring_in(case, partner.agency, by=lead)
    assert told(partner) == [NotificationKind.BROUGHT_IN]
    assert told(gone) == told(writer) == []


def test_team_lead_and_responsible_person_hear_that_it_ends(
    case: Case, lead: Membership, partner: Membership, jobcentre_lead: Membership
) -> None:
    participation = bring_in(case, partner.agency, by=lead)
    with working_as(partner):
        name_contact(case, responsible=partner, telephone="", file_number="", by=partner)
    end(participation, by=lead)
    assert told(partner) == [NotificationKind.PARTICIPATION_ENDS]
    assert told(jobcentre_lead) == [NotificationKind.PARTICIPATION_ENDS, NotificationKind.BROUGHT_IN]


def test_an_earlier_end_is_told_again(case: Case, lead: Membership, partner: Membership) -> None:
    participation = bring_in(case, partner.agency, by=lead)
    end(participation, by=lead, in_days=9)
    end(participation, by=lead, in_days=3)
    assert told(partner).count(NotificationKind.PARTICIPATION_ENDS) == 2
