"""What is, in agencies: who works together."""

from agencies.models.access_invitation import AccessInvitation, InvitationState
from agencies.models.agency import Agency, AgencyKind, Carrier, LegalKind
from agencies.models.checked_text import CheckedText, CheckedTextQuerySet
from agencies.models.interface import Interface
from agencies.models.language import Language
from agencies.models.membership import Membership
from agencies.models.notification import Notification, NotificationKind
from agencies.models.user import User

__all__ = [
    "AccessInvitation",
    "Agency",
    "AgencyKind",
    "Carrier",
    "CheckedText",
    "CheckedTextQuerySet",
    "Interface",
    "InvitationState",
    "Language",
    "LegalKind",
    "Membership",
    "Notification",
    "NotificationKind",
    "User",
]
