"""Languages beside the main one: with each of them it may be different whether somebody has to mediate."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.migrant import Migrant
from cases.models.vocabulary import YesNo

LANGUAGES_AT_MOST = 8


class FurtherLanguage(models.Model):
    """One more language that the person speaks; every agency that sees the person sees it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    migrant = models.ForeignKey(
        Migrant, on_delete=models.CASCADE, related_name="further_languages", verbose_name=_("migrant")
    )
    language = models.CharField(_("language"), max_length=60)
    mediator_needed = models.CharField(
        _("language mediator needed"), max_length=10, choices=YesNo, default=YesNo.NOT_ASKED
    )

    class Meta:
        verbose_name = _("further language")
        verbose_name_plural = _("further languages")
        ordering = ["language", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["migrant", "language"],
                name="further_language_named_once",
                violation_error_message=_("This language is named already."),
            ),
        ]

    def __str__(self) -> str:
        return self.language
