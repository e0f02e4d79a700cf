"""Who is refused a case leaves an entry; every other door's is asked for in test_matrix.py."""

import pytest
from django.urls import reverse

from audit.models import Entry
from audit.models.entry import Verb
from core.acting import acting
from tests.access.register import DOORS
from tests.access.trail_left import HERS_ALONE
from tests.access.world import World


@pytest.mark.parametrize("who", ["uninvolved", "access_administrator"])
def test_who_does_not_see_the_case_leaves_a_refusal_that_its_lead_agency_reads(
    who: str, world: World
) -> None:
    case, membership = world.shared.case, world.member(who)
    for name in ("cases:detail", "api:case"):
        world.client(who).get(reverse(name, args=[case.pk]))
    with acting(case.lead_agency_id):
        found = Entry.objects.filter(case_id=case.pk, verb=Verb.REFUSED, actor_id=membership.user_id)
        assert [(e.channel, e.reason) for e in found.order_by("at")] == [
            ("page", "404 cases:detail"),
            ("api", "404 api:case"),
        ]


def test_there_are_doors_to_ask_about() -> None:
    assert len([door for door in DOORS if door.is_of_a_case]) > 30
    assert {door.name for door in DOORS} >= HERS_ALONE
