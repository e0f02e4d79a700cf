"""Merging two records of one person: her cases, titles and relatives come together under the record that is kept."""

import json
from collections.abc import Mapping
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from agencies.models.notification import NotificationKind
from cases.actions.tell_of_merge import tell_of_merge
from cases.models import Case, Migrant, MigrantMerge
from cases.models.part import areas_open_to
from cases.models.vocabulary import LifeArea
from cases.permissions import locked, visible_case
from cases.person_comparison import WHEREABOUTS, PersonComparison, Side
from core.refusal import Refusal

AREAS_OF_THE_PERSON = (LifeArea.RESIDENCE, LifeArea.FAMILY)


@transaction.atomic
def merge_migrants(case: Case, *, other: Case, chosen: Mapping[str, str], by: Membership) -> MigrantMerge:
    """Merge the person of the other case into the person of this one, which her agency leads.

    Raises Refusal when both are one already, when a contradiction is not decided, when a block hides one of them, when
    her agency would come to read what is closed to it, or titles that it does not see overlap.
    """
    persons = (case.migrant_id, other.migrant_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT lock_persons(%s, %s)", persons)
    this = locked(case, for_=by, codename="steer_case")
    other = visible_case(other.pk, to=by)
    if this.migrant_id == other.migrant_id:
        raise Refusal(_("Both cases already belong to the same record."), field="number")
    if (this.migrant_id, other.migrant_id) != persons:
        raise Refusal(_("One of the records was changed meanwhile. Please look at both once more."))
    comparison = PersonComparison(this, other, reader=by)
    _check(comparison, chosen, by=by)
    merge_id = _moved(comparison, chosen, by=by)
    person = Migrant.objects.get(pk=this.migrant_id)
    facts = comparison.facts_to_keep(chosen)
    for name, value in facts.items():
        setattr(person, name, value)
    person.save(update_fields=list(facts))
    reason = _("Two records of the person were merged.")
    tell_of_merge(merge_id, kind=NotificationKind.PERSONS_MERGED, reason=reason, by=by)
    with connection.cursor() as cursor:
        cursor.execute("SELECT close_merge(%s)", [merge_id])
    return MigrantMerge.objects.get(pk=merge_id)


def _check(comparison: PersonComparison, chosen: Mapping[str, str], *, by: Membership) -> None:
    for point in comparison.points:
        if point.contradicts and chosen.get(point.name) not in Side.values:
            raise Refusal(_("Please decide which of the two applies."), field=point.name)
    if _leads_both(comparison, by=by):
        return
    if comparison.is_blocked:
        raise Refusal(
            _(
                "For one of the two an information block is in force. Only an agency that leads a case of both may "
                "merge them."
            )
        )
    if _opens_an_area(comparison, by=by):
        raise Refusal(
            _(
                "Merging would let your agency read residence titles or relatives that it may not read today. Please "
                "ask an agency that covers the life areas residence and family in both cases to merge the records."
            )
        )


def _leads_both(comparison: PersonComparison, *, by: Membership) -> bool:
    led = Case.objects.visible_to(by).filter(lead_agency_id=by.agency_id)
    persons = {comparison.this_person.pk, comparison.other_person.pk}
    return set(led.filter(migrant_id__in=persons).values_list("migrant_id", flat=True)) == persons


def _opens_an_area(comparison: PersonComparison, *, by: Membership) -> bool:
    """Whoever merges leads both records afterwards: what is kept by the person must be open to her already."""
    open_areas = areas_open_to(by.agency_id).filter(life_area__in=AREAS_OF_THE_PERSON)
    this, other = (
        set(open_areas.filter(case__migrant_id=person.pk).values_list("life_area", flat=True))
        for person in (comparison.this_person, comparison.other_person)
    )
    return this != other


def _moved(comparison: PersonComparison, chosen: Mapping[str, str], *, by: Membership) -> UUID:
    choice = {
        "dropped_periods": comparison.dropped_periods(chosen),
        "whereabouts": chosen.get(WHEREABOUTS, Side.THIS.value),
    }
    persons = (comparison.this_person.pk, comparison.other_person.pk)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT merge_persons(%s, %s, %s::jsonb, %s)", (*persons, json.dumps(choice), str(by))
            )
            key: UUID = cursor.fetchone()[0]
    except IntegrityError:
        raise Refusal(
            _(
                "Residence titles that your agency does not see would overlap. Please ask the agencies that lead the "
                "cases to correct them first."
            )
        ) from None
    return key
