"""What is known about the person of a case, so that it is recognised in the texts of a pseudonymised paper."""

from collections.abc import Iterator

from agencies.models import Membership
from cases.models import Case, Interview, Participation
from cases.pseudonym.facts import KnownFacts


def facts_of(case: Case, *, reader: Membership) -> KnownFacts:
    """The facts as far as the reader may see them; names of staff are those of all agencies in the case."""
    participations = Participation.objects.of_case(case)
    migrant = case.migrant
    return KnownFacts(
        names=tuple(filter(None, [migrant.name])),
        staff=tuple(sorted(set(_staff(case, participations, reader=reader)))),
        agencies=tuple(_agencies(participations)),
        numbers=(
            case.number,
            *(each.file_number for each in _own(participations, reader) if each.file_number),
        ),
        telephones=tuple(each.telephone for each in participations if each.telephone),
        municipality=migrant.municipality,
        birth=migrant.birth,
    )


def _own(participations: list[Participation], reader: Membership) -> list[Participation]:
    return [each for each in participations if each.agency_id == reader.agency_id]


def _staff(case: Case, participations: list[Participation], *, reader: Membership) -> Iterator[str]:
    agencies = {each.agency_id for each in participations} | {reader.agency_id}
    members = Membership.objects.filter(agency_id__in=agencies).select_related("user")
    yield from members.values_list("user__name", flat=True)
    mediators = Interview.objects.visible_to(reader).filter(case=case).exclude(mediator="")
    yield from mediators.values_list("mediator", flat=True)


def _agencies(participations: list[Participation]) -> Iterator[tuple[str, str]]:
    for each in participations:
        kind = str(each.agency.get_kind_display())
        yield each.agency.name, kind
        yield each.agency.short_name, kind
