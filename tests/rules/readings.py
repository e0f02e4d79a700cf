"""What a membership sees on a day, read in four ways: from the plain statement, and three times from the database."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, connections, models
from django.db.models import Value

from agencies.models import Membership
from cases import models as cases
from tests.rules import statement
from tests.rules.stored import StoredWorld

# What is seen: for each kind of thing the keys (a residence period under the key of its person).
Seen = dict[str, frozenset[UUID]]

RULES: dict[str, tuple[type[models.Model], str]] = {
    "case": (cases.Case, "pk"),
    "interview": (cases.Interview, "pk"),
    "statement": (cases.InterviewStatement, "pk"),
    "answer": (cases.InterviewAnswer, "pk"),
    "analysis": (cases.CaseAnalysis, "pk"),
    "section": (cases.AnalysisText, "pk"),
    "row": (cases.AnalysisRow, "pk"),
    "step": (cases.JourneyStep, "pk"),
    "break_point": (cases.BreakPoint, "pk"),
    "residence": (cases.ResidencePeriod, "migrant_id"),
    "draft": (cases.Draft, "pk"),
    "paper": (cases.AnalysisPdf, "pk"),
}
# Read with its case by everybody who takes part, so without a rule of its own.
WITH_THE_CASE: dict[str, tuple[type[models.Model], str]] = {
    "participation": (cases.Participation, "pk"),
    "migrant": (cases.Migrant, "pk"),
}


@contextmanager
def without_row_level_security() -> Iterator[None]:
    """The rule alone: as the owner, whom no policy holds, so that the net cannot hide a rule too wide."""
    application = connections["default"]
    connections["default"] = connections["owner"]
    try:
        yield
    finally:
        connections["default"] = application


def by_rule(membership: Membership) -> Seen:
    """Through `visible_to`, all kinds in one statement."""
    found = [
        _tagged(kind, model._default_manager.all().visible_to(membership), key)  # type: ignore[attr-defined]
        for kind, (model, key) in RULES.items()
    ]
    return _seen(RULES, found[0].union(*found[1:], all=True))


def by_net() -> Seen:
    """Through row level security alone, for the agency that the transaction acts for."""
    kinds = RULES | WITH_THE_CASE
    found = [_tagged(kind, model._default_manager.all(), key) for kind, (model, key) in kinds.items()]
    return _seen(kinds, found[0].union(*found[1:], all=True))


def by_guardian(membership: Membership) -> set[tuple[UUID, str]]:
    """The rows of the view that guardian reads, for the agency's group."""
    found = cases.CaseGrant.objects.filter(group_id=membership.agency.group_id)
    return set(found.values_list("content_object_id", "permission__codename"))


def by_statement(stored: StoredWorld, m: statement.Membership, day: date) -> Seen:
    """As the statement says it, for the person who acts."""
    world, key = stored.world, stored.key
    works = statement.works_on_cases(m, day)
    seen = for_agency(stored, m.agency, day) if works else {kind: frozenset[UUID]() for kind in RULES}
    seen["draft"] = frozenset(key(d) for d in world.drafts if statement.sees_draft(m, d, day))
    seen["paper"] = frozenset(key(p) for p in world.papers if statement.sees_paper(m, p, day))
    return {kind: seen[kind] for kind in RULES}


def for_agency(stored: StoredWorld, agency: statement.Agency, day: date) -> Seen:
    """As the statement says it, for an agency's people who work on cases; drafts and papers are left out."""
    world, key = stored.world, stored.key
    taking_part = [c for c in world.cases if statement.takes_part(agency, c, day)]
    return {
        "case": frozenset(key(c) for c in taking_part),
        "participation": frozenset(key(p) for c in taking_part for p in c.participations),
        "migrant": frozenset(
            key(x) for x in world.migrants if statement.agency_sees_migrant(agency, x, world.cases, day)
        ),
        "residence": frozenset(
            key(x) for x in world.migrants if statement.agency_sees_residence(agency, x, world.cases, day)
        ),
        **_of_sheets(
            stored,
            world.interviews,
            agency,
            day,
            names=("interview", "statement", "answer", "step", "break_point"),
        ),
        **_of_sheets(stored, world.analyses, agency, day, names=("analysis", "section", "row")),
    }


def _of_sheets(
    stored: StoredWorld,
    sheets: Iterable[statement.Sheet],
    agency: statement.Agency,
    day: date,
    *,
    names: tuple[str, ...],
) -> Seen:
    key = stored.key
    head, without_area, *with_area = names
    texts = [t for sheet in sheets for t in sheet.texts if statement.agency_sees_text(agency, t, day)]
    return {
        head: frozenset(key(s) for s in sheets if statement.agency_sees_sheet(agency, s, day)),
        without_area: frozenset(key(t) for t in texts if t.area is None),
        **{each: frozenset(key(t) for t in texts if t.area is not None) for each in with_area},
    }


def _tagged(kind: str, found: Any, key: str) -> Any:
    return found.order_by().annotate(seen_as=Value(kind)).values_list("seen_as", key)


def _seen(kinds: Iterable[str], found: Iterable[tuple[str, UUID]]) -> Seen:
    seen: dict[str, list[UUID]] = {kind: [] for kind in kinds}
    for kind, key in found:
        seen[kind].append(key)
    for kind, keys in seen.items():
        assert len(keys) == len(set(keys)), f"a {kind} is shown twice to {connection.alias}"
    return {kind: frozenset(keys) for kind, keys in seen.items()}
