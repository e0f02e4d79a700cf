"""A world in which every text field of two agencies, and of a third one's case, holds a canary."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from agencies.models import Membership
from cases.actions.change_head import CaseHead, change_head
from cases.actions.change_phase import change_phase
from cases.actions.keep_filter import keep_filter
from cases.actions.name_contact import name_contact
from cases.actions.record_interview import InterviewRecord, record_interview
from cases.actions.save_draft import save_draft
from cases.actions.set_area_state import set_area_state
from cases.actions.set_follow_up import set_follow_up
from cases.actions.take_note import take_note
from cases.actions.write_analysis import write_analysis
from cases.actions.write_break_point import BreakPointContent, write_break_point
from cases.actions.write_step import Station, StepContent, write_step
from cases.analysis_content import AnalysisContent, ProposalContent
from cases.models import Case, CaseAnalysis, Interview, LegalBasis, Participation
from cases.models.analysis import TextKind
from cases.models.interview import Question
from core.models import KeptText
from core.today import today
from tests.access.canaries import Aviary
from tests.access.planting_analyses import plant_judgement
from tests.access.planting_persons import plant_person
from tests.factories import take_up, working_as

LEADS = ("lead", "team_lead")
YOUTH_OFFICE = ("uninvolved", "acting_for_the_wrong_one")
# Who reads what is shared in a life area of the shared case, beside the agency that wrote it.
COVERING: Mapping[str, tuple[str, ...]] = {
    "residence": (*LEADS, "reader"),
    "work": (*LEADS, "partner"),
    "education": LEADS,
}
KEPT = "health"


@dataclass(frozen=True)
class Planter:
    """An agency's caseworker who writes canaries: who of the cast reads what she keeps, and who sees the case."""

    aviary: Aviary
    by: Membership
    own: tuple[str, ...]
    everybody: tuple[str, ...]
    covering: Mapping[str, tuple[str, ...]]
    writer: tuple[str, ...]

    def take_up(self, basis: LegalBasis) -> Case:
        """A person and her case."""
        person: dict[str, Any] = {
            name: self._word(f"Migrant.{name}", self.everybody)
            for name in ("given_names", "family_name", "origin", "language")
        }
        person |= {
            "target_group_override": "tolerated",
            "override_reason": self._word("Migrant.override_reason", self.everybody),
        }
        residents = {*self.own, *self.covering.get("residence", ())}
        residence = {
            "title": "toleration",
            "basis": self._word("ResidencePeriod.basis", residents),
            "effective_reason": self._word("ResidencePeriod.effective_reason", residents),
            "conditions": self._word("ResidencePeriod.conditions", residents),
            "starts_on": today() - timedelta(days=9),
            "effective_until": today() + timedelta(days=20),
        }
        occasion = self._word("Case.occasion", self.everybody)
        case = take_up(self.by, basis=basis, residence=residence, occasion=occasion, **person)
        plant_person(case, by=self.by, word=self._word, everybody=self.everybody, own=self.own)
        with working_as(self.by):
            reason = self._word("PhaseChange.reason", self.everybody)
            change_phase(case, to="assessment", by=self.by, reason=reason)
        return case

    def name_contact(self, case: Case) -> Participation:
        """Telephone and file number of her agency."""
        telephone = self._word("Participation.telephone", self.everybody)
        number = self._word("Participation.file_number", self.own)
        with working_as(self.by):
            return name_contact(
                case, responsible=self.by, telephone=telephone, file_number=number, by=self.by
            )

    def interview(self, case: Case) -> Interview:
        """An interview, shared in the areas that somebody covers and kept in one."""
        texts = ("situation", "wishes", "agencies_involved")
        record = InterviewRecord(
            held_on=today(),
            consent="oral",
            language=self._word("Interview.language", self.own),
            mediator=self._word("Interview.mediator", self.own),
            statements={each: self._word("InterviewStatement.text", self.own) for each in Question.values},
            answers=self._areas("InterviewAnswer", texts),
        )
        with working_as(self.by):
            return record_interview(case, record=record, by=self.by)

    def analysis(self, case: Case, interview: Interview) -> CaseAnalysis:
        """An analysis of the interview, shared alike."""
        texts = ("situation", "resources", "need", "agencies", "deadline_note")
        content = AnalysisContent(
            as_of=today(),
            title=self._word("CaseAnalysis.title", self.own),
            interviews=(interview.pk,),
            texts={each: self._word("AnalysisText.text", self.own) for each in TextKind.values},
            rows=self._areas("AnalysisRow", texts, deadline=today() + timedelta(days=3)),
            proposal=ProposalContent(
                question=self._word("ConferenceProposal.question", self.own),
                aim=self._word("ConferenceProposal.aim", self.own),
                agencies=self._word("ConferenceProposal.agencies", self.own),
            ),
        )
        with working_as(self.by):
            return write_analysis(case, content=content, by=self.by)

    def judgement(self, analysis: CaseAnalysis) -> None:
        """What the analysis says beyond the case, and what a colleague says about it."""
        plant_judgement(analysis, by=self.by, word=self._word, own=self.own)

    def way(self, case: Case) -> None:
        """A step and a break point in each of those areas, shared alike."""
        for area, who in self._readers.items():
            shared: dict[str, Any] = {"life_area": area, "shared": area != KEPT}
            stations = {
                end: Station.in_words(self._word(f"JourneyStep.{end}_words", who)) for end in ("from", "to")
            }
            texts: dict[str, Any] = {
                name: self._word(f"JourneyStep.{name}", who) for name in ("what", "cost")
            }
            step = StepContent(from_=stations["from"], to=stations["to"], **texts, **shared)
            names = ("what_happened", "effect", "would_have_helped", "caught_by")
            texts = {name: self._word(f"BreakPoint.{name}", who) for name in names}
            kinds: dict[str, Any] = {
                "from_kind": "jobcentre",
                "to_kind": "school_office",
                "category": "other",
            }
            with working_as(self.by):
                written = write_step(case, content=step, by=self.by)
                found = BreakPointContent(**kinds, **texts, **shared, found_on=today(), step=written)
                write_break_point(case, content=found, by=self.by)

    def daily_work(self, case: Case) -> None:
        """Notes, a reminder, a kept view, states of life areas; the leading agency writes the head too."""
        with working_as(self.by):
            text, spoke_with = (self._word(f"Note.{name}", self.own) for name in ("text", "spoke_with"))
            take_note(case, text=text, spoke_with=spoke_with, by=self.by)
            reminder = self._word("FollowUp.text", self.writer)
            set_follow_up(case, due_on=today(), text=reminder, by=self.by)
            keep_filter(
                name=self._word("SavedFilter.name", self.writer), chosen={"phase": "planning"}, by=self.by
            )
            for area, entry in self._areas("AreaState", ["need"]).items():
                set_area_state(case, life_area=area, state="need", by=self.by, **entry)
            if case.lead_agency_id == self.by.agency_id:
                names = ("urgency_reason", "summary")
                words = {name: self._word(f"Case.{name}", self.everybody) for name in names}
                head = CaseHead(urgency="soon", occasion=case.occasion, **words)
                change_head(case, head=head, by=self.by)

    def drafts(self, case: Case) -> KeptText:
        """What she is still writing, in the case and outside, and what her ended session left behind."""
        words = {
            name: self._word("Draft.fields", self.writer) for name in ("success", "family_name", "title")
        }
        with working_as(self.by):
            save_draft(by=self.by, case=case, kind="interview", fields={"success": [words["success"]]})
            save_draft(by=self.by, case=None, kind="take_up", fields={"family_name": [words["family_name"]]})
            save_draft(by=self.by, case=case, kind="analysis", fields={"title": [words["title"]]})
        fields = {"success": [self._word("KeptText.secret", self.writer)]}
        kept = KeptText.sealed(
            user_id=self.by.user_id, path=f"/cases/{case.pk}/interviews/new/", fields=fields
        )
        kept.save()
        return kept

    def _areas(self, model: str, texts: Iterable[str], **rest: Any) -> dict[str, dict[str, Any]]:
        return {
            area: {name: self._word(f"{model}.{name}", who) for name in texts}
            | {"shared": area != KEPT}
            | rest
            for area, who in self._readers.items()
        }

    @property
    def _readers(self) -> dict[str, tuple[str, ...]]:
        return {KEPT: self.own} | {area: (*self.own, *who) for area, who in self.covering.items()}

    def _word(self, field: str, readers: Iterable[str]) -> str:
        return self.aviary.word(field, readers)
