"""PostgreSQL's own catalogue, asked under the application's role."""

from typing import Any

from django.db import connection

Row = tuple[Any, ...]


def ask(question: str, *parameters: str) -> list[Row]:
    """The rows of a statement under the application's role."""
    with connection.cursor() as cursor:
        cursor.execute(question, parameters)
        return list(cursor.fetchall())


def names(question: str, *parameters: str) -> set[str]:
    """The first column of a statement."""
    return {str(row[0]) for row in ask(question, *parameters)}
