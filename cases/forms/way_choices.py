"""Which steps and break points an analysis names, and what it says about each break point."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.analysis_content import AboutBreakPoint
from cases.models import BreakPoint, Case, JourneyStep
from cases.models.analysis_basis import Classification, SuggestedWorkgroup
from core.forms.plain_text import PlainTextField
from core.partial_date import for_people

NO_SUCH_STEP = _("Please choose steps of this case that are open to your agency.")


class StepChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # Django cannot subscript it
    """Steps of the way that she may read; a foreign one is answered like one that does not exist."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"invalid_choice": NO_SUCH_STEP}

    def __init__(self, *, case: Case, by: Membership, **kwargs: Any) -> None:
        steps = JourneyStep.objects.visible_to(by).filter(case=case).in_order()
        super().__init__(queryset=steps.select_related("from_agency", "to_agency"), required=False, **kwargs)

    def clean(self, value: Any) -> Any:
        """Whatever is wrong with an id, it is no other mistake than a foreign one."""
        try:
            return super().clean(value)
        except ValidationError as error:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from error

    def label_from_instance(self, obj: JourneyStep) -> str:
        """When, from whom to whom, what."""
        return ": ".join(filter(None, [for_people(obj.on), f"{obj}", obj.what]))


@dataclass(frozen=True, slots=True)
class BreakPointSection:
    """One break point of a form: whether the analysis names it, and what it says about it."""

    break_point: BreakPoint
    chosen: BoundField
    fields: Sequence[BoundField]


def open_break_points(case: Case, *, to: Membership) -> list[BreakPoint]:
    """The break points of the case that she may read."""
    found = BreakPoint.objects.visible_to(to).filter(case=case).select_related("interface", "agency")
    return list(found.order_by("found_on", "recorded_at", "pk"))


def field_name(key: UUID, name: str) -> str:
    """The fields of a break point carry its id."""
    return f"break-{key.hex}-{name}"


def break_point_fields(break_point: BreakPoint) -> dict[str, forms.Field]:
    """The fields of one break point, by their names in the form."""
    fields: dict[str, forms.Field] = {
        "chosen": forms.BooleanField(label=_("belongs to this analysis"), required=False),
        "classification": forms.ChoiceField(
            label=_("Single case or theme"),
            choices=[("", _("not classified")), *Classification.choices],
            required=False,
        ),
        "workgroup": forms.ChoiceField(
            label=_("Working group"),
            choices=[("", _("none suggested")), *SuggestedWorkgroup.choices],
            required=False,
        ),
        "note": PlainTextField(label=_("Note"), max_length=500, required=False),
    }
    return {field_name(break_point.pk, name): field for name, field in fields.items()}


def said_about(break_point: BreakPoint, cleaned: dict[str, Any]) -> AboutBreakPoint:
    """What was entered about it."""
    names = ("classification", "workgroup", "note")
    return AboutBreakPoint(**{name: cleaned[field_name(break_point.pk, name)] for name in names})
