"""A block in force hides address, municipality and contact from all but the leading agency, whatever the channel."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from agencies.models import Membership
from cases.actions.change_block import change_block
from cases.actions.change_whereabouts import change_whereabouts
from cases.api.open_parts import with_person
from cases.models import Case, Migrant, Participation, Whereabouts
from cases.models.municipality import Municipality
from cases.reports.case_analysis import document_for
from cases.without_agency import list_after_ended_blocks
from core.today import today
from tests.factories import analysis, bring_in, client_for, make_agency, working_as

pytestmark = pytest.mark.django_db

STREET, TOWN = "Verborgener Weg 7", "Versteckhausen"
WHEREABOUTS = {
    "street": STREET,
    "postal_code": "32999",
    "town": TOWN,
    "municipality": Municipality.OUTSIDE,
    "telephone": "0152 999 111",
    "email": "verborgen@beispiel.example",
}
SECRETS = (STREET, TOWN, "32999", "0152 999 111", "verborgen@beispiel.example")

# Until when, counted from today; None is without an end, "no" is no block.
BLOCKS = ["no", None, 0, 1, -1]
READERS = ["lead", "team_lead", "partner", "reader"]
every_block = pytest.mark.parametrize("until", BLOCKS)
every_reader = pytest.mark.parametrize("who", READERS)


@pytest.fixture
def blocked(shared_case: Case, lead: Membership, until: int | str | None) -> Case:
    """The shared case, its person's whereabouts known, and blocked as the parameter says."""
    with working_as(lead):
        change_whereabouts(shared_case, whereabouts=WHEREABOUTS, by=lead)
    if until != "no":
        last = None if until is None else today() + timedelta(days=int(until))
        with working_as(lead):
            change_block(shared_case, blocked=True, until=max(last, today()) if last else None, by=lead)
            # One that is over cannot be set any more; it was set when its last day still lay ahead.
            Migrant.objects.filter(pk=shared_case.migrant_id).update(blocked_until=last)
    return shared_case


@pytest.fixture
def by(who: str, request: pytest.FixtureRequest) -> Membership:
    """Who reads."""
    membership: Membership = request.getfixturevalue(who)
    return membership


def may_know(who: str, until: int | str | None) -> bool:
    """The rule, in one line."""
    in_force = until is None or (until != "no" and int(until) >= 0)
    return who in {"lead", "team_lead"} or not in_force


@every_block
@every_reader
def test_rows(who: str, until: int | str | None, blocked: Case, by: Membership) -> None:
    with working_as(by):
        listed = Whereabouts.objects.visible_to(by).filter(migrant=blocked.migrant_id).exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM cases_whereabouts")
            (rows,) = cursor.fetchone()
    assert (listed, rows) == (may_know(who, until), int(may_know(who, until)))


@every_block
@every_reader
def test_pages_and_interface(who: str, until: int | str | None, blocked: Case, by: Membership) -> None:
    client, case = client_for(by), [blocked.pk]
    names = ["cases:detail", "cases:person", "cases:participations", "api:case", "api:person"]
    said = {name: client.get(reverse(name, args=case)).content.decode() for name in names}
    said |= {name: client.get(reverse(name)).content.decode() for name in ("cases:list", "api:cases")}
    assert all(said.values())
    found = {secret for secret in SECRETS if any(secret in text for text in said.values())}
    assert found == (set(SECRETS) if may_know(who, until) else set())


@every_block
@every_reader
def test_paper(who: str, until: int | str | None, blocked: Case, lead: Membership, by: Membership) -> None:
    written = analysis(blocked, by=lead, shared=["work", "residence"])
    with working_as(by):
        case = with_person(Case.objects.get(pk=blocked.pk), reader=by)
        written.case = case
        document, parts = document_for(written, reader=by)
    assert (document.municipality == TOWN) is may_know(who, until)
    # A paper made before the block is no longer given out: it held the whereabouts.
    assert (blocked.migrant_id in parts) is may_know(who, until)


@every_block
def test_the_copy_for_lists_names_nothing_while_the_block_lasts(
    until: int | str | None, blocked: Case, lead: Membership, partner: Membership
) -> None:
    in_force = not may_know("partner", until)
    with working_as(lead):
        list_after_ended_blocks(since=today() - timedelta(days=7), until=today() - timedelta(days=1))
        bring_in(blocked, make_agency(), by=lead)
    with working_as(partner):
        copies = set(Participation.objects.filter(case=blocked).values_list("municipality", flat=True))
    assert copies == {"" if in_force else Municipality.OUTSIDE}


def test_a_block_hides_at_the_next_request_and_its_end_shows_again(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    client, address = client_for(partner), reverse("cases:person", args=[shared_case.pk])
    with working_as(lead):
        change_whereabouts(shared_case, whereabouts=WHEREABOUTS, by=lead)
    for blocked in (False, True, False):
        with working_as(lead):
            change_block(shared_case, blocked=blocked, until=None, by=lead)
        assert (STREET in client.get(address).content.decode()) is not blocked
