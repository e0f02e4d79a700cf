"""Before anything is shared: who would read what, and on which basis."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from agencies.models import Agency
from agencies.models.checked_text import valid_on
from cases.models import Case, LegalBasis, ParticipationArea
from cases.models.participation_rule import in_force
from cases.models.vocabulary import LifeArea
from core.today import today


@dataclass(frozen=True, slots=True)
class AreaReader:
    """An agency to which a life area of the case is open today."""

    agency: Agency
    basis: LegalBasis


@dataclass(frozen=True, slots=True)
class ReaderAreas:
    """An agency, and the life areas that are open to it today."""

    agency: Agency
    areas: Sequence[str]
    bases: Sequence[LegalBasis]


def areas_by_reader(case: Case, *, besides: Agency) -> list[ReaderAreas]:
    """The same turned round, for a form in which the life area is still to be chosen."""
    areas: defaultdict[Agency, list[str]] = defaultdict(list)
    bases: defaultdict[Agency, dict[str, LegalBasis]] = defaultdict(dict)
    readers = readers_by_area(case, besides=besides)
    for area in LifeArea:
        for reader in readers.get(area, ()):
            areas[reader.agency].append(str(area.label))
            bases[reader.agency][str(reader.basis)] = reader.basis
    return [ReaderAreas(agency, areas[agency], list(bases[agency].values())) for agency in areas]


def readers_by_area(case: Case, *, besides: Agency) -> dict[str, list[AreaReader]]:
    """The other agencies that would read what is shared now, by life area; one query for all areas."""
    found = ParticipationArea.objects.filter(
        in_force(prefix="participation__"),
        valid_on(today(), prefix="legal_basis__"),
        participation__agency__active=True,
        case=case,
    ).exclude(participation__agency=besides)
    found = found.select_related("participation__agency", "legal_basis").order_by(
        "participation__agency__name"
    )
    readers: defaultdict[str, list[AreaReader]] = defaultdict(list)
    for area in found:
        readers[area.life_area].append(AreaReader(area.participation.agency, area.legal_basis))
    return dict(readers)
