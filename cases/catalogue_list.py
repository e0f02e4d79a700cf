"""What one catalogue shows: its texts, each in the version written last."""

from collections.abc import Sequence

from django.db.models import Q

from agencies.models import CheckedText
from cases.catalogues import Catalogue
from cases.models import AreaPrompts
from cases.models.vocabulary import LifeArea
from core.today import today


def texts_of(catalogue: Catalogue, *, state: str = "", order: str = "") -> Sequence[CheckedText]:
    """Those that count, those that nobody has checked, or those that count no longer."""
    over = Q(valid_until__isnull=False, valid_until__lte=today())
    found = catalogue.texts().newest().filter(over if state == "over" else ~over)
    if state == "unchecked":
        found = found.unchecked()
    if order == "latest":
        return list(found.order_by("-written_at", "code"))
    if catalogue.model is AreaPrompts:
        return sorted(found, key=lambda text: LifeArea.values.index(text.code))
    return list(found)
