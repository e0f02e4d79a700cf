"""The Python rule taken out, view by view: row level security still gives out nothing foreign."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import models
from django.urls import reverse

from agencies import middleware
from cases import case_list
from cases.models.analysis import CaseAnalysisQuerySet
from cases.models.case_queryset import CaseQuerySet
from cases.models.family_link import FamilyLinkQuerySet
from cases.models.interview import InterviewQuerySet
from cases.models.migrant_merge import MigrantMergeQuerySet
from cases.models.part import OwnPartQuerySet, SharedPartQuerySet
from cases.models.residence import ResidencePeriodQuerySet
from cases.models.whereabouts import WhereaboutsQuerySet
from tests.access.asking import address_of, send
from tests.access.canary_world import PlantedWorld
from tests.access.register import DOORS
from tests.access.world import undone

RULES: list[type[Any]] = [
    CaseQuerySet,
    OwnPartQuerySet,
    SharedPartQuerySet,
    InterviewQuerySet,
    CaseAnalysisQuerySet,
    ResidencePeriodQuerySet,
    FamilyLinkQuerySet,
    MigrantMergeQuerySet,
    WhereaboutsQuerySet,
]
READING = [door for door in DOORS if door.method == "GET" and door.kind.startswith(("case:", "role:"))]


def test_every_rule_of_visibility_is_taken_out() -> None:
    """What is one person's within an agency is left out; the database knows agencies."""
    rules = {each for each in _subclasses(models.QuerySet) if "visible_to" in vars(each)}
    assert {each.__name__ for each in rules - set(RULES)} == {
        "DraftQuerySet",
        "AnalysisPdfQuerySet",
        "FollowUpQuerySet",
        "NotificationQuerySet",
        "SavedFilterQuerySet",
    }


@pytest.fixture
def unfiltered(planted: PlantedWorld, monkeypatch: pytest.MonkeyPatch) -> PlantedWorld:
    """Python hands out every row that the database gives it, and allows everything."""
    for rule in RULES:
        monkeypatch.setattr(rule, "visible_to", lambda rows, _membership: rows.all())
    monkeypatch.setattr(case_list, "in_force", lambda **_: ~models.Q(pk=None))
    monkeypatch.setattr("agencies.models.membership.grants", lambda *_: True)
    return planted


@pytest.mark.parametrize("who", ["lead", "partner", "reader", "uninvolved"])
def test_nothing_foreign_comes_out(who: str, unfiltered: PlantedWorld) -> None:
    leaks = {
        f"{path}: {field}"
        for path, text in _read(who, unfiltered)
        for field in unfiltered.aviary.leaked(text, to=who)
    }
    assert leaks == set()


def test_without_an_agency_the_database_gives_out_no_row(
    unfiltered: PlantedWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the trail must be written for an agency the request fails; better that than a word."""
    monkeypatch.setattr(middleware, "act_for", lambda _agency: None)
    found = {path: unfiltered.aviary.in_text(text) for path, text in _read("lead", unfiltered)}
    assert {path for path, birds in found.items() if birds} == set()


def test_the_filter_was_out(unfiltered: PlantedWorld) -> None:
    """The list leaves the agency to the database alone; who may do everything steers."""
    client = unfiltered.world.client("reader")
    assert (
        client.get(reverse("cases:participation_new", args=[unfiltered.world.shared.case.pk])).status_code
        == 200
    )


def _read(who: str, planted: PlantedWorld) -> Iterator[tuple[str, str]]:
    client = planted.world.client(who)
    client.raise_request_exception = False
    for path in sorted({address_of(door, each.arguments) for door in READING for each in planted.holdings}):
        with undone():
            yield path, send(client, "GET", path).content.decode(errors="replace")


def _subclasses(of: type[Any]) -> Iterator[type[Any]]:
    for each in of.__subclasses__():
        yield each
        yield from _subclasses(each)
