"""How the list of cases can be narrowed; what it does not know it ignores."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, Membership
from cases.case_list import CaseFilter
from cases.models.municipality import Municipality
from cases.models.vocabulary import Phase, TargetGroup, Urgency
from cases.responsibility import colleagues
from core.today import today

NOBODY = "nobody"
SUNDAY = 7


class CaseFilterForm(forms.Form):
    """Sent by GET, so that a view can be kept as a bookmark."""

    phase = forms.ChoiceField(
        label=_("Phase"), required=False, choices=[("", _("all phases")), *Phase.choices]
    )
    target_group = forms.ChoiceField(
        label=_("Target group"), required=False, choices=[("", _("all target groups")), *TargetGroup.choices]
    )
    urgency = forms.ChoiceField(
        label=_("Urgency"), required=False, choices=[("", _("any urgency")), *Urgency.choices]
    )
    municipality = forms.ChoiceField(
        label=_("Municipality"),
        required=False,
        choices=[("", _("all municipalities")), *Municipality.choices],
    )
    responsible = forms.ChoiceField(label=_("Responsible person"), required=False)
    agency = forms.ChoiceField(label=_("Also takes part"), required=False)
    due = forms.ChoiceField(
        label=_("Your follow-up"),
        required=False,
        choices=[("", _("with or without")), ("today", _("due until today")), ("week", _("due this week"))],
    )
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("latest activity first")), ("oldest", _("longest without activity first"))],
    )
    mine = forms.BooleanField(label=_("only those I am responsible for"), required=False)

    def __init__(self, data: Mapping[str, Any], *, by: Membership) -> None:
        super().__init__(data)
        people = [(str(each.pk), each.user.name) for each in colleagues(by.agency_id)]
        others = Agency.objects.filter(active=True).exclude(pk=by.agency_id)
        names = [(str(pk), name) for pk, name in others.values_list("pk", "short_name")]
        self._offer("responsible", [("", _("anybody")), (NOBODY, _("nobody named yet")), *people])
        self._offer("agency", [("", _("any agency")), *names])

    def case_filter(self) -> CaseFilter:
        """The valid part of what was asked for."""
        chosen: dict[str, Any] = dict(self.chosen)
        responsible, agency = chosen.pop("responsible", ""), chosen.pop("agency", "")
        return CaseFilter(
            oldest_first=chosen.pop("order", "") == "oldest",
            responsible=UUID(responsible) if responsible not in {"", NOBODY} else None,
            unassigned=responsible == NOBODY,
            agency=UUID(agency) if agency else None,
            due_until=until(chosen.pop("due", "")),
            **chosen,
        )

    @property
    def chosen(self) -> dict[str, Any]:
        """What was chosen, by field."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def to_keep(self) -> dict[str, str]:
        """The same as it stands in an address."""
        return {name: "on" if value is True else value for name, value in self.chosen.items()}

    @property
    def in_words(self) -> list[tuple[str, str]]:
        """Each choice with its label, as people read it."""
        return [
            (str(self.fields[name].label), self._word(name, value)) for name, value in self.chosen.items()
        ]

    @property
    def more_is_chosen(self) -> bool:
        """Something that the page folds away."""
        return not {"municipality", "agency", "due", "order"}.isdisjoint(self.chosen)

    @property
    def is_narrowed(self) -> bool:
        """Something was chosen."""
        return replace(self.case_filter(), oldest_first=False) != CaseFilter()

    def _word(self, name: str, value: Any) -> str:
        choices = dict(getattr(self.fields[name], "choices", ()))
        return str(choices.get(value, _("yes")))

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = choices


def until(due: str) -> date | None:
    """The last day that is meant: today, or the Sunday of this week."""
    if not due:
        return None
    return today() if due == "today" else today() + timedelta(days=SUNDAY - today().isoweekday())
