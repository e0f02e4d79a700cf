"""The board of the twelve life areas: of each the newest that the reader may see."""

from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TypeVar

from django.db import models
from django.utils.translation import gettext as _

from agencies.models import Membership
from cases.models import AnalysisRow, AreaState, Case, InterviewAnswer, ResidencePeriod
from cases.models.area_state import AreaProgress
from cases.models.part import SharedPart
from cases.models.vocabulary import LifeArea

PartT = TypeVar("PartT", bound=SharedPart)

TAGS = {
    AreaProgress.URGENT: "urgent",
    AreaProgress.NEED: "need",
    AreaProgress.IN_PROGRESS: "run",
    AreaProgress.SETTLED: "ok",
    "known": "ok",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardArea:
    """One life area on the board: a word for its state, and the newest that is known."""

    area: LifeArea
    state: str
    text: str = ""
    agencies: str = ""
    on: date | None = None

    @property
    def tag(self) -> str:
        """The shape that goes with the word."""
        return TAGS.get(self.state, "none")

    @property
    def word(self) -> str:
        """The state as people read it."""
        if self.state in AreaProgress.values:
            return str(AreaProgress(self.state).label)
        words = {"known": _("known"), "hidden": _("not shared"), "nothing": _("nothing shared")}
        return words[self.state]


def board(
    case: Case,
    *,
    reader: Membership,
    covers: frozenset[str],
    leads: bool,
    residence: ResidencePeriod | None,
) -> list[BoardArea]:
    """All areas in their order; three queries."""
    found = [*_said(case, reader), *_analysed(case, reader), *_stated(case, reader)]
    # Of the same day the state goes before the analysis, and this before the interview: sorting keeps the order.
    newest = {each.area: each for each in sorted(found, key=attrgetter("on"))}
    if residence is not None and LifeArea.RESIDENCE not in newest:
        newest[LifeArea.RESIDENCE] = BoardArea(area=LifeArea.RESIDENCE, state="known", text=str(residence))
    # Of what others keep to themselves nobody can tell whether it was asked.
    open_word = AreaProgress.NOT_ASKED if leads else "nothing"
    return [
        newest.get(area) or BoardArea(area=area, state=open_word if area in covers else "hidden")
        for area in LifeArea
    ]


def latest_by_area(parts: "models.QuerySet[PartT]") -> dict[str, PartT]:
    """The last of the parts for each life area; they come in the order of their days."""
    return {part.life_area: part for part in parts}


def _said(case: Case, reader: Membership) -> list[BoardArea]:
    answers = InterviewAnswer.objects.visible_to(reader).filter(case=case).select_related("interview")
    return [
        BoardArea(
            area=LifeArea(each.life_area),
            state="known",
            text=each.situation or each.wishes,
            agencies=each.agencies_involved,
            on=each.interview.held_on,
        )
        for each in latest_by_area(answers.order_by("interview__held_on", "pk")).values()
    ]


def _analysed(case: Case, reader: Membership) -> list[BoardArea]:
    rows = AnalysisRow.objects.visible_to(reader).filter(case=case).select_related("analysis")
    return [
        BoardArea(
            area=LifeArea(each.life_area),
            state=AreaProgress.NEED if each.need else "known",
            text=each.need or each.situation,
            agencies=each.agencies,
            on=each.analysis.as_of,
        )
        for each in latest_by_area(rows.order_by("analysis__as_of", "pk")).values()
    ]


def _stated(case: Case, reader: Membership) -> list[BoardArea]:
    states = AreaState.objects.visible_to(reader).filter(case=case).select_related("agency")
    return [
        BoardArea(
            area=LifeArea(each.life_area),
            state=each.state,
            text=each.need,
            agencies="" if each.agency_id == reader.agency_id else each.agency.short_name,
            on=each.changed_on,
        )
        for each in latest_by_area(states.order_by("changed_on", "pk")).values()
    ]
