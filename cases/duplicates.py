"""Persons who are perhaps there already: visible ones with a name alike and a birth that contradicts nothing."""

from agencies.models import Membership
from cases.case_search import Hit, find_by_name
from cases.models import Migrant

SHOWN_AT_MOST = 5


def duplicates_of(migrant: Migrant, *, for_: Membership) -> list[Hit]:
    """Others who may be the same person."""
    return find_duplicates(
        given_names=migrant.given_names,
        family_name=migrant.family_name,
        birth=migrant.birth,
        for_=for_,
        besides=migrant,
    )


def find_duplicates(
    *, given_names: str, family_name: str, birth: str, for_: Membership, besides: Migrant | None = None
) -> list[Hit]:
    """Visible cases of others with this family name and the first of these given names, the nearest first."""
    first, *_further = [*given_names.split(), ""]
    found = find_by_name(f"{first} {family_name}", for_=for_, born=birth)
    hits = [hit for hit in found.hits if besides is None or hit.case.migrant_id != besides.pk]
    return hits[:SHOWN_AT_MOST]
