"""The lines of the table for one reader: lists, counts, search, permission, whole pages."""

from collections.abc import Iterator
from http import HTTPStatus

from django.db import transaction
from django.test import Client
from django.urls import reverse

from agencies.acting_membership import SESSION_KEY, value_of
from agencies.models import Membership
from bench import by_hand
from bench.contest import Bounds, Contest
from bench.environment import DAY
from bench.narrowing import NARROWINGS, Narrowing, with_other
from bench.reader import Reader
from cases.case_list import PAGE_SIZE, capped_count, page_of_cases
from cases.case_search import HITS_AT_MOST, find_by_name, find_cases
from cases.models import Case
from cases.search_key import wanted_keys
from core.keyset import Position
from core.today import day_is

# docs/performance.md says where they come from.
LIST = Bounds(ratio=4, growth=2)
COUNT = Bounds(growth=3)
OFFERED = Bounds(milliseconds=2000)
NAME = Bounds(ratio=3, milliseconds=2000)
MAY = Bounds(ratio=6)
LIST_PAGE = Bounds(statements=12, growth=2)
CASE_PAGE = Bounds(statements=25)

# One that thousands bear, and one that hardly anybody does; both in another spelling than most papers have.
FREQUENT, RARE = "Muhamed", "Shwedrijan"

# Each case in a page shows its number.
NUMBER_PREFIX = b"LIP-"


def contests(reader: Reader) -> Iterator[Contest]:
    """Everything that is measured for this reader."""
    for narrowing in [*NARROWINGS, *with_other(reader.other)]:
        yield from _lists(reader, narrowing)
    yield _search(reader, "search, case number", reader.case.number)
    yield _search(reader, "search, own file number", reader.file_number)
    person = reader.case.migrant
    yield _named(reader, "search, frequent name", FREQUENT)
    yield _named(reader, "search, rare name", RARE)
    yield _named(reader, "search, two names", f"{person.family_name} {person.given_names}")
    yield _may(reader)
    her, colleague = _signed_in(reader.membership), _signed_in(reader.colleague)
    yield _whole(reader, "whole page, list", her, reverse("cases:list"), LIST_PAGE)
    yield _whole(reader, "whole page, case", her, reverse("cases:detail", args=[reader.case.pk]), CASE_PAGE)
    yield _whole(reader, "whole page, my day", colleague, reverse("my_day"), OFFERED)


def _lists(reader: Reader, narrowing: Narrowing) -> Iterator[Contest]:
    yield _page(reader, narrowing, "page 1", position=None)
    if narrowing.has_index:
        far = reader.far_position(narrowing.ours)
        if far is not None:
            yield _page(reader, narrowing, "page 200", position=far)
    yield Contest(
        name=f"count, {narrowing.label}",
        reader=reader,
        inside=reader.acting,
        bounds=COUNT if narrowing.has_index else OFFERED,
        ours=lambda: capped_count(reader.membership, narrowing.ours),
        by_hand=by_hand.count(reader.parameters, narrowed=narrowing.by_hand),
    )


def _page(reader: Reader, narrowing: Narrowing, label: str, *, position: Position | None) -> Contest:
    found = by_hand.page(
        reader.parameters,
        narrowed=narrowing.by_hand,
        oldest_first=narrowing.ours.oldest_first,
        beyond=(position.at, position.id) if position else None,
    )
    return Contest(
        name=f"list, {narrowing.label}, {label}",
        reader=reader,
        inside=reader.acting,
        bounds=LIST if narrowing.has_index else OFFERED,
        ours=lambda: page_of_cases(reader.membership, narrowing.ours, position=position),
        rows=lambda page: len(page.rows),
        answer=lambda page: [case.pk for case in page.rows],
        by_hand=found,
        answer_by_hand=lambda rows: [row[0] for row in rows[:PAGE_SIZE]],
    )


def _search(reader: Reader, name: str, number: str) -> Contest:
    return Contest(
        name=name,
        reader=reader,
        inside=reader.acting,
        bounds=OFFERED,
        ours=lambda: find_cases(number, for_=reader.membership),
        answer=lambda found: [hit.case.pk for hit in found.hits],
        by_hand=by_hand.found({**reader.parameters, "number": number}),
        answer_by_hand=lambda rows: [row[0] for row in rows],
    )


def _named(reader: Reader, name: str, typed: str) -> Contest:
    return Contest(
        name=name,
        reader=reader,
        inside=reader.acting,
        bounds=NAME,
        ours=lambda: find_by_name(typed, for_=reader.membership),
        rows=lambda found: len(found.hits),
        answer=lambda found: [hit.case.pk for hit in found.hits],
        by_hand=by_hand.named(reader.parameters, words=wanted_keys(typed)),
        answer_by_hand=lambda rows: [row[0] for row in rows[:HITS_AT_MOST]],
    )


def _may(reader: Reader) -> Contest:
    # A case that nobody has asked about yet: answers are kept on it.
    return Contest(
        name="may she change the case?",
        reader=reader,
        inside=reader.acting,
        bounds=MAY,
        ours=lambda: reader.membership.may("change_case", Case(pk=reader.case.pk)),
        by_hand=by_hand.may_change({**reader.parameters, "case": reader.case.pk}),
    )


def _whole(reader: Reader, name: str, client: Client, address: str, bounds: Bounds) -> Contest:
    return Contest(
        name=name,
        reader=reader,
        inside=lambda: day_is(DAY),
        bounds=bounds,
        ours=lambda: _content(client, address),
        rows=lambda content: content.count(NUMBER_PREFIX),
    )


def _signed_in(membership: Membership) -> Client:
    client = Client()
    with transaction.atomic():
        client.force_login(membership.user)
        session = client.session
        session[SESSION_KEY] = value_of(membership)
        session.save()
    return client


def _content(client: Client, address: str) -> bytes:
    response = client.get(address, headers={"host": "localhost"})
    if response.status_code != HTTPStatus.OK:
        raise RuntimeError(f"{address} answers {response.status_code}")
    return response.content
