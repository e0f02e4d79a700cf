"""Nationalities as codes: ISO 3166-1, and what ICAO's passports write for no and for an unsettled one."""

from functools import cache

from babel import Locale
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

STATELESS, UNSETTLED = "XXA", "XXX"

# Territories of Unicode's list that issue no passport of their own.
NO_STATE = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})


@cache
def _states(language: str) -> dict[str, str]:
    territories = Locale.parse(language, sep="-").territories
    return {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in NO_STATE
    }


def nationality_choices() -> list[tuple[str, str]]:
    """All that can be chosen, by name in the language of the page; the two special ones last."""
    states = sorted(_states(get_language() or "de").items(), key=lambda state: _sorted_as(state[1]))
    return [*states, (STATELESS, _("stateless")), (UNSETTLED, _("not settled"))]


def nationality_name(code: str) -> str:
    """The name of a code: SY is Syrien."""
    special = {STATELESS: _("stateless"), UNSETTLED: _("not settled")}
    return special.get(code) or _states(get_language() or "de").get(code, code)


def validate_nationality(code: str) -> None:
    """Accept only what can be chosen."""
    if code not in _states("de") and code not in (STATELESS, UNSETTLED):
        raise ValidationError(_("This nationality is not in the list."))


def _sorted_as(name: str) -> str:
    """As in a German index: Ä stands with A."""
    return name.casefold().translate(str.maketrans("äöüåé", "aouae"))
