"""The guide of the interview: the lead questions, and what may be asked about in each life area."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.checked_text import CheckedText, CheckedTextQuerySet
from cases.models.vocabulary import LifeArea


class LeadQuestion(CheckedText):
    """A question that the person answers in her own words."""

    CONTENT = ("wording", "position")
    # A form has a field of this name; no other field of the interview begins so.
    CODE_BEGINS = "question"

    wording = models.CharField(_("wording"), max_length=200)
    position = models.PositiveSmallIntegerField(_("place in the guide"), default=1)

    objects = CheckedTextQuerySet["LeadQuestion"].as_manager()

    class Meta(CheckedText.Meta):
        verbose_name = _("lead question")
        verbose_name_plural = _("lead questions")
        ordering = ["position", "code", "-version"]

    def __str__(self) -> str:
        return self.wording


class AreaPrompts(CheckedText):
    """What one may think of in a life area, one prompt on a line; its code is the life area."""

    CONTENT = ("prompts",)

    prompts = models.TextField(_("prompts"), max_length=2000, help_text=_("One prompt on each line."))

    objects = CheckedTextQuerySet["AreaPrompts"].as_manager()

    class Meta(CheckedText.Meta):
        verbose_name = _("prompts of a life area")
        verbose_name_plural = _("prompts of the life areas")
        ordering = ["code", "-version"]

    def __str__(self) -> str:
        return str(LifeArea(self.code).label)

    @property
    def summary(self) -> str:
        """The first prompt."""
        return next(iter(self.lines), "")

    @property
    def lines(self) -> list[str]:
        """Each prompt."""
        return [line.strip() for line in self.prompts.splitlines() if line.strip()]
