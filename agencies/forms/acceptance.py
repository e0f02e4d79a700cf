"""What somebody sets who comes by an invitation and has no account yet."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from agencies.actions.accept_invitation import NewAccount
from agencies.models import AccessInvitation, User
from core.forms.plain_text import PlainTextField


class NewPassword(forms.CharField):
    """A password that is about to be set, as it was typed."""

    def __init__(self, *, label: Any) -> None:
        super().__init__(
            label=label,
            strip=False,
            max_length=200,
            error_messages={"max_length": PlainTextField.default_error_messages["max_length"]},
            widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        )


class AcceptanceForm(forms.Form):
    """The name, and a password twice."""

    name = PlainTextField(label=_("Name"), max_length=120)
    password1 = NewPassword(label=_("Password"))
    password2 = NewPassword(label=_("Password, once more"))

    def __init__(self, *args: Any, invitation: AccessInvitation, **kwargs: Any) -> None:
        kwargs["initial"] = {"name": invitation.name}
        super().__init__(*args, **kwargs)
        self.invitation = invitation
        self.fields["password1"].help_text = " ".join(password_validators_help_texts())

    def clean(self) -> dict[str, Any]:
        """The same twice, and hard enough to guess."""
        cleaned: dict[str, Any] = super().clean() or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords are not the same."))
        elif first and second:
            person = User(email=self.invitation.email, name=cleaned.get("name", ""))
            try:
                validate_password(first, person)
            except ValidationError as error:
                self.add_error("password1", error)
        return cleaned

    def account(self) -> NewAccount:
        """What the action needs."""
        return NewAccount(name=self.cleaned_data["name"], password=self.cleaned_data["password1"])
