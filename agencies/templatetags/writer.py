"""The hidden fields by which a form says whose it is and on which page it stands."""

from typing import Any

from django import template

from agencies.acting_membership import value_of
from core.middleware.kept_text import writer_token

register = template.Library()


@register.inclusion_tag("components/writer.html", takes_context=True)
def writer_field(context: dict[str, Any]) -> dict[str, str]:
    """What is typed survives the end of the session, and is never sent for another of her agencies."""
    request = context["request"]
    acting = value_of(request.membership) if request.membership else ""
    return {"writer": writer_token(request.user.pk, acting=acting), "page": request.path}
