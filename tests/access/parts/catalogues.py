"""What the tests' worlds hold of: catalogues and the second check."""

from django.db.models import Model

from agencies.models import Membership
from cases.models import Case
from tests.access.parts.making import Maker
from tests.factories import make_basis


def _text(case: Case, by: Membership) -> Model:
    """A legal basis that nobody has checked yet; it belongs to no case."""
    return make_basis()


MADE: dict[str, Maker] = {"text": _text}
