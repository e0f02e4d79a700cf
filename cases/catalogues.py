"""The catalogues that pages and interface show: one mechanism, four kinds of text."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agencies.models import CheckedText, Language, Membership
from cases.models import AreaPrompts, LeadQuestion, LegalBasis
from core.today import today


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Where it stands, what it is called and for what it is good."""

    slug: str
    model: type[CheckedText]
    title: Any
    purpose: Any
    # What the button says that begins a new entry; "" where there is one for each life area and no more.
    new: Any = ""

    def texts(self) -> Any:
        """All versions of all texts."""
        return self.model._default_manager.all()  # noqa: SLF001 - Django's public way to a model's rows

    def text(self, key: UUID) -> CheckedText:
        """One version; raises Http404 when there is none."""
        found: CheckedText | None = self.texts().filter(pk=key).first()
        if found is None:
            raise Http404
        return found

    def versions_of(self, text: CheckedText) -> list[CheckedText]:
        """The versions of a text, the latest first."""
        return list(self.texts().filter(code=text.code).order_by("-version"))


@dataclass(frozen=True, slots=True)
class CatalogueState:
    """How a catalogue stands today."""

    catalogue: Catalogue
    total: int
    unchecked: int
    for_her: int
    last_change: datetime | None


CATALOGUES = (
    Catalogue(
        "lead-questions",
        LeadQuestion,
        _("Lead questions"),
        _("What every interview asks, to be answered in the person's own words."),
        _("New lead question"),
    ),
    Catalogue(
        "prompts",
        AreaPrompts,
        _("Prompts of the life areas"),
        _("What one may think of in each of the twelve life areas."),
    ),
    Catalogue(
        "legal-bases",
        LegalBasis,
        _("Legal bases"),
        _("On what an agency may rest that it sees a life area."),
        _("New legal basis"),
    ),
    Catalogue(
        "languages",
        Language,
        _("Languages"),
        _("One name for each language, so that people are found by it."),
        _("New language"),
    ),
)
BY_SLUG = {catalogue.slug: catalogue for catalogue in CATALOGUES}


def catalogue_called(slug: str) -> Catalogue:
    """The catalogue of an address; raises Http404 when there is none."""
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug]


def path_of(text: CheckedText) -> str:
    """The page of this version."""
    slug = next(each.slug for each in CATALOGUES if each.model is type(text))
    return reverse("cases:catalogue_text", args=[slug, text.pk])


def state_of(catalogue: Catalogue, *, reader: Membership) -> CatalogueState:
    """How many texts it has, how many nobody checked, and how many of those the reader may check herself."""
    unchecked = Q(checked_on=None)
    by_another = Q(writer_id=None) | ~Q(writer_id=reader.user_id)
    # An exists() inside of a count is not allowed; the newest versions come as keys.
    newest = catalogue.texts().newest().exclude(valid_until__lte=today())
    counts = (
        catalogue.texts()
        .filter(pk__in=newest.values("pk"))
        .aggregate(
            total=Count("pk"),
            unchecked=Count("pk", filter=unchecked),
            for_her=Count("pk", filter=unchecked & by_another),
            last_change=Max("written_at"),
        )
    )
    return CatalogueState(catalogue, **counts)
