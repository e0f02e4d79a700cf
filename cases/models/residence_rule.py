"""Which days of a residence title cannot be true, said in one sentence at the day in question."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.partial_date import first_possible
from core.refusal import Refusal


def impossible(period: Mapping[str, Any], *, birth: str) -> Refusal | None:
    """Why a period with these days cannot be; None when it can."""
    starts_on, printed, effective = (
        period.get(name) for name in ("starts_on", "printed_until", "effective_until")
    )
    if starts_on and effective and effective < starts_on:
        return Refusal(_("The residence title ends before it begins."), field="effective_until")
    if starts_on and printed and printed < starts_on:
        return Refusal(_("The printed day lies before the first day."), field="printed_until")
    if printed and effective and printed != effective and not period.get("effective_reason"):
        return Refusal(_("Please say why the two days differ."), field="effective_reason")
    if born_after(starts_on or effective, birth=birth):
        sentence = _("The person was born later: %(birth)s.") % {"birth": _day(first_possible(birth))}
        return Refusal(sentence, field="starts_on" if starts_on else "effective_until")
    return None


def born_after(day: date | None, *, birth: str) -> bool:
    """Whether the person was certainly not born on that day."""
    return bool(day and birth) and day < first_possible(birth)  # type: ignore[operator]  # there is a day


def _day(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
