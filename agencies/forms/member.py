"""Who is invited, what a member may do, until when."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.actions.invite import Invited
from agencies.models import Membership
from agencies.roles import ACTED_IN_ALONE, Role
from core.forms.email_address import EmailAddressField
from core.forms.fields import DayField
from core.forms.plain_text import PlainTextField
from core.today import today

IN_FORCE, ENDED, EVERYBODY = "in_force", "ended", "all"


class RolesField(forms.MultipleChoiceField):
    """One box for each role that she may give."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self) -> None:
        super().__init__(
            label=_("Roles"),
            choices=Role.choices,
            error_messages={"required": _("Please choose at least one role.")},
        )


class GivesRoles(forms.Form):
    """A form with roles: a delegated administrator is offered the working ones, a central one all."""

    def __init__(self, *args: Any, by: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not by.central:
            offered = [(role.value, role.label) for role in Role if role not in ACTED_IN_ALONE]
            cast("RolesField", self.fields["roles"]).choices = offered
            del self.fields["central"]

    def offers(self, role: str) -> bool:
        """Whether the role can be chosen here."""
        return cast("RolesField", self.fields["roles"]).valid_value(role)


class InviteForm(GivesRoles):
    """The mail goes to the address; the person may correct her name when she accepts."""

    name = PlainTextField(label=_("Name"), max_length=120, help_text=_("Given name and family name."))
    email = EmailAddressField(label=_("Official e-mail address"))
    roles = RolesField()
    central = forms.BooleanField(
        label=_("central: administers the access of all agencies"),
        required=False,
        help_text=_("Only together with the role access administrator."),
    )
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(
        label=_("Ends on"),
        required=False,
        help_text=_("The first day without access. Empty: until it is ended."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].initial = today()

    def invited(self) -> Invited:
        """What the action needs."""
        return Invited(**self.cleaned_data)


class MemberForm(GivesRoles):
    """Roles and telephone of a member."""

    roles = RolesField()
    central = forms.BooleanField(
        label=_("central: administers the access of all agencies"),
        required=False,
        help_text=_("Only together with the role access administrator."),
    )
    telephone = PlainTextField(label=_("Telephone"), max_length=40, required=False)

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(membership, name) for name in ("roles", "central", "telephone")}
        super().__init__(*args, **kwargs)
        # Roles that are not offered here stay as they are.
        self.not_offered = [Role(role) for role in membership.roles if not self.offers(role)]
        self.fields["roles"].required = not self.not_offered

    def change(self) -> dict[str, Any]:
        """Arguments of the action."""
        return {**self.cleaned_data, "roles": [*self.cleaned_data["roles"], *self.not_offered]}


class EndMembershipForm(forms.Form):
    """From when on, and why."""

    ends_on = DayField(
        label=_("First day without access"),
        required=False,
        help_text=_("Empty: at once, from the next click on."),
    )
    reason = PlainTextField(label=_("Reason"), max_length=200)


class MemberFilterForm(forms.Form):
    """Roles and state; names never stand in an address."""

    role = forms.ChoiceField(label=_("Role"), choices=[("", _("all")), *Role.choices], required=False)
    state = forms.ChoiceField(
        label=_("State"),
        choices=[(IN_FORCE, _("in force")), (ENDED, _("ended")), (EVERYBODY, _("all"))],
        required=False,
    )
