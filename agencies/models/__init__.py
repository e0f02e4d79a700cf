"""What is, in agencies: who works together."""

from agencies.models.access_invitation import AccessInvitation, InvitationState
from agencies.models.agency import Agency, AgencyKind, Carrier, LegalKind
from agencies.models.membership import Membership
from agencies.models.notification import Notification, NotificationKind
from agencies.models.user import User

__all__ = [
    "AccessInvitation",
    "Agency",
    "AgencyKind",
    "Carrier",
    "InvitationState",
    "LegalKind",
    "Membership",
    "Notification",
    "NotificationKind",
    "User",
]
