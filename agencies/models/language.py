"""Languages that people in Lippe speak, so that one language has one name."""

from difflib import get_close_matches

from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.checked_text import CheckedText, CheckedTextQuerySet
from core.today import today

# How many listed languages a sentence offers for one that nobody listed, and how alike they are at least.
SUGGESTIONS = 3
ALIKE = 0.72


class LanguageQuerySet(CheckedTextQuerySet["Language"]):
    """Languages by day."""

    def offered(self) -> "LanguageQuerySet":
        """Those that a form offers today."""
        return self.in_force(today()).order_by("name")


class Language(CheckedText):
    """A language under its German name, found by its own name too."""

    CONTENT = ("name", "own_name", "right_to_left")
    CODE_BEGINS = "language"

    name = models.CharField(_("name in German"), max_length=60)
    own_name = models.CharField(_("own name"), max_length=60)
    right_to_left = models.BooleanField(_("written from right to left"), default=False)

    objects = LanguageQuerySet.as_manager()

    class Meta(CheckedText.Meta):
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        ordering = ["name", "-version"]

    def __str__(self) -> str:
        return self.name

    @property
    def summary(self) -> str:
        """How its speakers call it."""
        return self.own_name


class ListedLanguages:
    """The languages that a form offers, asked once: finds what was typed, or what is like it."""

    def __init__(self) -> None:
        self.all = list(Language.objects.offered())
        self._by_name = {
            _folded(name): language for language in self.all for name in (language.own_name, language.name)
        }

    def called(self, typed: str) -> Language | None:
        """The language of this German or own name, whatever its case."""
        return self._by_name.get(_folded(typed))

    def like(self, typed: str) -> list[str]:
        """The German names nearest to what was typed."""
        near = get_close_matches(_folded(typed), self._by_name, n=2 * SUGGESTIONS, cutoff=ALIKE)
        return list(dict.fromkeys(self._by_name[each].name for each in near))[:SUGGESTIONS]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
