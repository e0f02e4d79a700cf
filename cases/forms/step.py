"""A step of the way: short, so that five of them are written in five minutes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.actions.write_step import StepContent
from cases.forms.stations import LONGEST, Stations
from cases.forms.version import VersionForm
from cases.models import Case, JourneyStep
from cases.models.journey import MOST_DAYS, STATION_KINDS
from cases.models.vocabulary import LifeArea
from core.forms.partial_date import PartialDateField
from core.forms.plain_text import PlainTextField

CHOOSE_AREA = [("", _("please choose")), *LifeArea.choices]
SHARE = _("Share with the agencies that cover this area")


def station_field(**kwargs: Any) -> PlainTextField:
    """One line with the known names to choose from."""
    widget = forms.TextInput(attrs={"list": "stations", "autocomplete": "off", "dir": "auto"})
    return PlainTextField(max_length=LONGEST, widget=widget, **kwargs)


def days_field(**kwargs: Any) -> forms.IntegerField:
    """A number of days, as far as it is known."""
    attrs = {"inputmode": "numeric", "autocomplete": "off", "class": "kern-form-input__input--short"}
    return forms.IntegerField(
        min_value=0, max_value=MOST_DAYS, required=False, widget=forms.TextInput(attrs=attrs), **kwargs
    )


class StepForm(VersionForm):
    """What happened and to whom it led are needed; the rest as far as it is known."""

    on = PartialDateField(
        label=_("When"), required=False, help_text=_("A year alone, or month and year, is enough.")
    )
    from_station = station_field(
        label=pgettext_lazy("a step", "From"),
        initial=STATION_KINDS[0][1],
        help_text=_("From the list, or in your own words."),
    )
    to_station = station_field(label=pgettext_lazy("a step", "To"), help_text=_("Where it led."))
    what = PlainTextField(
        label=_("What happened"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("One or two sentences."),
    )
    days = days_field(label=_("Days waited"), help_text=_("Until the next step, as far as it is known."))
    cost = PlainTextField(
        label=_("What it cost"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("For example: 34 days without benefits."),
    )
    life_area = forms.ChoiceField(label=_("Life area"), choices=CHOOSE_AREA)
    shared = forms.BooleanField(label=SHARE, required=False)

    def __init__(self, *args: Any, stations: Stations, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stations = stations

    def content(self) -> StepContent:
        """What the action needs."""
        data = self.cleaned_data
        return StepContent(
            from_=self.stations.named(data["from_station"]),
            to=self.stations.named(data["to_station"]),
            **{name: data[name] for name in ("on", "what", "days", "cost", "life_area", "shared")},
        )


def stations_of(case: Case, step: JourneyStep | None = None) -> Stations:
    """The names to choose from; agencies of the step are among them also when they are closed."""
    named = (step.from_agency, step.to_agency) if step else ()
    return Stations(case, also=[agency for agency in named if agency])


def of_step(step: JourneyStep) -> dict[str, Any]:
    """What stands in the form of a stored step."""
    return {
        **{name: getattr(step, name) for name in ("on", "what", "days", "cost", "life_area", "shared")},
        "from_station": step.from_name,
        "to_station": step.to_name,
        "version": step.changed_at.isoformat(),
    }


def after_step(step: JourneyStep) -> dict[str, Any]:
    """The next step begins where this one led to; sharing is decided anew each time."""
    return {"from_station": step.to_name, "life_area": step.life_area}
