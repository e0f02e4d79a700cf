"""Analyses that were written before there were versions: each becomes its own first one and keeps its interview."""

import os
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.apps.registry import Apps
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from pytest_django import DjangoDbBlocker

from tests.environment import SERVER
from tests.template_database import create_clone, drop_clone

BEFORE = [("cases", "0009_way"), ("agencies", "0005_interfaces")]
AFTER = [("cases", "0010_analyses")]
DAY = date(2026, 1, 5)


@pytest.fixture
def empty_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database without a table, in place of the one that the tests work on."""
    owner = connections["owner"]
    of_the_tests, empty = owner.settings_dict["NAME"], f"test_{os.getpid()}_migrated"
    with django_db_blocker.unblock():
        create_clone(SERVER, template="template0", name=empty)
        owner.close()
        owner.settings_dict["NAME"] = empty
        yield
        owner.close()
        owner.settings_dict["NAME"] = of_the_tests
        drop_clone(SERVER, empty)


def migrate(to: list[tuple[str, str]]) -> Apps:
    """The models as they are then."""
    executor = MigrationExecutor(connections["owner"])
    return executor.migrate(to).apps


def a_case(apps: Apps) -> dict[str, Any]:
    """Case, agency and writer of an earlier time."""

    def make(model: str, **fields: Any) -> Any:
        return apps.get_model(model).objects.using("owner").create(**fields)

    group = make("auth.Group", name="Stelle")
    carrier = make("agencies.Carrier", name="Kreis Lippe")
    agency = make(
        "agencies.Agency",
        carrier=carrier,
        group=group,
        name="Stelle",
        short_name="Stelle",
        duty_to_report=False,
    )
    writer = make("agencies.User", email="a@test.example", name="A")
    member = make("agencies.Membership", user=writer, agency=agency, roles=["caseworker"], starts_on=DAY)
    migrant = make("cases.Migrant", given_names="Yonas", family_name="Test", taken_up_by=agency)
    case = make("cases.Case", migrant=migrant, lead_agency=agency, number="LIP-2026-0001")
    return {"case": case, "agency": agency, "author": member}


def test_an_analysis_becomes_its_first_version(empty_database: None) -> None:
    before = migrate(BEFORE)
    whose = a_case(before)

    def make(model: str, **fields: Any) -> Any:
        return before.get_model("cases", model).objects.using("owner").create(**fields)

    held = make("Interview", held_on=DAY, consent="oral", **whose)
    written = make("CaseAnalysis", as_of=DAY, title="Von früher", interview=held, **whose)
    bare = make("CaseAnalysis", as_of=DAY, title="Ohne Gespräch", **whose)
    part = {"analysis": written, "case": whose["case"], "agency": whose["agency"]}
    make("AnalysisText", kind="goals", text="Arbeit", **part)
    make("AnalysisRow", life_area="work", need="Kurs", deadline=DAY, shared=True, **part)

    after = migrate(AFTER)

    versions = after.get_model("cases", "AnalysisVersion").objects.using("owner")
    first = versions.get(analysis=written.pk)
    assert (first.number, first.author_id, first.written_at) == (1, written.author_id, written.changed_at)
    assert (first.content["title"], first.content["texts"]) == ("Von früher", {"goals": "Arbeit"})
    assert first.content["interviews"] == [str(held.pk)]
    assert first.content["rows"]["work"]["deadline"] == "2026-01-05"
    assert first.content["rows"]["work"]["shared"] is True
    assert versions.get(analysis=bare.pk).content["interviews"] == []
    named = after.get_model("cases", "AnalysisInterview").objects.using("owner")
    assert [(each.analysis_id, each.interview_id) for each in named.all()] == [(written.pk, held.pk)]
