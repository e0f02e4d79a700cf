"""Mails of the access administration, to people who cannot sign in yet or no longer."""

from uuid import uuid4

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from agencies.models import AccessInvitation, Membership
from core.outbox import post
from core.today import today


def mail_invitation(invitation: AccessInvitation, *, token: str, site: str) -> None:
    """The link, and nothing that would say more to a stranger than that an agency works with Fallbrücke."""
    link = site + reverse("account_invitation", args=[token])
    with override(settings.LANGUAGE_CODE):
        body = _(
            "Good day,\n\nyou are invited to work with Fallbrücke for this agency: %(agency)s.\n\n"
            "Please open this link to accept:\n%(link)s\n\n"
            "The link counts once and until %(day)s. If you do not know what this is about, please ignore this mail."
        ) % {
            "agency": invitation.agency.name,
            "link": link,
            "day": date_format(timezone.localtime(invitation.expires_at), "SHORT_DATE_FORMAT"),
        }
        post(
            key=f"invitation:{invitation.token_hash}",
            to=invitation.email,
            subject=_("Your access to Fallbrücke"),
            body=body,
        )


def mail_access_ends(membership: Membership) -> None:
    """By mail, because afterwards she reads no notices of this agency."""
    with override(settings.LANGUAGE_CODE):
        body = _(
            "Good day,\n\nyour access to Fallbrücke for this agency ends: %(agency)s.\n\n"
            "First day without access: %(day)s. For questions please turn to the access administration of your agency."
        ) % {
            "agency": membership.agency.name,
            "day": date_format(membership.ends_on or today(), "SHORT_DATE_FORMAT"),
        }
        post(
            key=f"access_ends:{uuid4()}",
            to=membership.user.email,
            subject=_("Your access to Fallbrücke ends"),
            body=body,
        )
