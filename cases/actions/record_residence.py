"""Recording a residence title: what is printed, what the law says, and why the two differ."""

from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.actions.refresh_target_group import refresh_target_groups_of
from cases.models import Case, ResidencePeriod
from cases.models.residence_rule import impossible
from cases.permissions import locked
from core.refusal import Refusal


@transaction.atomic
def record_residence(
    case: Case, *, period: dict[str, Any], by: Membership, key: UUID | None = None
) -> ResidencePeriod:
    """Store one more period; the target group follows.

    Raises Refusal for days that cannot be true, and for a time in which another title is legally effective.
    """
    case = locked(case, for_=by, codename="steer_case")
    refuse_what_cannot_be(case, period=period, by=by)
    recorded = ResidencePeriod(id=key or uuid4(), migrant_id=case.migrant_id, changed_by=str(by), **period)
    store(recorded, force_insert=True)
    case.touch()
    trail.record(trail.Verb.CHANGED, case, reason=_("Residence title recorded"))
    refresh_target_groups_of(case, by=by)
    return recorded


def refuse_what_cannot_be(
    case: Case, *, period: dict[str, Any], by: Membership, besides: ResidencePeriod | None = None
) -> None:
    """Raise Refusal, at the field, unless the period can be true beside the others."""
    if refusal := impossible(period, birth=case.migrant.birth):
        raise refusal
    effective = period.get("effective_until")
    others = ResidencePeriod.objects.visible_to(by).filter(migrant_id=case.migrant_id)
    others = others.exclude(pk=besides.pk) if besides else others
    other = others.overlapping(starts_on=period.get("starts_on"), until=effective).first()
    if other is not None:
        sentence = _(
            "At that time another title is legally effective: %(other)s. Please correct the days here, or enter there "
            "until when it was effective."
        )
        raise Refusal(sentence % {"other": other.in_words}, field="starts_on")


def store(period: ResidencePeriod, **how: Any) -> None:
    """Save it; Refusal when somebody else stored an overlapping one at the same moment."""
    try:
        with transaction.atomic():
            period.save(**how)
    except IntegrityError as error:
        raise Refusal(
            _("Two residence titles are legally effective at the same time."), field="starts_on"
        ) from error
