"""An invitation by mail: whoever holds the link, and nobody else, becomes a member of the agency, once."""

import hashlib
import secrets
import uuid
from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models.agency import Agency
from agencies.models.membership import Membership
from agencies.roles import Role
from core.today import today

VALID_FOR = timedelta(days=7)
TOKEN_BYTES = 32


class InvitationState(models.TextChoices):
    """What can have become of it; never stored."""

    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("accepted")
    WITHDRAWN = "withdrawn", _("withdrawn")
    EXPIRED = "expired", _("expired")


class AccessInvitationQuerySet(models.QuerySet["AccessInvitation"]):
    """Invitations by who may administer them, and by their link."""

    def administered_by(self, membership: Membership | None) -> "AccessInvitationQuerySet":
        """Those into the agencies that she administers."""
        return self.filter(agency__in=Agency.objects.administered_by(membership))

    def by_token(self, token: str) -> "AccessInvitationQuerySet":
        """The one that the link belongs to."""
        return self.filter(token_hash=hash_of(token))

    def unanswered(self) -> "AccessInvitationQuerySet":
        """Neither accepted nor withdrawn; expired ones can be sent again."""
        return self.filter(accepted_at=None, withdrawn_at=None)


class AccessInvitation(models.Model):
    """Roles in an agency, offered to an address; of the link only a hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="invitations", verbose_name=_("agency")
    )
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=120)
    roles = ArrayField(models.CharField(max_length=30, choices=Role), verbose_name=_("roles"))
    central = models.BooleanField(_("central"), default=False)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    token_hash = models.CharField(_("hash of the link"), max_length=64, unique=True)
    invited_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("invited by")
    )
    invited_at = models.DateTimeField(_("invited at"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires at"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True)

    objects = AccessInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-invited_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "email"],
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="invitation_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at=None) | models.Q(withdrawn_at=None),
                name="invitation_accepted_or_withdrawn",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gt=models.F("starts_on")),
                name="invitation_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=models.Q(roles__len__gt=0), name="invitation_has_a_role"),
            models.CheckConstraint(
                condition=models.Q(central=False) | models.Q(roles__contains=[Role.ACCESS_ADMINISTRATOR]),
                name="invitation_is_central_as_access_administrator",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.agency.short_name}"

    @property
    def trail_label(self) -> str:
        """How the trail names it: by the agency alone."""
        return self.agency.name

    @property
    def trail_case_id(self) -> None:
        """It hangs on no case."""

    @property
    def state(self) -> InvitationState:
        """What has become of it; with the agency closed, or the time of the membership over, nothing can any more."""
        if self.accepted_at is not None:
            return InvitationState.ACCEPTED
        if self.withdrawn_at is not None or not self.agency.active:
            return InvitationState.WITHDRAWN
        over = self.ends_on is not None and self.ends_on <= today()
        return InvitationState.EXPIRED if over or self.expires_at <= timezone.now() else InvitationState.OPEN

    @property
    def is_open(self) -> bool:
        """Whether the link still counts."""
        return self.state == InvitationState.OPEN

    def new_token(self) -> str:
        """A new link for the next days; an older one no longer counts."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self.token_hash, self.expires_at = hash_of(token), timezone.now() + VALID_FOR
        return token


def hash_of(token: str) -> str:
    """What is kept of a link; 256 random bits need no salt."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
