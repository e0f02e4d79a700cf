"""Every address that the application answers, read from the resolver itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """One pattern: its name with the namespaces before it, and the arguments it takes."""

    name: str
    route: str
    parameters: frozenset[str]
    view: Callable[..., Any]


def addresses() -> list[Address]:
    """All patterns, however deeply they are included."""
    return list(_below(get_resolver(), namespaces=(), route=""))


def _below(resolver: URLResolver, *, namespaces: tuple[str, ...], route: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        full = route + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            name = ":".join((*namespaces, pattern.name or f"without a name: {full}"))
            yield Address(name, full, frozenset(pattern.pattern.converters), pattern.callback)
        else:
            inside = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _below(pattern, namespaces=inside, route=full)
