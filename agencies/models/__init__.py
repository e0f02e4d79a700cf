"""What is, in agencies: who works together."""

from agencies.models.agency import Agency, AgencyKind, Carrier, LegalKind
from agencies.models.interface import Interface
from agencies.models.membership import Membership
from agencies.models.notification import Notification, NotificationKind
from agencies.models.user import User

__all__ = [
    "Agency",
    "AgencyKind",
    "Carrier",
    "Interface",
    "LegalKind",
    "Membership",
    "Notification",
    "NotificationKind",
    "User",
]
