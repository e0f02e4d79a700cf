"""A person who signs in; what she may do hangs on her memberships alone."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Users by their e-mail address."""

    def create_user(self, email: str, *, name: str, password: str | None = None) -> "User":
        """A new active user; without a password she cannot sign in."""
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """There is no superuser and no group of users: every right comes from an acting membership."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    is_active = models.BooleanField(_("active"), default=True)
    sessions_ended_at = models.DateTimeField(_("sessions ended at"), null=True, blank=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        """Two letters for the header."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()

    @property
    def trail_label(self) -> str:
        """How the trail names her."""
        return self.name

    @property
    def trail_case_id(self) -> None:
        """She hangs on no case."""

    def get_session_auth_hash(self) -> str:
        """What a session must know: another password, or an end of all sessions, and it knows it no longer."""
        ended = self.sessions_ended_at.isoformat() if self.sessions_ended_at else ""
        return salted_hmac("agencies.sessions", self.password + ended, algorithm="sha256").hexdigest()

    def end_sessions(self) -> None:
        """Sign her out everywhere."""
        self.sessions_ended_at = timezone.now()
        self.save(update_fields=["sessions_ended_at"])
