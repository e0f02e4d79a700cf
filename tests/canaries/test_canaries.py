"""No output of anybody holds a word that is not for her: pages, interface, headers, names of files."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from tests.access.asking import address_of, send
from tests.access.canaries import text_fields
from tests.access.canary_world import PlantedWorld
from tests.access.door import EVERYBODY, IN_THE_CASE, ON_CASES
from tests.access.register import DOORS
from tests.access.world import undone

OUTSIDE = [who for who in EVERYBODY if who not in ON_CASES]
# What no page, no interface and no paper shows to anybody.
SHOWN_NOWHERE = {"Migrant.override_reason"}
Request = tuple[str, str, dict[str, Any] | None]


def test_every_text_field_is_planted(planted: PlantedWorld) -> None:
    assert planted.aviary.fields == text_fields() | {"KeptText.secret"}


@pytest.mark.parametrize("who", ON_CASES)
def test_who_works_on_cases_reads_her_share_only(who: str, planted: PlantedWorld) -> None:
    found, leaks = set(), []
    requests = [*_pages(planted), *_searches(planted), *(_refusals(planted) if who in IN_THE_CASE else [])]
    for where, text in _outputs(planted, who, requests):
        found |= planted.aviary.in_text(text)
        leaks += [f"{where}: {field}" for field in planted.aviary.leaked(text, to=who)]
    assert leaks == []
    # What is hers is found, otherwise the line above would prove nothing.
    hers = {bird for bird in planted.aviary.birds if who in bird.readers and bird.field not in SHOWN_NOWHERE}
    assert {bird.field for bird in hers - found} == set()


def test_everybody_else_reads_nothing(planted: PlantedWorld) -> None:
    requests = [*_pages(planted), *_searches(planted)]
    found = {
        f"{who} {where}": [canary.field for canary in birds]
        for who in OUTSIDE
        for where, text in _outputs(planted, who, requests)
        if (birds := planted.aviary.in_text(text))
    }
    assert found == {}


def _outputs(planted: PlantedWorld, who: str, requests: list[Request]) -> Iterator[tuple[str, str]]:
    """What she is answered, headers and all."""
    client = planted.world.client(who)
    for method, path, sent in requests:
        with undone():
            response = send(client, method, path, sent=sent, as_json=path.startswith("/api/"))
        # A search that finds nothing says for what.
        body = response.content.decode(errors="replace").replace((sent or {}).get("wanted", "\0"), "")
        yield f"{method} {path}", "\n".join([*map(str, response.headers.items()), body])


def _pages(planted: PlantedWorld) -> list[Request]:
    """Every address that is read, for all that hangs on both cases, and what the lists can be narrowed to."""
    reading = [door for door in DOORS if door.method == "GET"]
    paths = {address_of(door, each.arguments) for door in reading for each in planted.holdings}
    paths |= {
        reverse("cases:list") + f"?{way}" for way in ("phase=assessment", "target_group=tolerated", "mine=on")
    }
    for each in planted.holdings:
        case = [each.case.pk]
        paths |= {reverse("cases:interview_new", args=case) + f"?kept={text.pk}" for text in planted.kept}
        paths.add(reverse("cases:analysis_new", args=case) + f"?interview={each.interview.pk}")
    return [("GET", path, None) for path in sorted(paths)]


def _refusals(planted: PlantedWorld) -> list[Request]:
    """Every form, sent with nonsense."""
    sending = [
        door for door in DOORS if door.method != "GET" and not door.name.startswith(("account", "mfa"))
    ]
    sent = {(door.method, address_of(door, each.arguments)) for door in sending for each in planted.holdings}
    return [(method, path, {"x": "y"}) for method, path in sorted(sent)]


def _searches(planted: PlantedWorld) -> list[Request]:
    """By each case's number and by each agency's file number."""
    numbers = [each.case.number for each in (planted.world.shared, planted.world.foreign)]
    numbers += [bird.word for bird in planted.aviary.birds if bird.field == "Participation.file_number"]
    return [("POST", reverse("cases:search"), {"wanted": number}) for number in numbers]
