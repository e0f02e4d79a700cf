"""Every case that a merge or its undoing touched learns of it: trail, target group, and a notice to who leads it."""

from collections.abc import Iterator
from uuid import UUID

from django.db import connection, transaction
from django.urls import reverse

from agencies.actions.notify import notify
from agencies.models import Agency, Membership
from agencies.roles import Role
from audit import trail
from cases.actions.refresh_target_group import refresh_target_group
from cases.models import Case, Participation
from core.acting import acting


@transaction.atomic
def tell_of_merge(merge_id: UUID, *, kind: str, reason: str, by: Membership) -> None:
    """Also in cases of the person that the merging agency does not see; it learns nothing about them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT case_id, agency_id, number FROM cases_of_merge(%s)", [merge_id])
        touched = [
            Case(pk=key, lead_agency_id=lead, number=number) for key, lead, number in cursor.fetchall()
        ]
    for case in touched:
        trail.record(trail.Verb.CHANGED, case, reason=reason)
        lead = Agency.objects.get(pk=case.lead_agency_id)
        # As when a title ends by itself: the group follows for the leading agency, whoever was the cause.
        with (
            acting(lead.pk),
            trail.acted_by(trail.Actor(agency_id=lead.pk, agency=lead.name, channel="task")),
        ):
            refresh_target_group(case.pk)
            recipients = list(_leading(case)) if lead.pk != by.agency_id else []
        notify(
            kind,
            to=recipients,
            about=merge_id,
            path=reverse("cases:detail", args=[case.pk]),
            by=by,
            case_id=case.pk,
            case_number=case.number,
        )


def _leading(case: Case) -> Iterator[Membership]:
    """The responsible person at the leading agency, and its team leads."""
    found = Participation.objects.in_force().filter(case=case, agency_id=case.lead_agency_id)
    responsible = [each.responsible for each in found.select_related("responsible") if each.responsible]
    leads = Membership.objects.in_force().filter(
        agency_id=case.lead_agency_id, roles__contains=[Role.TEAM_LEAD]
    )
    yield from {each.pk: each for each in [*responsible, *leads]}.values()
