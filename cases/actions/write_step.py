"""Writing down a step of the way through the offices; it stays with the agency that writes it unless it shares it."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.models import Agency, Membership
from audit import trail
from cases.models import Case, JourneyStep
from cases.models.journey import OTHER, PERSON
from cases.permissions import locked
from core.refusal import Outdated


@dataclass(frozen=True, slots=True)
class Station:
    """One end of a step: an agency, a kind of agency, the person, or somebody in words."""

    kind: str = PERSON
    agency: Agency | None = None
    words: str = ""

    @classmethod
    def of_agency(cls, agency: Agency) -> "Station":
        """An agency of the system, with its kind."""
        return cls(agency.kind, agency)

    @classmethod
    def in_words(cls, words: str) -> "Station":
        """Somebody whom the system does not know."""
        return cls(OTHER, words=words)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepContent:
    """What the step says."""

    what: str
    life_area: str
    from_: Station = field(default_factory=Station)
    to: Station = field(default_factory=Station)
    on: str = ""
    days: int | None = None
    cost: str = ""
    shared: bool = False


WORDS = ("what", "life_area", "on", "days", "cost", "shared")
STATIONS = ("from_kind", "from_agency", "from_words", "to_kind", "to_agency", "to_words")


@transaction.atomic
def write_step(
    case: Case,
    *,
    content: StepContent,
    by: Membership,
    step: JourneyStep | None = None,
    key: UUID | None = None,
) -> JourneyStep:
    """Store a new step, or change one that her agency wrote; with a key, sent twice, the second is an IntegrityError.

    Raises Outdated when it was changed meanwhile; PermissionDenied for another agency's step; Http404 for one that is
    not visible to her in this case.
    """
    case = locked(case, for_=by, codename="change_case")
    present = _present(step, case=case, by=by) if step else None
    written = present or JourneyStep(id=key or uuid4(), case=case, agency=by.agency, author=by)
    for name in WORDS:
        setattr(written, name, getattr(content, name))
    for end, station in (("from", content.from_), ("to", content.to)):
        setattr(written, f"{end}_kind", station.kind)
        setattr(written, f"{end}_agency", station.agency)
        setattr(written, f"{end}_words", station.words)
    written.changed_at = timezone.now()
    if present:
        written.save(update_fields=(*WORDS, *STATIONS, "changed_at"))
    else:
        written.save(force_insert=True)
    case.touch()
    trail.record(trail.Verb.CHANGED if present else trail.Verb.CREATED, written)
    return written


def own_step(step_id: UUID, *, case: Case, by: Membership) -> JourneyStep:
    """A step that her agency wrote.

    Raises Http404 for one that she does not see in this case, PermissionDenied for another agency's.
    """
    steps = JourneyStep.objects.visible_to(by).select_related("agency", "case", "from_agency", "to_agency")
    step = get_object_or_404(steps, pk=step_id, case=case)
    if step.agency_id != by.agency_id:
        raise PermissionDenied
    return step


def _present(read: JourneyStep, *, case: Case, by: Membership) -> JourneyStep:
    """The step under the lock of the case; it must be what the caller has read."""
    step = own_step(read.pk, case=case, by=by)
    if step.changed_at != read.changed_at:
        raise Outdated(_("This step was changed at this very moment. Please look at it and save again."))
    return step
