"""Rule, lists, guardian and row level security are one rule (docs/architecture.md, "Who sees what").

The worlds are random and always the same, so that a build does not fail by chance.
"""

from collections.abc import Callable

import pytest

from tests.rules import checks
from tests.rules.worlds import World

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])

Check = Callable[[World], None]

WORLDS: dict[Check, int] = {
    checks.rule_alone: 80,
    checks.net_alone: 80,
    checks.rule_above_net: 20,
    checks.permissions: 100,
    checks.lists: 60,
    checks.readers: 60,
}
# In one database, before the next test gets an empty one: policies are asked about every row of every world.
AT_A_TIME = 20

ROUNDS = [
    pytest.param(check, range(first, first + AT_A_TIME), id=f"{check.__name__}-{first}")
    for check, number in WORLDS.items()
    for first in range(0, number, AT_A_TIME)
]


@pytest.mark.parametrize(("check", "seeds"), ROUNDS)
def test_everybody_sees_and_may_what_the_design_says(check: Check, seeds: range) -> None:
    checks.in_worlds(check, seeds)
