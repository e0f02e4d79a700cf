"""The municipality in each participation equals what the person's row and her block say, whatever happens."""

from datetime import timedelta
from random import Random

import pytest

from agencies.models import Membership
from cases.actions.change_block import change_block
from cases.actions.change_whereabouts import change_whereabouts
from cases.models import Case, Migrant, Participation, Whereabouts
from cases.models.municipality import Municipality
from core.today import today
from tests.factories import bring_in, make_agency, working_as

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("seed", range(4))
def test_copies_equal_the_truth(seed: int, shared_case: Case, lead: Membership) -> None:
    random = Random(seed)  # noqa: S311 - no secret comes of it
    for _ in range(12):
        step = random.randrange(3)
        with working_as(lead):
            if step == 0:
                place = {"municipality": random.choice(["", *Municipality.values])}
                change_whereabouts(shared_case, whereabouts=place, by=lead)
            elif step == 1:
                blocked = random.random() < 0.5
                until = (
                    random.choice([None, today() + timedelta(days=random.randrange(3))]) if blocked else None
                )
                change_block(shared_case, blocked=blocked, until=until, by=lead)
        if step == 2:
            bring_in(shared_case, make_agency(), by=lead)
        assert copies(shared_case, lead) == {truth(shared_case, lead)}


def copies(case: Case, by: Membership) -> set[str]:
    """What the lists would go by."""
    with working_as(by):
        return set(Participation.objects.filter(case=case).values_list("municipality", flat=True))


def truth(case: Case, by: Membership) -> str:
    """What the two tables say."""
    with working_as(by):
        where = Whereabouts.objects.filter(migrant=case.migrant_id).first()
        is_blocked = Migrant.objects.get(pk=case.migrant_id).is_blocked
    return where.municipality if where and not is_blocked else ""
