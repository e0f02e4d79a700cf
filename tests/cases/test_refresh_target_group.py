"""The stored target group follows the title that is effective today."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import OperationalError

from agencies.models import Membership
from audit.models.entry import Verb
from cases import tasks
from cases.actions.refresh_target_group import refresh_target_group
from cases.models import Case, Participation, ResidencePeriod
from cases.models.residence_table import Title
from cases.models.vocabulary import TargetGroup
from cases.tasks import refresh_target_groups
from cases.without_agency import cases_with_a_changed_basis
from core.acting import acting
from core.today import day_is, today
from tests.factories import make_basis, take_up, working_as
from tests.trail import entries_for, no_entry, one_entry

DAY = timedelta(days=1)


def stored_group(case: Case, *, seen_by: Membership) -> str:
    with working_as(seen_by):
        return Case.objects.get(pk=case.pk).target_group


@pytest.fixture
def tolerated_until_today(lead: Membership) -> Case:
    """Her toleration ends tonight, and from tomorrow on she has a residence permit."""
    residence = {"title": Title.TOLERATION, "starts_on": today() - 90 * DAY, "effective_until": today()}
    case = take_up(lead, residence=residence)
    with working_as(lead):
        ResidencePeriod.objects.create(
            migrant=case.migrant,
            title=Title.RESIDENCE_PERMIT,
            basis="§ 25 Abs. 2 AufenthG",
            starts_on=today() + DAY,
        )
    return case


def test_nothing_changes_while_the_title_lasts(tolerated_until_today: Case, lead: Membership) -> None:
    with no_entry(lead), working_as(lead):
        assert refresh_target_group(tolerated_until_today.pk) is False
    assert stored_group(tolerated_until_today, seen_by=lead) == TargetGroup.TOLERATED


def test_on_the_day_of_the_new_title_the_group_changes(tolerated_until_today: Case, lead: Membership) -> None:
    with (
        one_entry(lead, Verb.CHANGED, case=tolerated_until_today, about="Case"),
        working_as(lead, on=today() + DAY),
    ):
        assert refresh_target_group(tolerated_until_today.pk) is True
        assert Participation.objects.get().target_group == TargetGroup.RECOGNISED
    assert stored_group(tolerated_until_today, seen_by=lead) == TargetGroup.RECOGNISED


def test_a_refresh_is_no_activity(tolerated_until_today: Case, lead: Membership) -> None:
    before = tolerated_until_today.last_activity
    with working_as(lead, on=today() + DAY):
        refresh_target_group(tolerated_until_today.pk)
        assert Case.objects.get().last_activity == before


def test_the_nightly_task_acts_for_the_leading_agency(tolerated_until_today: Case, lead: Membership) -> None:
    with day_is(today() + DAY):
        refresh_target_groups()
    assert stored_group(tolerated_until_today, seen_by=lead) == TargetGroup.RECOGNISED
    entry = entries_for(lead)[-1]
    assert (entry.channel, entry.agency_id, entry.actor_id) == ("task", lead.agency_id, None)


@pytest.mark.parametrize(("days", "found"), [(-1, 0), (0, 1), (1, 1), (7, 1), (8, 0)])
def test_the_sweep_looks_back_over_the_days_it_may_have_missed(
    days: int, found: int, tolerated_until_today: Case, lead: Membership
) -> None:
    """Counted from the day of the change: the last day of the one title, the first of the next."""
    until = today() + DAY + days * DAY
    changed = cases_with_a_changed_basis(since=until - 7 * DAY, until=until)
    assert changed == [(tolerated_until_today.pk, lead.agency_id)] * found


def test_the_sweep_always_asks_about_unaccompanied_minors(lead: Membership) -> None:
    """Nobody enters the eighteenth birthday."""
    birthday = today() + 30 * DAY
    case = take_up(
        lead, unaccompanied_minor=True, birth=birthday.replace(year=birthday.year - 18).isoformat()
    )
    assert case.target_group == TargetGroup.UNACCOMPANIED_MINOR
    for day, group in [(birthday - DAY, "unaccompanied_minor"), (birthday, "undetermined")]:
        with day_is(day):
            refresh_target_groups()
        assert stored_group(case, seen_by=lead) == group


def test_a_lead_agency_without_a_basis_for_residence_does_not_unsettle_the_group(lead: Membership) -> None:
    """What the leading agency may not read any more is not unknown."""
    residence = {"title": Title.TOLERATION, "starts_on": today() - 90 * DAY}
    case = take_up(lead, residence=residence, basis=make_basis(valid_until=today() + DAY))
    with acting(lead.agency_id, on=today() + DAY):
        assert refresh_target_group(case.pk) is False
    assert stored_group(case, seen_by=lead) == TargetGroup.TOLERATED


def test_a_case_that_somebody_writes_in_does_not_stop_the_others(
    tolerated_until_today: Case,
    lead: Membership,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    busy = take_up(lead, residence={"title": Title.TOLERATION, "starts_on": today()})

    def follow(case_id: UUID) -> None:
        if case_id == busy.pk:
            raise OperationalError("Amina Karimi")
        refresh_target_group(case_id)

    monkeypatch.setattr(tasks, "refresh_target_group", follow)
    with day_is(today() + DAY):
        refresh_target_groups()
        assert stored_group(tolerated_until_today, seen_by=lead) == TargetGroup.RECOGNISED
    assert str(busy.pk) in caplog.text
    assert "Karimi" not in caplog.text
