"""What is known about the person of a case, so that it is recognised in the texts of a pseudonymised paper."""

from collections.abc import Iterator

from django.db.models import Q

from agencies.models import Membership
from cases.models import Case, FamilyLink, Interview, Participation, Whereabouts
from cases.pseudonym.facts import KnownFacts


def facts_of(
    case: Case,
    *,
    reader: Membership,
    participations: list[Participation],
    known: Whereabouts | None,
) -> KnownFacts:
    """The facts as far as the reader may see them; names of staff are those of all agencies in the case."""
    migrant = case.migrant
    return KnownFacts(
        names=tuple(filter(None, [migrant.name, *migrant.aliases])),
        relatives=tuple(_relatives(case, reader=reader)),
        staff=tuple(sorted(set(_staff(case, participations, reader=reader)))),
        agencies=tuple(_agencies(participations)),
        numbers=(
            case.number,
            *(each.file_number for each in _own(participations, reader) if each.file_number),
        ),
        telephones=tuple(
            filter(None, [*(each.telephone for each in participations), known.telephone if known else ""])
        ),
        streets=(known.street,) if known and known.street else (),
        municipality=known.place if known else "",
        blocked=migrant.is_blocked,
        birth=migrant.birth,
    )


def _relatives(case: Case, *, reader: Membership) -> Iterator[str]:
    """Those without a record by their name, those with one by theirs."""
    ends = Q(person=case.migrant_id) | Q(relative=case.migrant_id)
    links = FamilyLink.objects.visible_to(reader).filter(ends).select_related("person", "relative")
    for link in links:
        other = link.relative if link.person_id == case.migrant_id else link.person
        yield other.name if other else link.name


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
