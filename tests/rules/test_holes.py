"""The property test can fail: each of these holes in the rule turns it red."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.db import connections, models

from agencies.models import Membership
from agencies.roles import CODENAMES, Role
from cases import case_list
from cases.models import Draft, ParticipationArea, case_queryset, part
from cases.models.draft import DraftQuerySet
from cases.models.part import SharedPartQuerySet
from cases.models.participation_rule import in_force
from core.keyset import Position
from core.today import today
from tests.rules import checks
from tests.rules.worlds import World

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])

Check = Callable[[World], None]
Patch = pytest.MonkeyPatch


def is_seen(check: Check, *, worlds: int = 100) -> bool:
    """Whether the check fails in one of the worlds."""
    try:
        checks.in_worlds(check, range(worlds))
    except AssertionError:
        return True
    return False


def law(statement: str) -> None:
    """Change the database of this test, as the owner."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(statement)


# --- Holes in the rule ----------------------------------------------------------------------------------------


def ended_participations_count(patch: Patch) -> None:
    patch.setattr(case_queryset, "in_force", lambda **_: models.Q())


def the_day_of_the_end_counts(patch: Patch) -> None:
    def until_the_end(*, prefix: str = "") -> models.Q:
        ended = models.Q(**{f"{prefix}ends_on__lt": today()})
        return models.Q(**{f"{prefix}starts_on__lte": today()}) & ~ended

    patch.setattr(case_queryset, "in_force", until_the_end)


def every_role_lists_cases(patch: Patch) -> None:
    patch.setattr(Membership, "allows", lambda self, _: self.is_in_force())


def watching_roles_add_up(patch: Patch) -> None:
    patch.setattr(Membership, "acting_roles", property(lambda self: frozenset(self.roles)))


def access_administrators_work_on_cases(patch: Patch) -> None:
    patch.setitem(CODENAMES, Role.ACCESS_ADMINISTRATOR, CODENAMES[Role.CASEWORKER])


def shared_is_shared_with_all(patch: Patch) -> None:
    def too_much(self: SharedPartQuerySet[Any], membership: Membership) -> models.QuerySet[Any]:
        own = models.Q(agency_id=membership.agency_id)
        return self._in_visible_cases(membership).filter(own | models.Q(shared=True))

    patch.setattr(SharedPartQuerySet, "visible_to", too_much)


def a_basis_never_expires(patch: Patch) -> None:
    def covered(agency_id: UUID) -> models.QuerySet[Any]:
        areas = ParticipationArea.objects.filter(in_force(prefix="participation__"))
        return areas.filter(participation__agency_id=agency_id)

    patch.setattr(part, "areas_open_to", covered)


def colleagues_share_drafts(patch: Patch) -> None:
    def of_the_agency(self: DraftQuerySet, membership: Membership) -> models.QuerySet[Draft]:
        return self.filter(agency_id=membership.agency_id)

    patch.setattr(DraftQuerySet, "visible_to", of_the_agency)


RULE: list[tuple[Callable[[Patch], None], Check]] = [
    (ended_participations_count, checks.rule_alone),
    (the_day_of_the_end_counts, checks.rule_alone),
    (every_role_lists_cases, checks.rule_alone),
    (watching_roles_add_up, checks.rule_alone),
    (access_administrators_work_on_cases, checks.permissions),
    (shared_is_shared_with_all, checks.rule_alone),
    (a_basis_never_expires, checks.rule_alone),
    (colleagues_share_drafts, checks.rule_alone),
]


@pytest.mark.parametrize(("hole", "check"), RULE, ids=lambda x: x.__name__)
def test_a_hole_in_the_rule_is_seen(hole: Callable[[Patch], None], check: Check, monkeypatch: Patch) -> None:
    hole(monkeypatch)
    assert is_seen(check)


# --- Holes in the lists --------------------------------------------------------------------------------------


def lists_hold_ended_participations(patch: Patch) -> None:
    patch.setattr(case_list, "in_force", lambda **_: models.Q())


def lists_forget_who_is_responsible(patch: Patch) -> None:
    every = case_list.visible_participations
    patch.setattr(
        case_list, "visible_participations", lambda m, narrowed_to: every(m, replace(narrowed_to, mine=False))
    )


def pages_forget_rows_of_the_same_moment(patch: Patch) -> None:
    def beyond(position: Position, *, ascending: bool) -> models.Q:
        comparison = "gt" if ascending else "lt"
        return models.Q(**{f"last_activity__{comparison}": position.at})

    patch.setattr(case_list, "_beyond", beyond)


LISTS = [
    lists_hold_ended_participations,
    lists_forget_who_is_responsible,
    pages_forget_rows_of_the_same_moment,
]


@pytest.mark.parametrize("hole", LISTS, ids=lambda x: x.__name__)
def test_a_hole_in_the_lists_is_seen(hole: Callable[[Patch], None], monkeypatch: Patch) -> None:
    hole(monkeypatch)
    assert is_seen(checks.lists)


# --- Holes in the net ----------------------------------------------------------------------------------------


OWN = "agency_id = app_agency() AND case_visible(case_id)"
NET = {
    "shared is shared with all who take part": (
        f"ALTER POLICY reads ON cases_interviewanswer USING (({OWN}) OR (shared AND case_visible(case_id)))"
    ),
    "an area is open though nothing is shared": (
        f"ALTER POLICY reads ON cases_analysisrow USING (({OWN}) OR area_open(case_id, life_area))"
    ),
    "own texts stay when the participation has ended": (
        "ALTER POLICY reads ON cases_analysistext USING (agency_id = app_agency())"
    ),
    "other participants are hidden": "ALTER POLICY reads ON cases_participation USING (agency_id = app_agency())",
    "a person is visible to all": "ALTER POLICY reads ON cases_migrant USING (true)",
    "residence goes with the person": (
        "ALTER POLICY reads ON cases_residenceperiod "
        "USING (EXISTS (SELECT FROM cases_migrant m WHERE m.id = migrant_id))"
    ),
    "a table without row level security": "ALTER TABLE cases_interviewstatement DISABLE ROW LEVEL SECURITY",
}


@pytest.mark.parametrize("statement", NET.values(), ids=NET.keys())
def test_a_hole_in_the_net_is_seen(statement: str) -> None:
    law(statement)
    assert is_seen(checks.net_alone)


def test_a_hole_in_the_net_does_not_open_the_rule() -> None:
    for statement in NET.values():
        law(statement)
    assert not is_seen(checks.rule_above_net, worlds=15)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("ends_on > app_today()", "ends_on >= app_today()"), ("'change_case'", "'steer_case'")],
)
def test_a_hole_in_the_view_that_guardian_reads_is_seen(right: str, wrong: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT pg_get_viewdef('cases_casegrant'::regclass)")
        (view,) = cursor.fetchone()
    assert right in view
    law(
        f"CREATE OR REPLACE VIEW cases_casegrant WITH (security_invoker = true) AS {view.replace(right, wrong)}"
    )
    assert is_seen(checks.permissions)
