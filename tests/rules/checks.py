"""The checks of the property test: rule, lists, guardian and row level security against the plain statement.

Each world is read on a day by each of its memberships: by the Python rule without the net, by the net without the
rule, and by both together as in production. All must see the same. The net lets an agency through and not a person,
so drafts and papers are wider there.
"""

from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

import pytest

from agencies.models import Agency, Membership
from cases import case_list, models
from cases.area_readers import readers_by_area
from cases.case_list import CaseFilter, capped_count, page_of_cases
from core.acting import acting
from core.keyset import Position
from tests.rules import readings, statement
from tests.rules.stored import StoredWorld
from tests.rules.worlds import AREAS, GROUPS, PHASES, World, random_world

CODENAMES = ("view_case", "change_case", "steer_case")
FILTERS = (
    CaseFilter(),
    CaseFilter(oldest_first=True),
    CaseFilter(PHASES[0], GROUPS[0]),
    CaseFilter(mine=True),
)


def in_worlds(check: Callable[[World], None], seeds: Iterable[int]) -> None:
    """Run a check in many worlds and say in which it failed."""
    for seed in seeds:
        try:
            check(random_world(seed))
        except AssertionError as error:
            error.add_note(f"{check.__name__}(random_world({seed}))")
            raise


def acting_memberships(stored: StoredWorld) -> Iterator[tuple[statement.Membership, Membership]]:
    """Each membership as the statement has it and as a row, in a transaction that acts for it."""
    rows = Membership.objects.select_related("user", "agency__group").in_bulk(
        [stored.key(m) for m in stored.world.memberships]
    )
    for m in stored.world.memberships:
        row = rows[stored.key(m)]
        row.hat = m.hat
        yield m, row


def rule_alone(world: World) -> None:
    """`visible_to` of every kind of thing, read by the owner, so that the net cannot hide a rule too wide."""
    stored = StoredWorld(world)
    for m, membership in acting_memberships(stored):
        with (
            readings.without_row_level_security(),
            acting(membership.agency_id, person_id=membership.user_id, on=world.day),
        ):
            assert readings.by_rule(membership) == readings.by_statement(stored, m, world.day)


def net_alone(world: World) -> None:
    """Row level security, for each agency."""
    stored = StoredWorld(world)
    for agency in world.agencies:
        with acting(stored.key(agency), on=world.day):
            net = readings.by_net()
        for kind, keys in readings.for_agency(stored, agency, world.day).items():
            assert net[kind] == keys, kind
        assert net["draft"] == {stored.key(d) for d in world.drafts if d.agency is agency}
        assert net["paper"] == {stored.key(p) for p in world.papers if p.requester.agency is agency}


def rule_above_net(world: World) -> None:
    """`visible_to` as the application reads it."""
    stored = StoredWorld(world)
    for m, membership in acting_memberships(stored):
        with acting(membership.agency_id, person_id=membership.user_id, on=world.day):
            assert readings.by_rule(membership) == readings.by_statement(stored, m, world.day)


def readers(world: World) -> None:
    """Who would read what is shared: what the form says before anything is shared is what then happens."""
    stored = StoredWorld(world)
    writer, day = world.agencies[0], world.day
    with readings.without_row_level_security(), acting(stored.key(writer), on=day):
        for case in world.cases:
            row = models.Case(pk=stored.key(case))
            said = readers_by_area(row, besides=Agency(pk=stored.key(writer)))
            for area in AREAS:
                others = [other for other in world.agencies if other is not writer and other.active]
                expected = {stored.key(o) for o in others if statement.area_is_open(o, case, area, day)}
                assert {reader.agency.pk for reader in said.get(area, [])} == expected


def permissions(world: World) -> None:
    """`may` and the view that guardian reads, with the net and without it."""
    stored, day = StoredWorld(world), world.day
    for m, membership in acting_memberships(stored):
        expected = {
            (stored.key(c), name): statement.may(m, name, c, day) for c in world.cases for name in CODENAMES
        }
        grants = {
            (stored.key(c), name) for c in world.cases for name in statement.grants_of(m.agency, c, day)
        }
        with (
            readings.without_row_level_security(),
            acting(membership.agency_id, person_id=membership.user_id, on=day),
        ):
            assert _answers(membership, expected) == expected, "without the net"
            assert readings.by_guardian(membership) == grants, "the view without the net"
        with acting(membership.agency_id, person_id=membership.user_id, on=day):
            assert _answers(membership, expected) == expected, "above the net"
            assert readings.by_guardian(membership) == grants, "the view above the net"


def lists(world: World) -> None:
    """All pages of a list in both directions, and its count."""
    stored, day = StoredWorld(world), world.day
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(case_list, "PAGE_SIZE", 1)
        for m, membership in acting_memberships(stored):
            for narrowed_to in FILTERS:
                expected = _listed(stored, m, narrowed_to)
                with (
                    readings.without_row_level_security(),
                    acting(membership.agency_id, person_id=membership.user_id, on=day),
                ):
                    assert capped_count(membership, narrowed_to) == len(expected)
                with acting(membership.agency_id, person_id=membership.user_id, on=day):
                    assert capped_count(membership, narrowed_to) == len(expected)
                    assert _all_pages(membership, narrowed_to) == expected


def _answers(membership: Membership, asked: dict[tuple[UUID, str], bool]) -> dict[tuple[UUID, str], bool]:
    found = {key: models.Case(pk=key) for key, _ in asked}
    return {(key, codename): membership.may(codename, found[key]) for key, codename in asked}


def _listed(stored: StoredWorld, m: statement.Membership, narrowed_to: CaseFilter) -> list[UUID]:
    world = stored.world
    found = [
        (entry.activity, stored.key(entry.case))
        for entry in world.listed
        if statement.sees_case(m, entry.case, world.day)
        and narrowed_to.phase in {"", entry.phase}
        and narrowed_to.target_group in {"", entry.group}
        and (not narrowed_to.mine or statement.is_hers(m, entry.case, world.day))
    ]
    return [key for _, key in sorted(found, reverse=not narrowed_to.oldest_first)]


def _all_pages(membership: Membership, narrowed_to: CaseFilter) -> list[UUID]:
    """Forward through all pages and back again; both ways show the same."""
    on, back = ("newer", "older") if narrowed_to.oldest_first else ("older", "newer")
    pages = [page_of_cases(membership, narrowed_to)]
    while token := getattr(pages[-1], on):
        pages.append(page_of_cases(membership, narrowed_to, position=Position.from_token(token)))
    forward = [case.pk for page in pages for case in page.rows]
    page, backward = pages[-1], list(pages[-1].rows)
    while token := getattr(page, back):
        page = page_of_cases(membership, narrowed_to, position=Position.from_token(token))
        backward = [*page.rows, *backward]
    assert [case.pk for case in backward] == forward
    return forward
