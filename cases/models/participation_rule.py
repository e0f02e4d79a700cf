"""When a participation counts: from its first day to the day before it ends."""

from datetime import date

from django.db import models

from core.today import today


def in_force(*, prefix: str = "", on: date | None = None) -> models.Q:
    """The condition on participations (or, with a prefix, on what points to them)."""
    day = on or today()
    starts, ends = f"{prefix}starts_on", f"{prefix}ends_on"
    return models.Q(**{f"{starts}__lte": day}) & (models.Q(**{ends: None}) | models.Q(**{f"{ends}__gt": day}))
