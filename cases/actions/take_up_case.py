"""Taking up a person makes the person and the case in one step."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction

from agencies.models import Membership
from audit import trail
from cases.models import (
    Case,
    LegalBasis,
    Migrant,
    Participation,
    ParticipationArea,
    PhaseChange,
    ResidencePeriod,
    Whereabouts,
)
from cases.models.residence_rule import impossible
from cases.models.vocabulary import Access, LifeArea, Phase
from cases.without_agency import next_case_number
from core.today import today


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUp:
    """What is known at the counter; all but a name and the basis may be missing."""

    person: dict[str, Any]
    legal_basis: LegalBasis
    whereabouts: dict[str, str] = field(default_factory=dict)
    residence: dict[str, Any] = field(default_factory=dict)
    occasion: str = ""
    file_number: str = ""


@transaction.atomic
def take_up_case(data: TakeUp, *, by: Membership, on: date | None = None, key: UUID | None = None) -> Case:
    """Make person, case and the leading participation; the phase is clarification.

    With a key, sent twice, the second is an IntegrityError and undone.

    Raises PermissionDenied when her role takes up no cases, Refusal for a title whose days cannot be true.
    """
    if not by.allows("take_up_case"):
        raise PermissionDenied
    if refusal := impossible(data.residence, birth=data.person.get("birth", "")):
        raise refusal
    day = on or today()
    migrant = Migrant.objects.create(taken_up_by=by.agency, **data.person)
    number = next_case_number(day.year)
    case = Case.objects.create(
        id=key or uuid4(), number=number, migrant=migrant, lead_agency=by.agency, occasion=data.occasion
    )
    _lead(case, data, by=by, day=day)
    PhaseChange.objects.create(case=case, phase=Phase.CLARIFICATION, on=day, by=str(by))
    if any(data.whereabouts.values()):
        Whereabouts.objects.create(migrant=migrant, **data.whereabouts)
    if data.residence:
        ResidencePeriod.objects.create(migrant=migrant, changed_by=str(by), **data.residence)
    case.target_group = migrant.target_group_on(today())
    case.save(update_fields=["target_group"])
    trail.record(trail.Verb.CREATED, case)
    return case


def _lead(case: Case, data: TakeUp, *, by: Membership, day: date) -> None:
    participation = Participation.objects.create(
        case=case,
        agency=by.agency,
        access=Access.LEAD,
        starts_on=day,
        file_number=data.file_number,
        responsible=by,
        telephone=by.telephone,
        granted_by=str(by),
        last_activity=case.last_activity,
        phase=case.phase,
        target_group=case.target_group,
        urgency=case.urgency,
    )
    ParticipationArea.objects.bulk_create(
        ParticipationArea(
            participation=participation, case=case, life_area=area, legal_basis=data.legal_basis
        )
        for area in LifeArea
    )
