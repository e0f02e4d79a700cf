"""What exists and is not hers, and what nobody has ever heard of: one and the same answer, found in the same way."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.access.asking import PARAMETERS, ask, form_of, looks
from tests.access.door import EVERYBODY, IN_THE_CASE, SIGNED_OUT, Door
from tests.access.register import DOORS
from tests.access.world import World, random_arguments, undone

OF_A_CASE = [door for door in DOORS if door.is_of_a_case]
# One who leads cases, one who reads in one, one who sees no case at all.
ASKING = ["lead", "reader", "moderator"]
Look = tuple[int, dict[str, str], str, list[str]]


@pytest.mark.parametrize("who", ASKING)
def test_a_case_that_is_not_hers_looks_like_none(who: str, world: World) -> None:
    different = []
    for door in OF_A_CASE:
        foreign, random = world.hidden_from(who).arguments, random_arguments()
        answers = [
            _look(door, world, who, arguments)
            for arguments in (foreign, {**foreign, **_parts(random)}, random)
        ]
        if not all(answer == answers[-1] for answer in answers) or answers[-1][0] != 404:
            different.append((str(door), [answer[0] for answer in answers]))
    assert different == []


@pytest.mark.parametrize("who", [who for who in IN_THE_CASE if who != "team_lead"])
def test_a_part_of_another_case_looks_like_none(who: str, world: World) -> None:
    """Whether the other case is foreign or one of her own."""
    different = []
    for door in OF_A_CASE:
        # The kind of a form and a life area are words, and no part of any case.
        if set(PARAMETERS[door.name]) <= {"case_id", "kind", "area"}:
            continue
        # The other case of a merge is one of her own, as it has to be.
        others = (world.foreign,) if "other_id" in PARAMETERS[door.name] else (world.foreign, world.elsewhere)
        parts = [holding.arguments for holding in others]
        answers = [
            _look(door, world, who, {**each, "case_id": world.shared.case.pk})
            for each in (*parts, random_arguments())
        ]
        if not all(answer == answers[-1] for answer in answers) or answers[-1][0] not in {403, 404}:
            different.append((str(door), [answer[0] for answer in answers]))
    assert different == []


@pytest.mark.parametrize("who", SIGNED_OUT)
def test_who_is_not_signed_in_learns_nothing(who: str, world: World) -> None:
    for door in OF_A_CASE:
        there, nowhere = (
            _look(door, world, who, each) for each in (world.shared.arguments, random_arguments())
        )
        assert there == nowhere, door


def test_somebody_elses_membership_looks_like_none(world: World) -> None:
    client = world.client("lead")
    hers = world.member("partner")
    keys = [f"{hers.pk}:", f"{random_arguments()['case_id']}:", "", "x", f"{hers.pk}:access_admin"]
    answers = [looks(client.post("/acting/", {"membership": key})) for key in keys]
    assert all(answer == answers[0] for answer in answers)
    assert answers[0][0] == 404


def test_search_finds_only_visible_cases(world: World) -> None:
    for who in EVERYBODY:
        client: Client = world.client(who)
        hidden = world.hidden_from(who).case
        there, nowhere = (
            looks(client.post("/cases/search/", {"wanted": number}))[:2]
            for number in (hidden.number, "LIP-1999-0001")
        )
        assert there == nowhere, who


def _parts(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in arguments.items() if name != "case_id"}


def _look(door: Door, world: World, who: str, arguments: Mapping[str, Any]) -> Look:
    """The answer, and the statements behind it: what takes the same steps takes the same time."""
    reset_queries()
    with undone(), CaptureQueriesContext(connection) as queries:
        client = world.client(who)
        answer = looks(ask(client, door, arguments, sent=form_of(door, world, who)))
    return *answer, [_shape(query["sql"]) for query in queries]


def _shape(sql: str) -> str:
    return re.sub(r"'[^']*'|\b\d+\b|\"s\d+_x\d+\"", "?", sql)
