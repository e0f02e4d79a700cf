"""Small words of the templates that know no domain."""

from typing import Any

from django import template

from core.partial_date import for_people

register = template.Library()


@register.filter
def initials(name: str) -> str:
    """The first letters of the first and last word: "Katrin Wiesner" becomes KW."""
    words = str(name).split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.filter
def local_part(address: str) -> str:
    """What stands before the @ of an e-mail address."""
    return address.partition("@")[0]


@register.filter
def partial_date(value: str) -> str:
    """A date of which perhaps only the year is known: 14.03.1992, 03.1992, 1992, or a dash."""
    return for_people(value) or "–"


@register.inclusion_tag("components/crumbs.html")
def crumbs(*pairs: Any) -> dict[str, Any]:
    """The way back up: `{% crumbs _("Cases") list_url case.number case_url %}`."""
    return {"steps": list(zip(pairs[::2], pairs[1::2], strict=True))}


@register.filter
def dialled(telephone: str) -> str:
    """The number as a telephone dials it, for a tel: link; empty for what holds no number."""
    digits = "".join(letter for letter in str(telephone) if letter in "0123456789")
    plus = "+" if str(telephone).strip().startswith("+") else ""
    return f"{plus}{digits}" if digits else ""
