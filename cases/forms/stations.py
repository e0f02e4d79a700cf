"""Between whom a step leads: typed as people say it, and recognised where the system knows it."""

from collections.abc import Iterable, Iterator

from django.db import models

from agencies.models import Agency, AgencyKind
from cases.actions.write_step import Station
from cases.models import Case
from cases.models.journey import OTHER, PERSON, STATION_KINDS

LONGEST = 120
KINDS = {kind: label for kind, label in STATION_KINDS if kind != OTHER}


class Stations:
    """The person, the agencies of the system (those of the case first) and the kinds of agencies, by their names."""

    def __init__(self, case: Case, *, also: Iterable[Agency] = ()) -> None:
        taking_part = models.Q(pk__in=case.participations.in_force().values("agency"))
        found = Agency.objects.filter(active=True).order_by(
            models.Case(models.When(taking_part, then=0), default=1), "short_name"
        )
        agencies = {agency.pk: agency for agency in [*found, *also]}
        self._names: dict[str, tuple[str, Station]] = {}
        self._add(str(KINDS[PERSON]), Station())
        for agency in agencies.values():
            self._add(agency.short_name, Station.of_agency(agency))
        for kind in AgencyKind:
            self._add(str(kind.label), Station(kind))
        # An agency whose short name is the word for its kind is still found by its full name.
        for agency in agencies.values():
            self._add(agency.name, Station.of_agency(agency))

    def __iter__(self) -> Iterator[str]:
        """The names to choose from."""
        return (name for name, _station in self._names.values())

    def named(self, text: str) -> Station:
        """Whom the text means; what nobody knows stays as it was written."""
        known = self._names.get(_plain(text))
        return known[1] if known else Station.in_words(text)

    def _add(self, name: str, station: Station) -> None:
        self._names.setdefault(_plain(name), (name, station))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
