"""Asking for a second look, doing without one, and giving it."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.forms.long_text import LONG_TEXT, TypedText
from cases.forms.participation import MemberChoice
from cases.models import CaseAnalysis
from cases.models.second_look import Verdict
from cases.second_look_state import colleagues_for
from core.forms.plain_text import PlainTextField


class AskForm(forms.Form):
    """Whom to ask; nobody who has written in the analysis is offered."""

    colleague = MemberChoice(
        label=_("Colleague"), queryset=Membership.objects.none(), empty_label=_("please choose")
    )

    def __init__(self, *args: Any, analysis: CaseAnalysis, by: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = cast("MemberChoice", self.fields["colleague"])
        choice.queryset = colleagues_for(analysis, asked_by=by)


class WaiveForm(forms.Form):
    """Why nobody looks."""

    reason = PlainTextField(
        label=_("Reason"),
        max_length=300,
        help_text=_("For example: urgent, nobody of the team is there this week."),
    )


class GiveForm(forms.Form):
    """What the colleague says; her remarks stay in the agency."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(label=_("Result"), choices=Verdict.choices, widget=forms.RadioSelect)
    remarks = PlainTextField(
        label=_("Remarks"),
        max_length=LONG_TEXT,
        required=False,
        widget=TypedText(is_tall=True),
        help_text=_("Please say which section each of them is about."),
    )
