"""The age as a pseudonymised paper tells it."""

from django.utils.translation import gettext as _

# First age of each band; children and young people in steps that the law knows.
BANDS = (0, 6, 14, 18, 25, 30, 40, 50, 60, 70)


def age_band(age: tuple[int, int] | None) -> str:
    """Both bands where the youngest and the oldest possible age lie apart; empty when nothing is known."""
    if age is None:
        return ""
    first, last = _place(age[0]), _place(age[1])
    if last + 1 == len(BANDS):
        return _("%(age)s and older") % {"age": BANDS[first]}
    return f"{BANDS[first]}–{BANDS[last + 1] - 1}"


def _place(age: int) -> int:
    return max(place for place, first in enumerate(BANDS) if first <= max(age, 0))
