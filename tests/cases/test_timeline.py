"""The time line: whatever stands on it is seen by its own rule, nothing else does, and no page loses or doubles any."""

from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import models
from django.urls import reverse

from agencies.models import Membership
from cases import models as cases
from cases.models import Case
from cases.timeline import pages
from cases.timeline.pages import TimelineFilter, count_of_timeline, page_of_timeline
from cases.timeline.sources import SOURCES
from core.keyset import Position
from core.today import today
from tests.architecture.statements import statements
from tests.factories import (
    analysis,
    break_point,
    bring_in,
    client_for,
    interview,
    make_agency,
    step,
    working_as,
)
from tests.rules import readings
from tests.rules.checks import acting_memberships
from tests.rules.stored import StoredWorld
from tests.rules.worlds import random_world

# The models behind the kinds that have a rule of their own.
RULES: dict[str, type[models.Model]] = {
    "interview": cases.Interview,
    "analysis": cases.CaseAnalysis,
    "step": cases.JourneyStep,
    "break_point": cases.BreakPoint,
    "area_state": cases.AreaState,
    "note": cases.Note,
    "follow_up": cases.FollowUp,
}
AREAS = ("residence", "work", "health", "finances")


def walk(case: Case, *, reader: Membership, narrowed_to: TimelineFilter) -> list[tuple[str, UUID]]:
    """All pages forward and back again."""
    page = page_of_timeline(case, reader=reader, narrowed_to=narrowed_to)
    on, back = ("newer", "older") if narrowed_to.oldest_first else ("older", "newer")
    forward = list(page.rows)
    while token := getattr(page, on):
        position = Position.from_token(token)
        page = page_of_timeline(case, reader=reader, narrowed_to=narrowed_to, position=position)
        forward += page.rows
    backward = list(page.rows)
    while token := getattr(page, back):
        position = Position.from_token(token)
        page = page_of_timeline(case, reader=reader, narrowed_to=narrowed_to, position=position)
        backward = [*page.rows, *backward]
    assert backward == forward
    return [(row.kind, row.id) for row in forward]


@pytest.fixture
def lively_case(shared_case: Case, lead: Membership, partner: Membership) -> Case:
    """Twenty things by two agencies, shared or kept by chance; an agency that came and went on one day."""
    random = Random(11)  # noqa: S311 - no secret comes of it
    guest = bring_in(shared_case, make_agency(), by=lead, starts_on=today() - timedelta(days=3))
    with working_as(lead):
        cases.Participation.objects.filter(pk=guest.pk).update(ends_on=guest.starts_on)
    for by in (lead, partner):
        for area in AREAS:
            on = random.choice(["", "2025", "2026-01", "2026-01-04"])
            step(shared_case, by=by, area=area, shared=random.random() < 0.5, on=on)
            break_point(shared_case, by=by, area=area, shared=random.random() < 0.5)
        interview(shared_case, by=by, shared=["work"], kept=["health"])
        analysis(shared_case, by=by, shared=["residence"], kept=["health"])
    return shared_case


@pytest.mark.parametrize("who", ["lead", "partner", "reader"])
@pytest.mark.parametrize("narrowed_to", [TimelineFilter(), TimelineFilter(oldest_first=True)])
def test_what_stands_on_it_is_what_each_rule_shows(
    lively_case: Case,
    who: str,
    narrowed_to: TimelineFilter,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pages, "PAGE_SIZE", 3)
    reader: Membership = request.getfixturevalue(who)
    with working_as(reader):
        found = walk(lively_case, reader=reader, narrowed_to=narrowed_to)
        assert len(found) == len(set(found))
        assert len(found) == count_of_timeline(lively_case, reader=reader, narrowed_to=narrowed_to)
        for kind, model in RULES.items():
            manager: Any = model._default_manager
            seen = set(manager.visible_to(reader).filter(case=lively_case).values_list("pk", flat=True))
            assert {key for each, key in found if each == kind} == seen, kind


@pytest.mark.parametrize("area", AREAS)
def test_narrowed_to_a_life_area_nothing_of_another_stands_there(
    lively_case: Case, partner: Membership, area: str
) -> None:
    with working_as(partner):
        found = walk(lively_case, reader=partner, narrowed_to=TimelineFilter(life_area=area))
        for kind in ("step", "break_point"):
            manager: Any = RULES[kind]._default_manager
            ids = [key for each, key in found if each == kind]
            assert set(manager.filter(pk__in=ids).values_list("life_area", flat=True)) <= {area}


def test_who_does_not_see_the_case_reads_nothing(lively_case: Case, uninvolved: Membership) -> None:
    with working_as(uninvolved):
        assert walk(lively_case, reader=uninvolved, narrowed_to=TimelineFilter()) == []


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_in_random_worlds_it_shows_what_each_rule_shows() -> None:
    """Without the net, so that a source too wide shows."""
    for seed in range(12):
        world = random_world(seed)
        stored = StoredWorld(world)
        for _m, membership in acting_memberships(stored):
            with readings.without_row_level_security(), working_as(membership, on=world.day):
                for each in world.cases:
                    _agrees(Case.objects.get(pk=stored.key(each)), membership)


def _agrees(case: Case, reader: Membership) -> None:
    found = walk(case, reader=reader, narrowed_to=TimelineFilter())
    if not Case.objects.visible_to(reader).filter(pk=case.pk).exists():
        assert {kind for kind, _key in found} <= {"residence"}
    for kind, model in RULES.items():
        manager: Any = model._default_manager
        seen = set(manager.visible_to(reader).filter(case=case).values_list("pk", flat=True))
        assert {key for each, key in found if each == kind} <= seen, kind


def test_every_kind_is_registered_once() -> None:
    kinds = [source.kind for source in SOURCES]
    assert len(kinds) == len(set(kinds))
    assert RULES.keys() <= set(kinds)


def test_the_page_can_be_narrowed(lively_case: Case, lead: Membership) -> None:
    address = reverse("cases:timeline", args=[lively_case.pk])
    page: Any = client_for(lead).get(address, {"kind": "step", "life_area": "work"}).context["page"]
    assert {row.kind for row in page.rows} == {"step"}
    assert len(page.rows) == 1 + sum(1 for row in page.rows if row.entry.agency != lead.agency.short_name)


def test_its_pages_ask_no_more_when_more_is_in_them(lively_case: Case, lead: Membership) -> None:
    client, counts = client_for(lead), []
    for _ in range(2):
        for name in ("timeline", "journey"):
            address = reverse(f"cases:{name}", args=[lively_case.pk])
            client.get(address)
            with statements() as found:
                client.get(address)
            counts.append(len(found))
        for _each in range(8):
            step(lively_case, by=lead)
            break_point(lively_case, by=lead)
    assert counts[:2] == counts[2:]
    assert max(counts) <= 25
