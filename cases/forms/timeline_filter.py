"""How the time line can be narrowed; what it does not know it ignores."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.models.vocabulary import LifeArea
from cases.timeline.pages import TimelineFilter
from cases.timeline.sources import SOURCES


class TimelineFilterForm(forms.Form):
    """Kind, life area, order; sent by GET, so that a view can be kept as a bookmark."""

    kind = forms.ChoiceField(
        label=_("Kind of entry"),
        required=False,
        choices=[("", _("everything")), *((source.kind, source.label) for source in SOURCES)],
    )
    life_area = forms.ChoiceField(
        label=_("Life area"), required=False, choices=[("", _("all life areas")), *LifeArea.choices]
    )
    order = forms.ChoiceField(
        label=_("Order"), required=False, choices=[("", _("latest first")), ("oldest", _("oldest first"))]
    )

    def timeline_filter(self) -> TimelineFilter:
        """The valid part of what was asked for."""
        self.is_valid()
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        return TimelineFilter(oldest_first=chosen.pop("order", "") == "oldest", **chosen)
