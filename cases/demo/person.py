"""One invented person of the demo, as the JSON files tell her; all days are counted from today."""

from datetime import date, datetime, timedelta
from typing import Any

from babel import Locale

from cases.models.municipality import Municipality
from core.today import BERLIN

Day = int | dict[str, str] | None

PERSON_FIELDS = (
    "given_names",
    "family_name",
    "sex",
    "origin",
    "mediator_needed",
    "unaccompanied_minor",
)


def real_today() -> date:
    """Today outside of the story; inside, a transaction plays a day of the past."""
    return datetime.now(BERLIN).date()


def day(value: Day) -> date | None:
    """A day counted from today, or an absolute one that the law names."""
    if value is None:
        return None
    if isinstance(value, dict):
        return date.fromisoformat(value["date"])
    return known_day(value)


def known_day(offset: int) -> date:
    """A day counted from today."""
    return real_today() + timedelta(days=offset)


def birth(value: str | dict[str, int]) -> str:
    """The date of birth; a minor's moves with today, so that she stays a minor."""
    if isinstance(value, str):
        return value
    born = real_today() - timedelta(days=value["age_days"])
    return born.replace(year=born.year - value["age_years"], day=min(born.day, 28)).isoformat()


_MUNICIPALITIES = {name: code for code, name in Municipality.choices}

# Babel has no German name for these, or another one than the catalogue.
FURTHER_LANGUAGES = {"prs": "Dari", "kmr": "Kurmandschi", "ckb": "Sorani", "fa": "Farsi", "tl": "Tagalog"}


def language_name(code: str) -> str:
    """The German name of a language: ar is Arabisch."""
    return FURTHER_LANGUAGES.get(code) or Locale("de").languages.get(code, code)


def person_fields(data: dict[str, Any]) -> dict[str, Any]:
    """What the action that takes up a person needs."""
    fields = {name: data[name] for name in PERSON_FIELDS}
    return {**fields, "birth": birth(data["birth"]), "language": language_name(data["language"])}


def whereabouts_fields(data: dict[str, Any]) -> dict[str, str]:
    """Where she lives; the JSON files name the municipality as people do."""
    return {"municipality": Municipality(_MUNICIPALITIES[data["municipality"]])}


def residence_fields(period: dict[str, Any]) -> dict[str, Any]:
    """One residence period."""
    return {
        "title": period["title"],
        "basis": period["basis"],
        "starts_on": day(period["starts"]),
        "printed_until": day(period["printed_until"]),
        "effective_until": day(period["effective_until"]),
        "effective_reason": period["reason"],
    }
