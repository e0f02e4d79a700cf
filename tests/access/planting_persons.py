"""Canaries in what belongs to the person: whereabouts, further languages, family."""

from collections.abc import Callable, Iterable

from agencies.models import Membership
from cases.models import Case, FamilyLink, FurtherLanguage, Whereabouts
from tests.factories import working_as

Word = Callable[[str, Iterable[str]], str]


def plant_person(
    case: Case, *, by: Membership, word: Word, everybody: tuple[str, ...], own: tuple[str, ...]
) -> None:
    """Whoever sees the case reads whereabouts and languages; the family is read where that area is open."""
    places = ("street", "postal_code", "town", "telephone", "email")
    relative = ("name", "place", "note")
    with working_as(by):
        Whereabouts.objects.create(
            migrant=case.migrant, **{name: word(f"Whereabouts.{name}", everybody) for name in places}
        )
        FurtherLanguage.objects.create(
            migrant=case.migrant, language=word("FurtherLanguage.language", everybody)
        )
        FamilyLink.objects.create(
            person=case.migrant,
            kind="sibling",
            changed_by=str(by),
            **{name: word(f"FamilyLink.{name}", own) for name in relative},
        )
