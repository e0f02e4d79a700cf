"""The lines of the table for one reader: lists, counts, search, permission, whole pages."""

from collections.abc import Iterator
from http import HTTPStatus

from django.db import transaction
from django.test import Client
from django.urls import reverse

from agencies.acting_membership import SESSION_KEY, value_of
from bench import by_hand
from bench.environment import DAY
from bench.contest import Bounds, Contest
from bench.reader import Reader
from cases.case_list import PAGE_SIZE, CaseFilter, capped_count, page_of_cases
from cases.case_search import find_cases
from cases.models import Case
from cases.models.vocabulary import Phase, TargetGroup
from core.keyset import Position
from core.today import day_is

# design, section 7: with row level security; a page has at most so many statements
LIST = Bounds(ratio=4, growth=2)
COUNT = Bounds(growth=3)
SEARCH = Bounds(milliseconds=2000)
MAY = Bounds(ratio=6)
LIST_PAGE = Bounds(statements=12, growth=2)
CASE_PAGE = Bounds(statements=25)

# Each case in a page shows its number.
NUMBER_PREFIX = b"LIP-"

PHASE, GROUP = Phase.PLANNING.value, TargetGroup.TOLERATED.value
BY_PHASE = f"p.phase = '{PHASE}'"
BY_GROUP = f"p.target_group = '{GROUP}'"
FILTERS = {
    "all": (CaseFilter(), ""),
    "by phase": (CaseFilter(phase=PHASE), BY_PHASE),
    "by target group": (CaseFilter(target_group=GROUP), BY_GROUP),
    "by both": (CaseFilter(phase=PHASE, target_group=GROUP), f"{BY_PHASE} AND {BY_GROUP}"),
    "mine": (CaseFilter(mine=True), "p.responsible_id = %(membership)s"),
}


def contests(reader: Reader) -> Iterator[Contest]:
    """Everything that is measured for this reader."""
    for label, (narrowed_to, narrowed) in FILTERS.items():
        yield _page(reader, f"list, {label}, page 1", narrowed_to, narrowed, position=None)
        far = reader.far_position(narrowed_to)
        if far is not None:
            yield _page(reader, f"list, {label}, page 200", narrowed_to, narrowed, position=far)
        yield _count(reader, f"count, {label}", narrowed_to, narrowed)
    yield _search(reader, "search, case number", reader.case.number)
    yield _search(reader, "search, own file number", reader.file_number)
    yield _may(reader)
    yield _whole(reader, "whole page: list", reverse("cases:list"), LIST_PAGE)
    yield _whole(reader, "whole page: case", reverse("cases:detail", args=[reader.case.pk]), CASE_PAGE)


def _page(
    reader: Reader, name: str, narrowed_to: CaseFilter, narrowed: str, *, position: Position | None
) -> Contest:
    parameters = {**reader.parameters, "membership": reader.membership.pk}
    if position is not None:
        parameters |= {"at": position.at, "id": position.id}
    return Contest(
        name=name,
        reader=reader,
        inside=reader.acting,
        bounds=LIST,
        ours=lambda: page_of_cases(reader.membership, narrowed_to, position=position),
        rows=lambda page: len(page.rows),
        answer=lambda page: [case.pk for case in page.rows],
        by_hand=by_hand.page(parameters, narrowed=narrowed, beyond=position is not None),
        answer_by_hand=lambda rows: [row[0] for row in rows[:PAGE_SIZE]],
    )


def _count(reader: Reader, name: str, narrowed_to: CaseFilter, narrowed: str) -> Contest:
    parameters = {**reader.parameters, "membership": reader.membership.pk}
    return Contest(
        name=name,
        reader=reader,
        inside=reader.acting,
        bounds=COUNT,
        ours=lambda: capped_count(reader.membership, narrowed_to),
        by_hand=by_hand.count(parameters, narrowed=narrowed),
    )


def _search(reader: Reader, name: str, number: str) -> Contest:
    return Contest(
        name=name,
        reader=reader,
        inside=reader.acting,
        bounds=SEARCH,
        ours=lambda: find_cases(number, for_=reader.membership),
        answer=lambda cases: [case.pk for case in cases],
        by_hand=by_hand.found({**reader.parameters, "number": number}),
        answer_by_hand=lambda rows: [row[0] for row in rows],
    )


def _may(reader: Reader) -> Contest:
    # A case that nobody has asked about yet: answers are kept on it.
    return Contest(
        name="may she change the case?",
        reader=reader,
        inside=reader.acting,
        bounds=MAY,
        ours=lambda: reader.membership.may("change_case", Case(pk=reader.case.pk)),
        by_hand=by_hand.Statement(by_hand.MAY, {**reader.parameters, "case": reader.case.pk}),
    )


def _whole(reader: Reader, name: str, address: str, bounds: Bounds) -> Contest:
    client = Client()
    with transaction.atomic():
        client.force_login(reader.membership.user)
        session = client.session
        session[SESSION_KEY] = value_of(reader.membership)
        session.save()
    return Contest(
        name=name,
        reader=reader,
        inside=lambda: day_is(DAY),
        bounds=bounds,
        ours=lambda: _content(client, address),
        rows=lambda content: content.count(NUMBER_PREFIX),
    )


def _content(client: Client, address: str) -> bytes:
    response = client.get(address, headers={"host": "localhost"})
    if response.status_code != HTTPStatus.OK:
        raise RuntimeError(f"{address} answers {response.status_code}")
    return response.content
