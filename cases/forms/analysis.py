"""The case analysis: head, three sections in running text, and a row for each life area."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agencies.models import Membership
from cases.forms.life_area_form import LifeAreaForm
from cases.forms.long_text import LONG_TEXT, TypedText
from cases.forms.row import row_fields
from cases.models import Case, Interview
from cases.models.analysis import TextKind
from core.forms.fields import DayField
from core.forms.plain_text import PlainTextField
from core.today import today


class InterviewChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django cannot subscript it
    """One of her agency's interviews of the case; a foreign one is answered like one that does not exist."""

    default_error_messages = {
        "invalid_choice": _("Please choose one of your agency's interviews of this case.")
    }

    def to_python(self, value: Any) -> Interview | None:
        """The interview; what is no id at all is no other mistake than a wrong id."""
        try:
            return super().to_python(value)
        except ValidationError as error:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from error

    def label_from_instance(self, obj: Interview) -> str:
        """Its day and who held it."""
        return f"{obj}, {obj.author.user.name}"


class AnalysisForm(LifeAreaForm):
    """Day and title are needed; the title may tell what is not shared, so only the own agency sees it."""

    save_label = _("Save the case analysis")
    empty_word = _("empty")

    # When the stored analysis was changed last, so that a colleague's text is not replaced unseen.
    version = forms.CharField(widget=forms.HiddenInput, required=False)
    as_of = DayField(label=_("As of"), initial=today)
    title = PlainTextField(
        label=pgettext_lazy("of an analysis", "Title"),
        max_length=160,
        help_text=_("What it comes down to, in one line. Only your agency sees the title."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    interview = InterviewChoice(
        label=_("Based on the interview of"),
        queryset=Interview.objects.none(),
        required=False,
        empty_label=_("no interview"),
    )
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

    def __init__(self, *args: Any, case: Case, by: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._version = str(self.initial.get("version", ""))
        self._interviews = own_interviews(case, by=by)
        cast("InterviewChoice", self.fields["interview"]).queryset = self._interviews

    def area_fields(self) -> dict[str, forms.Field]:
        """Situation, resources, need, agencies, deadline, sharing."""
        return row_fields()

    def clean(self) -> dict[str, Any]:
        """What a colleague wrote in the meantime is replaced only knowingly: by sending the form once more."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("version", "") not in ("", self._version):
            self.data = {**{name: self.data.get(name) for name in self.data}, "version": self._version}
            raise ValidationError(
                _(
                    "Your agency has changed this analysis in the meantime. Please compare it in a second window; "
                    "saving once more replaces it by your text."
                )
            )
        return cleaned

    @property
    def interviews_to_begin_with(self) -> Iterable[Interview]:
        """What an analysis could be filled from, as long as nothing is in it."""
        return () if self.is_bound or self.initial.get("interview") else self._interviews

    @property
    def texts(self) -> list[forms.BoundField]:
        """The sections in running text."""
        return [self[kind] for kind in TextKind.values]

    def content(self) -> dict[str, Any]:
        """What the action needs."""
        data = self.cleaned_data
        return {
            **{name: data[name] for name in ("as_of", "title", "interview")},
            "texts": {kind: data[kind] for kind in TextKind.values if data[kind]},
            "rows": self.said_in_areas(),
        }


def own_interviews(case: Case, *, by: Membership) -> models.QuerySet[Interview]:
    """The interviews that an analysis of her agency can start from, the latest first."""
    own = Interview.objects.visible_to(by).filter(case=case, agency_id=by.agency_id)
    return own.select_related("author__user", "case")
