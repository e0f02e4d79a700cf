"""How it stands with the second look at an analysis: the latest of what was asked, answered or waived counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import models

from agencies.models import Membership
from agencies.roles import ROLES_ON_CASES
from cases.models import CaseAnalysis, SecondLook, SecondLookWaiver


@dataclass(frozen=True, slots=True)
class SecondLookState:
    """One of "none", "asked", "done" and "waived", with the record that says so."""

    analysis: CaseAnalysis
    look: SecondLook | None = None
    waiver: SecondLookWaiver | None = None

    @property
    def name(self) -> str:
        """The state."""
        if self.waiver is not None:
            return "waived"
        if self.look is None:
            return "none"
        return "done" if self.look.is_done else "asked"

    @property
    def version(self) -> int | None:
        """For which version it counts."""
        if self.waiver is not None:
            return self.waiver.version
        return (self.look.done_version or self.look.asked_version) if self.look else None

    @property
    def changed_since(self) -> bool:
        """The analysis was changed after the look, or after it was waived."""
        return self.name in {"done", "waived"} and self.version != self.analysis.version

    def is_asked_of(self, membership: Membership) -> bool:
        """She is the colleague who is asked to look."""
        if self.look is None or self.name != "asked":
            return False
        return self.look.colleague.user_id == membership.user_id


def second_look_states(
    analyses: Iterable[CaseAnalysis], *, reader: Membership
) -> Mapping[UUID, SecondLookState]:
    """The state of each analysis of her agency; two queries for all of them."""
    own = {each.pk: each for each in analyses if each.agency_id == reader.agency_id}
    looks = SecondLook.objects.visible_to(reader).filter(analysis__in=own)
    waivers = SecondLookWaiver.objects.visible_to(reader).filter(analysis__in=own)
    states = {key: SecondLookState(analysis) for key, analysis in own.items()}
    for look in looks.select_related("colleague__user", "asked_by__user").order_by("asked_at", "pk"):
        states[look.analysis_id] = SecondLookState(own[look.analysis_id], look=look)
    for waiver in waivers.select_related("waived_by__user").order_by("waived_at", "pk"):
        before = states[waiver.analysis_id].look
        if before is None or before.asked_at < waiver.waived_at:
            states[waiver.analysis_id] = SecondLookState(own[waiver.analysis_id], waiver=waiver)
    return states


def latest_second_look(analysis: CaseAnalysis) -> SecondLook | None:
    """The look that counts; none when it was waived since."""
    look = analysis.second_looks.order_by("-asked_at", "-pk").first()
    waived = analysis.second_look_waivers.filter(waived_at__gt=look.asked_at).exists() if look else False
    return None if waived else look


def colleagues_for(analysis: CaseAnalysis, *, asked_by: Membership) -> models.QuerySet[Membership]:
    """Who of the agency may look: somebody who works on cases and has written in none of its versions."""
    writers = analysis.versions.values("author__user_id")
    colleagues = Membership.objects.in_force().filter(
        agency_id=analysis.agency_id, roles__overlap=ROLES_ON_CASES
    )
    colleagues = colleagues.exclude(user_id=asked_by.user_id).exclude(user_id__in=writers)
    return colleagues.select_related("user").order_by("user__name")
