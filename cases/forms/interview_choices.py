"""Which interviews an analysis is made from."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models import Case, Interview

NO_SUCH_INTERVIEW = _("Please choose interviews of this case that are open to your agency.")


class InterviewChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # Django cannot subscript it
    """Interviews that she may read something of; a foreign one is answered like one that does not exist."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"invalid_choice": NO_SUCH_INTERVIEW}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Interview.objects.none(), required=False, **kwargs)
        self.reader: Membership | None = None

    def clean(self, value: Any) -> Any:
        """Whatever is wrong with an id, it is no other mistake than a foreign one."""
        try:
            return super().clean(value)
        except ValidationError as error:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from error

    def label_from_instance(self, obj: Interview) -> str:
        """Its day, and who held it: a colleague by name, another agency as a whole."""
        own = self.reader is not None and obj.agency_id == self.reader.agency_id
        return f"{obj}, {obj.author.user.name if own else obj.agency.short_name}"


def open_interviews(case: Case, *, to: Membership) -> models.QuerySet[Interview]:
    """The interviews that an analysis of her agency can be made from, the latest first."""
    visible = Interview.objects.visible_to(to).filter(case=case)
    return visible.select_related("author__user", "agency", "case").order_by("-held_on", "-pk")
