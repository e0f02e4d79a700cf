"""A place in a text that tells who it is about."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class TraceKind(models.TextChoices):
    """Why it identifies; the order is that of the page."""

    NAME = "name", _("name of the person")
    RELATIVE = "relative", _("name of a relative")
    STAFF = "staff", _("name of somebody who works on the case")
    AGENCY = "agency", _("name of an agency")
    BIRTH = "birth", _("date or year of birth")
    DAY = "day", _("day")
    NUMBER = "number", _("number that leads to a file")
    CONTACT = "contact", _("telephone number or e-mail address")
    ADDRESS = "address", _("address")
    PLACE = "place", _("place where the person lives")
    SOUNDS_ALIKE = "sounds_alike", _("sounds like the person's name")
    PERHAPS_NAME = "perhaps_name", _("perhaps a name")
    OTHER_PLACE = "other_place", _("place in Kreis Lippe or street")
    RARE_ORIGIN = "rare_origin", _("country from which few people live in Kreis Lippe")
    PERHAPS_NUMBER = "perhaps_number", _("number that may lead to a file")
    AGE = "age", _("exact age")
    OTHER_SCRIPT = "other_script", _("text in another script, in which names are not all recognised")


@dataclass(frozen=True, slots=True)
class Trace:
    """From where to where, why, and what stands in its place; None: it stays, and somebody should look."""

    start: int
    end: int
    kind: TraceKind
    replacement: str | None = None

    def overlaps(self, other: "Trace") -> bool:
        """Whether both have a letter in common."""
        return self.start < other.end and other.start < self.end
