"""The best statements that a person would write by hand, for a role that no row policy holds for."""

from dataclasses import dataclass
from typing import Any

import psycopg

IN_FORCE = "p.starts_on <= %(day)s AND (p.ends_on IS NULL OR p.ends_on > %(day)s)"
VISIBLE = f"p.agency_id = %(agency)s AND {IN_FORCE}"
SHOWN = """
SELECT c.id, c.number, c.phase, c.target_group, c.last_activity, m.given_names, m.family_name, m.birth, a.short_name
FROM ({page}) page
JOIN cases_case c ON c.id = page.case_id
JOIN cases_migrant m ON m.id = c.migrant_id
JOIN agencies_agency a ON a.id = c.lead_agency_id
ORDER BY c.last_activity DESC, c.id DESC
"""
PAGE = """
SELECT p.case_id FROM cases_participation p WHERE {where}
ORDER BY p.last_activity DESC, p.case_id DESC LIMIT 26
"""
BEYOND = "(p.last_activity, p.case_id) < (%(at)s, %(id)s)"
COUNT = "SELECT count(*) FROM (SELECT FROM cases_participation p WHERE {where} LIMIT 1001) found"
MAY = f"""
SELECT EXISTS (
  SELECT FROM cases_participation p
  WHERE p.case_id = %(case)s AND {VISIBLE} AND p.access = ANY ('{{contribute,lead}}'))
"""
FOUND_BY_NUMBER = f"""
SELECT c.id AS case_id FROM cases_case c JOIN cases_participation p ON p.case_id = c.id
WHERE c.number = %(number)s AND {VISIBLE}
UNION
SELECT p.case_id FROM cases_participation p
WHERE p.file_number = %(number)s AND p.file_number <> '' AND {VISIBLE}
"""


@dataclass(frozen=True, slots=True)
class Statement:
    """A prepared statement with its parameters."""

    text: str
    parameters: dict[str, Any]

    def rows(self, connection: psycopg.Connection) -> list[tuple[Any, ...]]:
        """Run it."""
        return connection.execute(self.text, self.parameters, prepare=True).fetchall()


def page(parameters: dict[str, Any], *, narrowed: str = "", beyond: bool = False) -> Statement:
    """One page of the list."""
    where = " AND ".join(filter(None, [VISIBLE, narrowed, BEYOND if beyond else ""]))
    return Statement(SHOWN.format(page=PAGE.format(where=where)), parameters)


def count(parameters: dict[str, Any], *, narrowed: str = "") -> Statement:
    """How many cases there are, up to 1,001."""
    return Statement(COUNT.format(where=" AND ".join(filter(None, [VISIBLE, narrowed]))), parameters)


def found(parameters: dict[str, Any]) -> Statement:
    """Cases with a number, the agency's own or the case's."""
    return Statement(SHOWN.format(page=FOUND_BY_NUMBER), parameters)
