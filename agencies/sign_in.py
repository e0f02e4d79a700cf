"""How people sign in: nobody signs up by herself, and the trail knows who came in and when a password was wrong."""

from typing import Any
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agencies.models import User
from agencies.site import site_of
from audit import trail
from core.outbox import post


class SignInAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Accounts are made by invitation only; what went wrong is said in our own words."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "too_many_login_attempts": _("Too many failed tries. Please wait five minutes and try again."),
        "incorrect_password": _("The password is not right."),
        "incorrect_code": _("The code is not right."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an account comes with a membership."""
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in and write it into the trail."""
        super().login(request, user)
        with trail.acted_by(trail.Actor(person_id=user.pk, person=user.name, channel="page")):
            trail.record(trail.Verb.SIGNED_IN)

    def logout(self, request: HttpRequest) -> None:
        """Write it into the trail and sign out."""
        if request.user.is_authenticated:
            trail.record(trail.Verb.SIGNED_OUT)
        super().logout(request)

    def set_password(self, user: User, password: str) -> None:
        """The password alone: the application may write no other column of an account here."""
        user.set_password(password)
        user.save(update_fields=["password"])

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Where she came from most likely."""
        return reverse("my_day")

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The account and the key of the link, each a part of the path."""
        account, _, secret = key.partition("-")
        return site_of(self.request) + reverse("account_reset_password_from_key", args=[account, secret])

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mails of the account go the way of all mails, through the outbox."""
        mail = self.render_mail(template_prefix, email, context)
        post(key=f"{template_prefix}:{uuid4()}", to=email, subject=mail.subject, body=str(mail.body))

    def format_email_subject(self, subject: str) -> str:
        """As the template says it."""
        return subject

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """A failed try stands in the trail without the address that was typed."""
        super().authentication_failed(request, **credentials)
        trail.record(trail.Verb.SIGN_IN_FAILED)
