"""What a page asks the database does not grow with what is in it, and stays within its budget."""

import json
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.asking import address_of, send
from tests.access.register import DOORS
from tests.access.world import World
from tests.architecture.growth import grow
from tests.architecture.statements import statements

BUDGETS: dict[str, int] = json.loads(Path(__file__).with_name("query_budgets.json").read_text())
# The account's own pages hold one row each, and the last two hold none.
OTHERS = ("account", "mfa", "api:schema", "api:unknown")
READ = [door for door in DOORS if door.method == "GET" and not door.name.startswith(OTHERS)]
LISTS_OF_CASES = {"cases:list", "api:cases"}
# A page that is full of one kind asks less than a page of many kinds; it never asks more.
BY_KIND = {"cases:timeline", "api:timeline"}


def test_every_page_has_a_budget() -> None:
    assert sorted(BUDGETS) == sorted(door.name for door in READ)


def test_budgets_keep_to_the_figures_of_the_design() -> None:
    assert {name: budget for name, budget in BUDGETS.items() if budget > 25} == {}
    assert all(BUDGETS[name] <= 12 for name in LISTS_OF_CASES)


# Committed step by step: one long transaction would keep a dead row for every change.
@pytest.mark.django_db(transaction=True)
def test_queries_do_not_grow_with_the_rows(world: World) -> None:
    grow(world, by=10)
    # What is looked up once for all, and what somebody has not read yet.
    _counts(world)
    few = _counts(world)
    grow(world, by=50)
    many = _counts(world)

    assert {page: count for page, count in many.items() if page.split()[1] not in BY_KIND} == {
        page: count for page, count in few.items() if page.split()[1] not in BY_KIND
    }
    assert {page: (few[page], count) for page, count in many.items() if count > few[page]} == {}
    assert {page: count for page, count in many.items() if count > BUDGETS[page.split()[1]]} == {}


def _counts(world: World) -> dict[str, int]:
    """By person and page; the list also as it can be narrowed, and its second page."""
    counts = {}
    for who in ("lead", "partner"):
        client = world.client(who)
        for door in (door for door in READ if door.expected(who) == 200):
            counts[f"{who} {door.name}"] = _count(client, address_of(door, world.shared.arguments))
    client = world.client("lead")
    address = reverse("cases:list")
    older = client.get(address).context["page"].older
    for query in ("phase=planning", "target_group=tolerated", "mine=on", f"position={older}"):
        counts[f"lead cases:list {query[:8]}"] = _count(client, f"{address}?{query}")
    return counts


def _count(client: Client, path: str) -> int:
    with statements() as found:
        assert send(client, "GET", path).status_code == 200, path
    return len(found)
