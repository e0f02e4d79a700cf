"""Rule, lists, guardian and row level security are one rule: that of section 4 of the design.

The worlds are random and always the same, so that a build does not fail by chance.
"""

from collections.abc import Callable

import pytest

from tests.rules import checks
from tests.rules.worlds import World

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.mark.parametrize(
    ("check", "seeds"),
    [
        (checks.rule_alone, range(100)),
        (checks.net_alone, range(100, 200)),
        (checks.rule_above_net, range(200, 230)),
        (checks.permissions, range(300, 400)),
        (checks.lists, range(400, 480)),
        (checks.readers, range(500, 560)),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_everybody_sees_and_may_what_the_design_says(check: Callable[[World], None], seeds: range) -> None:
    checks.in_worlds(check, seeds)
