"""What the tests' worlds hold of: the way through the offices, break points, time line."""

from django.db.models import Model

from agencies.models import Membership
from cases.models import Case
from tests.access.parts.making import Maker
from tests.factories import break_point, step


def _step(case: Case, by: Membership) -> Model:
    return step(case, by=by, area="work", shared=True)


def _break_point(case: Case, by: Membership) -> Model:
    return break_point(case, by=by, area="work", shared=True)


MADE: dict[str, Maker] = {"step": _step, "break_point": _break_point}
