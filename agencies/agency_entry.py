"""What the access administration says about an agency, and how two agencies are told apart."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from agencies.models import Agency, Carrier
from core.one_at_a_time import one_at_a_time
from core.refusal import Refusal

COLUMNS = ("carrier", "name", "short_name", "kind", "legal_kind", "duty_to_report", "place")


@dataclass(frozen=True, kw_only=True, slots=True)
class AgencyEntry:
    """All that is written about an agency; whether it is active is no part of it."""

    carrier: Carrier
    name: str
    short_name: str
    kind: str
    legal_kind: str
    duty_to_report: bool
    place: str

    def write_into(self, agency: Agency) -> None:
        """Take it over, unsaved."""
        for column in COLUMNS:
            setattr(agency, column, getattr(self, column))


def refuse_taken_names(entry: AgencyEntry, *, but: Agency | None = None) -> None:
    """Names and short names are what people choose an agency by.

    Raises Refusal at the field that another agency has alike.
    """
    one_at_a_time("names of agencies")
    others = Agency.objects.exclude(pk=but.pk) if but else Agency.objects.all()
    if others.filter(short_name__iexact=entry.short_name).exists():
        raise Refusal(_("Another agency has this short name."), field="short_name")
    if others.filter(name__iexact=entry.name).exists():
        raise Refusal(_("Another agency has this name."), field="name")
