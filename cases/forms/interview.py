"""The interview by guide: the frame, the lead questions, and what was said in each life area."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.forms.language import LanguageField
from cases.forms.answer import answer_fields
from cases.forms.life_area_form import LifeAreaForm
from cases.forms.long_text import LONG_TEXT, TypedText
from cases.models import LeadQuestion
from cases.models.interview import ConsentForm
from core.forms.fields import DayField
from core.forms.plain_text import PlainTextField
from core.today import today


class InterviewForm(LifeAreaForm):
    """Only the day and the consent are needed; what was not asked stays empty."""

    save_label = _("Save the interview")
    empty_word = _("not asked")

    held_on = DayField(label=_("Held on"), initial=today)
    consent = forms.ChoiceField(
        label=_("The person agreed to the interview"),
        choices=ConsentForm.choices,
        widget=forms.RadioSelect,
        help_text=_("Without consent there is no interview (§ 67b Abs. 2 SGB X)."),
    )
    language = LanguageField(
        label=_("Language of the interview"),
        required=False,
        help_text=_("For example Arabic."),
    )
    mediator = PlainTextField(
        label=_("Language mediator"),
        max_length=120,
        required=False,
        help_text=_("Name and where she or he comes from, for example the mediators' pool of the Kreis."),
    )

    def __init__(self, *args: Any, questions: Sequence[LeadQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._questions = [question.code for question in questions]
        for question in questions:
            self.fields[question.code] = PlainTextField(
                label=question.wording,
                max_length=LONG_TEXT,
                required=False,
                widget=TypedText(is_tall=True),
                help_text="" if question.is_checked else _("This wording is not checked yet."),
            )

    def area_fields(self) -> dict[str, forms.Field]:
        """Situation, wishes, agencies, rating, sharing."""
        return answer_fields()

    @property
    def questions(self) -> list[forms.BoundField]:
        """The fields of the lead questions."""
        return [self[question] for question in self._questions]

    def record(self) -> dict[str, Any]:
        """What the action needs."""
        data = self.cleaned_data
        return {
            **{name: data[name] for name in ("held_on", "consent", "language", "mediator")},
            "statements": {question: data[question] for question in self._questions if data[question]},
            "answers": self.said_in_areas(),
        }
