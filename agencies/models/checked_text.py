"""A text of a catalogue: written by one person, checked by another, kept in every version."""

import uuid
from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

TextT = TypeVar("TextT", bound="CheckedText")


def valid_on(day: date, *, prefix: str = "") -> models.Q:
    """What is valid on a day; `valid_until` is the first day that no longer counts."""
    open_end = models.Q(**{f"{prefix}valid_until": None}) | models.Q(**{f"{prefix}valid_until__gt": day})
    return open_end & models.Q(**{f"{prefix}valid_from__lte": day})


class CheckedTextQuerySet(models.QuerySet[TextT]):
    """Texts by day and by check."""

    def in_force(self, day: date) -> Self:
        """Of each text the version that counts on a day."""
        newer = self._newer().filter(valid_from__lte=day)
        return self.filter(valid_on(day)).exclude(models.Exists(newer))

    def newest(self) -> Self:
        """Of each text the version written last, whether it counts already or no longer."""
        return self.exclude(models.Exists(self._newer()))

    def unchecked(self) -> Self:
        """Those that no second person has looked at."""
        return self.filter(checked_on=None)

    def _newer(self) -> models.QuerySet[TextT]:
        return self.model._default_manager.filter(  # noqa: SLF001 - Django's public way to a model's rows
            code=models.OuterRef("code"), version__gt=models.OuterRef("version")
        )


class CheckedText(models.Model):
    """One version; a changed text is a new one, and nothing that was ever in force is overwritten.

    Without a writer it came with the program. Persons are kept as id and copied name, as in the trail.
    """

    # The fields that are the text itself: what a second person checks, what two versions differ in.
    CONTENT: ClassVar[tuple[str, ...]] = ()
    # A code that nobody chose begins with it.
    CODE_BEGINS: ClassVar[str] = "text"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.SlugField(_("code"), max_length=40, db_index=False)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    source = models.CharField(_("source"), max_length=200)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The first day it no longer counts.")
    )
    written_by = models.CharField(_("written by"), max_length=300, blank=True, default="")
    writer_id = models.UUIDField(_("writer"), null=True)
    written_at = models.DateTimeField(_("written at"), default=timezone.now)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_by = models.CharField(_("checked by"), max_length=300, blank=True, default="")
    checker_id = models.UUIDField(_("checker"), null=True)
    checked_against = models.CharField(_("compared with"), max_length=300, blank=True, default="")

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="%(class)s_version_once"),
            models.CheckConstraint(
                condition=models.Q(checked_on=None, checker_id=None)
                | models.Q(checked_on__isnull=False, writer_id=None)
                | (
                    models.Q(checked_on__isnull=False, checker_id__isnull=False)
                    & ~models.Q(checker_id=models.F("writer_id"))
                ),
                name="%(class)s_checked_by_another",
                violation_error_message=_("Who wrote a text cannot check it."),
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
                name="%(class)s_ends_after_it_starts",
                violation_error_message=_("The text ends before it begins."),
            ),
        ]

    @property
    def is_checked(self) -> bool:
        """A second person has looked at it."""
        return self.checked_on is not None

    @property
    def trail_label(self) -> str:
        """Which text, in which version."""
        return f"{self.code} ({self.version})"

    @property
    def trail_case_id(self) -> None:
        """It belongs to no case."""
        return

    @property
    def summary(self) -> str:
        """What a list adds to its name."""
        return ""

    @property
    def content(self) -> dict[str, str]:
        """The text as people read it, by the names of its parts."""
        return {name: self._shown(name) for name in self.CONTENT}

    def label_of(self, name: str) -> str:
        """What a part is called."""
        return str(self._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # no relation among them

    def _shown(self, name: str) -> str:
        value = getattr(self, name)
        if isinstance(value, bool):
            return gettext("yes") if value else gettext("no")
        return str(getattr(self, f"get_{name}_display")() if hasattr(self, f"get_{name}_display") else value)

    def is_over(self, *, on: date) -> bool:
        """Whether it no longer counts on a day."""
        return self.valid_until is not None and self.valid_until <= on
