"""A break point: at which interface, what happened, and what would have helped."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from agencies.models import AgencyKind, Membership
from cases.actions.write_break_point import BreakPointContent
from cases.forms.step import CHOOSE_AREA, SHARE, days_field
from cases.forms.version import VersionForm
from cases.models import BreakPoint, Case, JourneyStep
from cases.models.break_point import BreakCategory
from core.forms.fields import DayField
from core.forms.plain_text import PlainTextField
from core.partial_date import for_people
from core.today import today

CHOOSE_KIND = [("", _("please choose")), *AgencyKind.choices]
NAMES = (
    *("from_kind", "to_kind", "category", "what_happened", "effect", "days_lost", "would_have_helped"),
    *("caught_by", "found_on", "step", "life_area", "shared"),
)


class StepChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django cannot subscript it
    """One of the steps of the case that are open to her; any other is answered alike."""

    default_error_messages = {"invalid_choice": _("Please choose one of the steps of this case.")}

    def to_python(self, value: Any) -> JourneyStep | None:
        """The step; what is no id at all is no other mistake than a wrong id."""
        try:
            return super().to_python(value)
        except ValidationError as error:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from error

    def label_from_instance(self, obj: JourneyStep) -> str:
        """When, and from whom to whom."""
        return " · ".join(filter(None, [for_people(obj.on), str(obj)]))


class BreakPointForm(VersionForm):
    """Interface, category, what happened and the life area are needed."""

    from_kind = forms.ChoiceField(label=_("From"), choices=CHOOSE_KIND)
    to_kind = forms.ChoiceField(label=_("To"), choices=CHOOSE_KIND)
    category = forms.ChoiceField(
        label=_("What broke"), choices=[("", _("please choose")), *BreakCategory.choices]
    )
    what_happened = PlainTextField(
        label=_("What happened"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    )
    effect = PlainTextField(
        label=_("What it did to the person"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    days_lost = days_field(label=_("Days lost"))
    would_have_helped = PlainTextField(
        label=_("What would have helped"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    caught_by = PlainTextField(
        label=_("How it was caught"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("For example: by an advance payment. Empty: the break point is still open."),
    )
    found_on = DayField(label=_("Found on"), initial=today)
    step = StepChoice(
        label=_("At which step"),
        queryset=JourneyStep.objects.none(),
        required=False,
        empty_label=_("at none in particular"),
    )
    life_area = forms.ChoiceField(label=_("Life area"), choices=CHOOSE_AREA)
    shared = forms.BooleanField(label=SHARE, required=False)

    def __init__(self, *args: Any, case: Case, by: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        steps = JourneyStep.objects.visible_to(by).filter(case=case).in_order()
        cast("StepChoice", self.fields["step"]).queryset = steps.select_related("from_agency", "to_agency")

    def content(self) -> BreakPointContent:
        """What the action needs."""
        return BreakPointContent(**{name: self.cleaned_data[name] for name in NAMES})


def of_break_point(break_point: BreakPoint) -> dict[str, Any]:
    """What stands in the form of a stored break point."""
    interface = break_point.interface
    own = (name for name in NAMES if not name.endswith("_kind") and name != "step")
    return {
        **{name: getattr(break_point, name) for name in own},
        "from_kind": interface.from_kind,
        "to_kind": interface.to_kind,
        "step": break_point.step_id,
        "version": break_point.changed_at.isoformat(),
    }


def at_step(step: JourneyStep) -> dict[str, Any]:
    """What is known beforehand when it is found at a step: the interface, as far as both ends are agencies."""
    return {
        "from_kind": step.from_kind if step.from_kind in AgencyKind else "",
        "to_kind": step.to_kind if step.to_kind in AgencyKind else "",
        "step": step.pk,
        "life_area": step.life_area,
    }
