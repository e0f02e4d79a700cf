"""Which agency, how far, in which life areas, on which basis, until when."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, Membership
from cases.models import Case, LegalBasis, Participation
from cases.models.vocabulary import Access, LifeArea
from cases.responsibility import colleagues
from core.forms.fields import DayField
from core.forms.plain_text import PlainTextField
from core.today import today

NO_ACCESS = "none"


class AgencyChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django cannot subscript it
    """Agencies with what must be known before sharing: legal kind and duty to report."""

    def label_from_instance(self, obj: Agency) -> str:
        """The name, the legal kind, and whether it must report under § 87 AufenthG."""
        duty = _(", must report under § 87 AufenthG") if obj.duty_to_report else ""
        return f"{obj.name} ({obj.get_legal_kind_display()}{duty})"


class BasisChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django cannot subscript it
    """Legal bases by their citation and what they allow."""

    def label_from_instance(self, obj: LegalBasis) -> str:
        """As somebody chooses it at the counter."""
        return obj.as_choice


class AreaChoice(forms.ChoiceField):
    """What an agency may see of one area; "no access" is an answer, so the field is not called optional."""

    def validate(self, value: Any) -> None:
        """Nothing sent means no access."""
        if value:
            super().validate(value)


class ParticipationForm(forms.Form):
    """One basis may stand for all areas of a § 35 SGB I body; any other agency names one for each."""

    agency = AgencyChoice(label=_("Agency"), queryset=Agency.objects.none(), empty_label=_("please choose"))
    access = forms.ChoiceField(
        label=_("How far"),
        choices=[
            (Access.READ, _("reads what is shared with it")),
            (Access.CONTRIBUTE, _("reads, records interviews and writes analyses of its own")),
        ],
        initial=Access.READ,
        widget=forms.RadioSelect,
    )
    legal_basis = BasisChoice(
        label=_("Legal basis for all areas"),
        queryset=LegalBasis.objects.none(),
        required=False,
        empty_label=_("none: each area names its own"),
        help_text=_("Only for bodies under § 35 SGB I. For any other agency choose the basis at each area."),
    )
    ends_on = DayField(
        label=_("Ends on"),
        required=False,
        help_text=_("The first day without access. Empty: until it is ended."),
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taking_part = case.participations.in_force().values("agency_id")
        agencies = Agency.objects.filter(active=True).exclude(pk__in=taking_part)
        cast("AgencyChoice", self.fields["agency"]).queryset = agencies
        bases = LegalBasis.objects.in_force(today())
        cast("BasisChoice", self.fields["legal_basis"]).queryset = bases
        choices: list[tuple[str, Any]] = [
            (NO_ACCESS, _("no access")),
            ("shared", _("on the basis for all areas")),
        ]
        choices += [(str(basis.pk), basis.as_choice) for basis in bases]
        for area in LifeArea:
            self.fields[f"area_{area}"] = AreaChoice(label=area.label, choices=choices, initial=NO_ACCESS)
        self.bases = {str(basis.pk): basis for basis in bases}

    @property
    def area_fields(self) -> list[forms.BoundField]:
        """The twelve areas, in their order."""
        return [self[f"area_{area}"] for area in LifeArea]

    def clean(self) -> dict[str, Any]:
        """An area open on the common basis needs that basis, and a body for which one may be assumed."""
        cleaned: dict[str, Any] = super().clean() or {}
        common, agency = cleaned.get("legal_basis"), cleaned.get("agency")
        for area in LifeArea:
            if cleaned.get(f"area_{area}") != "shared":
                continue
            if common is None:
                self.add_error(
                    f"area_{area}", _("Please choose the legal basis for all areas, or one for this area.")
                )
            elif agency is not None and agency.needs_basis_for_each_area:
                self.add_error(
                    f"area_{area}",
                    _("This agency is no body under § 35 SGB I: please choose a basis for this area."),
                )
        return cleaned

    def grant(self) -> dict[str, Any]:
        """Arguments of the action."""
        data = self.cleaned_data
        chosen = {area: data.get(f"area_{area}") for area in LifeArea}
        common = data["legal_basis"]
        areas = {
            area: common if choice == "shared" else self.bases[choice]
            for area, choice in chosen.items()
            if choice and choice != NO_ACCESS
        }
        return {
            "agency": data["agency"],
            "access": data["access"],
            "areas": areas,
            "ends_on": data["ends_on"],
        }


class MemberChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django cannot subscript it
    """People by their names."""

    def label_from_instance(self, obj: Membership) -> str:
        """The name; the agency is her own."""
        return obj.user.name


class ContactForm(forms.Form):
    """Whom the others call; the file number stays with the own agency."""

    responsible = MemberChoice(
        label=_("Responsible person"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("nobody named yet"),
    )
    telephone = PlainTextField(label=_("Telephone"), max_length=40, required=False)
    file_number = PlainTextField(
        label=_("Your own file number"),
        max_length=60,
        required=False,
        help_text=_("You find the case by it; other agencies do not see it."),
    )

    def __init__(self, *args: Any, participation: Participation, **kwargs: Any) -> None:
        names = ("responsible", "telephone", "file_number")
        kwargs["initial"] = {name: getattr(participation, name) for name in names}
        super().__init__(*args, **kwargs)
        cast("MemberChoice", self.fields["responsible"]).queryset = colleagues(participation.agency_id)


class EndForm(forms.Form):
    """From when on, and why."""

    ends_on = DayField(
        label=_("First day without access"),
        required=False,
        help_text=_("Empty: at once, from the agency's next click on."),
    )
    reason = PlainTextField(label=_("Reason"), max_length=200)
