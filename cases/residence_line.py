"""The residence titles of a person as a line through time, and as a table with both days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.models import ResidencePeriod
from core.period_picture import PeriodPicture, Span, period_picture
from core.today import today


@dataclass(frozen=True, slots=True)
class ResidenceLine:
    """The latest period first; `now` is the one that is legally effective today."""

    periods: Sequence[ResidencePeriod]
    now: ResidencePeriod | None
    picture: PeriodPicture


def residence_line(periods: Sequence[ResidencePeriod]) -> ResidenceLine:
    """In the order of their first days; one without a first day is the oldest."""
    ordered = sorted(periods, key=lambda each: (each.starts_on or date.min, each.pk), reverse=True)
    now = next((each for each in ordered if _is_effective(each, today())), None)
    spans = [
        Span(str(each), _days(each), each.starts_on, each.effective_until, each.printed_until)
        for each in ordered
    ]
    return ResidenceLine(ordered, now, period_picture(spans, today=today()))


def _is_effective(period: ResidencePeriod, day: date) -> bool:
    began = period.starts_on is None or period.starts_on <= day
    return began and (period.effective_until is None or period.effective_until >= day)


def _days(period: ResidencePeriod) -> str:
    """Both days, as short as they fit below the line on a narrow screen."""
    if period.printed_until and period.effective_until and not period.differs_from_print:
        return _("effective and printed until %(day)s") % {"day": _shown(period.effective_until)}
    return _("effective until %(effective)s, printed %(printed)s") % {
        "effective": _shown(period.effective_until),
        "printed": _shown(period.printed_until),
    }


def _shown(day: date | None) -> str:
    return date_format(day, "SHORT_DATE_FORMAT") if day else _("open")
