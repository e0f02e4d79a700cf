"""The case analysis: head, sections in running text, a row for each life area, and what is proposed."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agencies.models import Membership
from cases.analysis_content import AnalysisContent, ProposalContent
from cases.forms.interview_choices import InterviewChoices, open_interviews
from cases.forms.life_area_form import LifeAreaForm
from cases.forms.long_text import LONG_TEXT, TypedText
from cases.forms.row import row_fields
from cases.forms.way_choices import (
    BreakPointSection,
    StepChoices,
    break_point_fields,
    field_name,
    open_break_points,
    said_about,
)
from cases.models import BreakPoint, Case, ConferenceProposal, Interview
from cases.models.analysis import TextKind
from cases.models.conference_proposal import Naming
from core.forms.fields import DayField
from core.forms.plain_text import PlainTextField
from core.today import today

PROPOSAL = "proposal_"


class AnalysisForm(LifeAreaForm):
    """Day and title are needed; the title may tell what is not shared, so only the own agency sees it."""

    save_label = _("Save the case analysis")
    empty_word = _("empty")

    # The version that was read, so that a colleague's text is not replaced unseen.
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    as_of = DayField(label=_("As of"), initial=today)
    title = PlainTextField(
        label=pgettext_lazy("of an analysis", "Title"),
        max_length=160,
        help_text=_("What it comes down to, in one line. Only your agency sees the title."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    interviews = InterviewChoices(label=_("Based on the interviews of"))
    occasion = PlainTextField(
        label=TextKind.OCCASION.label,
        max_length=LONG_TEXT,
        required=False,
        widget=TypedText(),
        help_text=_("Why this case is looked at now."),
    )
    own_words = PlainTextField(
        label=TextKind.OWN_WORDS.label, max_length=LONG_TEXT, required=False, widget=TypedText(is_tall=True)
    )
    goals = PlainTextField(
        label=TextKind.GOALS.label,
        max_length=LONG_TEXT,
        required=False,
        widget=TypedText(),
        help_text=_("One goal in each line."),
    )
    worked = PlainTextField(
        label=TextKind.WORKED.label,
        max_length=LONG_TEXT,
        required=False,
        widget=TypedText(),
        help_text=_("Where somebody found a way, so that others can take it too."),
    )
    case_or_theme = PlainTextField(
        label=TextKind.CASE_OR_THEME.label,
        max_length=LONG_TEXT,
        required=False,
        widget=TypedText(),
        help_text=_("What this case alone explains, and what others will meet as well."),
    )
    sharing_wish = PlainTextField(
        label=TextKind.SHARING_WISH.label,
        max_length=LONG_TEXT,
        required=False,
        widget=TypedText(),
        help_text=_("What the person wants whom to know, and what not."),
    )
    proposal_question = PlainTextField(
        label=_("Question to the conference"), max_length=2_000, required=False, widget=TypedText()
    )
    proposal_aim = PlainTextField(
        label=_("What is to be reached"), max_length=2_000, required=False, widget=TypedText()
    )
    proposal_agencies = PlainTextField(label=_("Agencies needed"), max_length=300, required=False)
    proposal_minutes = forms.IntegerField(
        label=_("Minutes"),
        required=False,
        min_value=ConferenceProposal.SHORTEST,
        max_value=ConferenceProposal.LONGEST,
        widget=forms.NumberInput(attrs={"class": "kern-form-input__input--short"}),
    )
    proposal_naming = forms.ChoiceField(
        label=_("How the case is put forward"),
        choices=Naming.choices,
        initial=Naming.PSEUDONYMISED,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, case: Case, by: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._open_interviews = open_interviews(case, to=by)
        choices = cast("InterviewChoices", self.fields["interviews"])
        choices.reader, choices.queryset = by, self._open_interviews
        self.fields["steps"] = StepChoices(label=_("Way through the offices"), case=case, by=by)
        self._break_points = open_break_points(case, to=by)
        for each in self._break_points:
            self.fields.update(break_point_fields(each))

    def keep_what_was_typed(self, *, version: int) -> None:
        """Show it again beside what a colleague has stored; sent once more, it follows on that version."""
        data = cast("QueryDict", self.data).copy()
        data["version"] = str(version)
        self.data = data

    def area_fields(self) -> dict[str, forms.Field]:
        """Situation, resources, need, agencies, deadline, sharing."""
        return row_fields()

    def clean(self) -> dict[str, Any]:
        """What is said about a conference needs its question."""
        cleaned: dict[str, Any] = super().clean() or {}
        rest = [cleaned.get(PROPOSAL + name) for name in ("aim", "agencies", "minutes")]
        if any(rest) and not cleaned.get("proposal_question") and "proposal_question" not in self.errors:
            self.add_error(
                "proposal_question", _("Please write the question that the conference is to answer.")
            )
        return cleaned

    @property
    def interviews_to_begin_with(self) -> Iterable[Interview]:
        """What an analysis could be filled from, as long as nothing is in it."""
        return () if self.is_bound or self.initial.get("interviews") else self._open_interviews

    @property
    def break_points(self) -> list[BreakPointSection]:
        """The break points of the case, each with its fields."""
        return [self._break_point(each) for each in self._break_points]

    def content(self) -> AnalysisContent:
        """What the action needs."""
        data = self.cleaned_data
        return AnalysisContent(
            as_of=data["as_of"],
            title=data["title"],
            interviews=tuple(interview.pk for interview in data["interviews"]),
            steps=tuple(step.pk for step in data["steps"]),
            break_points={
                each.pk: said_about(each, data) for each in self._break_points if self._belongs(each)
            },
            texts={kind: data[kind] for kind in TextKind.values if data[kind]},
            rows=self.said_in_areas(),
            proposal=self._proposal(),
        )

    def _belongs(self, each: BreakPoint) -> bool:
        """A note that is written now is not lost when the box above it was forgotten."""
        note = field_name(each.pk, "note")
        return bool(self.cleaned_data[field_name(each.pk, "chosen")]) or (
            note in self.changed_data and bool(self.cleaned_data[note])
        )

    def _break_point(self, each: BreakPoint) -> BreakPointSection:
        chosen, *fields = (self[name] for name in break_point_fields(each))
        return BreakPointSection(each, chosen, fields)

    def _proposal(self) -> ProposalContent | None:
        data = self.cleaned_data
        if not data["proposal_question"]:
            return None
        return ProposalContent(
            question=data["proposal_question"],
            aim=data["proposal_aim"],
            agencies=data["proposal_agencies"],
            minutes=data["proposal_minutes"],
            naming=data["proposal_naming"] or Naming.PSEUDONYMISED,
        )
