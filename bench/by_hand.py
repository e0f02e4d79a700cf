"""The best statements that a person would write by hand, for a role that no row policy holds for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg

from cases.search_key import Wanted

IN_FORCE = "p.starts_on <= %(day)s AND (p.ends_on IS NULL OR p.ends_on > %(day)s)"
VISIBLE = f"p.agency_id = %(agency)s AND {IN_FORCE}"
SHOWN = """
SELECT c.id, c.number, c.phase, c.target_group, c.last_activity, m.given_names, m.family_name, m.birth, a.short_name
FROM ({page}) page
JOIN cases_case c ON c.id = page.case_id
JOIN cases_migrant m ON m.id = c.migrant_id
JOIN agencies_agency a ON a.id = c.lead_agency_id
ORDER BY c.last_activity {order}, c.id {order}
"""
PAGE = """
SELECT p.case_id FROM cases_participation p WHERE {where}
ORDER BY p.last_activity {order}, p.case_id {order} LIMIT 26
"""
BEYOND = "(p.last_activity, p.case_id) {comparison} (%(at)s, %(id)s)"
COUNT = "SELECT count(*) FROM (SELECT FROM cases_participation p WHERE {where} LIMIT 1001) found"
MAY = """
SELECT EXISTS (
  SELECT FROM cases_participation p
  WHERE p.case_id = %(case)s AND {visible} AND p.access IN ('contribute', 'lead'))
"""
FOUND = """
SELECT c.id AS case_id FROM cases_case c JOIN cases_participation p ON p.case_id = c.id
WHERE c.number = %(number)s AND {visible}
UNION
SELECT p.case_id FROM cases_participation p
WHERE p.file_number = %(number)s AND p.file_number <> '' AND {visible}
"""
# Whoever bears each of the names; of the words all keys, those of another spelling, those of the same.
NAMED = """
SELECT c.id, c.number, c.phase, c.target_group, c.last_activity, m.given_names, m.family_name, m.birth, a.short_name
FROM (
  SELECT c.id AS case_id, CASE WHEN {exact} THEN 0 WHEN {alike} THEN 1 ELSE 2 END AS closeness
  FROM cases_namekey k
  JOIN LATERAL (SELECT * FROM cases_case c WHERE c.migrant_id = k.migrant_id OFFSET 0) c ON true
  JOIN LATERAL (SELECT FROM cases_participation p WHERE p.case_id = c.id AND {visible} OFFSET 0) p ON true
  WHERE {near}
  ORDER BY closeness, c.last_activity DESC, c.id DESC LIMIT 51
) page
JOIN cases_case c ON c.id = page.case_id
JOIN cases_migrant m ON m.id = c.migrant_id
JOIN agencies_agency a ON a.id = c.lead_agency_id
ORDER BY page.closeness, c.last_activity DESC, c.id DESC
"""


@dataclass(frozen=True, slots=True)
class Statement:
    """A prepared statement with its parameters."""

    text: str
    parameters: dict[str, Any]

    def rows(self, connection: psycopg.Connection) -> list[tuple[Any, ...]]:
        """Run it."""
        return connection.execute(self.text, self.parameters, prepare=True).fetchall()


def page(
    parameters: dict[str, Any],
    *,
    narrowed: str,
    oldest_first: bool,
    beyond: tuple[datetime, UUID] | None,
) -> Statement:
    """One page of the list and one case more, after the last case of the page before."""
    order, comparison = ("ASC", ">") if oldest_first else ("DESC", "<")
    conditions = [VISIBLE, narrowed, BEYOND.format(comparison=comparison) if beyond else ""]
    rows = PAGE.format(where=" AND ".join(filter(None, conditions)), order=order)
    at, after = beyond or (None, None)
    return Statement(SHOWN.format(page=rows, order=order), {**parameters, "at": at, "id": after})


def count(parameters: dict[str, Any], *, narrowed: str) -> Statement:
    """How many cases there are, up to 1,001."""
    return Statement(COUNT.format(where=" AND ".join(filter(None, [VISIBLE, narrowed]))), parameters)


def found(parameters: dict[str, Any]) -> Statement:
    """Cases with a number, the agency's own or the case's."""
    return Statement(SHOWN.format(page=FOUND.format(visible=VISIBLE), order="DESC"), parameters)


def named(parameters: dict[str, Any], *, words: list[Wanted]) -> Statement:
    """Cases of persons with these names."""
    keys: dict[str, Any] = {}
    conditions: dict[str, str] = {}
    for closeness in ("exact", "alike", "near"):
        names = [f"{closeness}_{number}" for number in range(len(words))]
        keys |= {name: [*getattr(word, closeness)] for name, word in zip(names, words, strict=True)}
        conditions[closeness] = " AND ".join(f"k.keys && %({name})s::text[]" for name in names)
    return Statement(NAMED.format(visible=VISIBLE, **conditions), {**parameters, **keys})


def may_change(parameters: dict[str, Any]) -> Statement:
    """Whether the agency may write in a case."""
    return Statement(MAY.format(visible=VISIBLE), parameters)
