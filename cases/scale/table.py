"""The rows of one table on their way into the database."""

from typing import Any

from django.db import models
from django.db.backends.utils import CursorWrapper

NULL = r"\N"


class Table:
    """Collects lines in PostgreSQL's text format; columns that a row does not name have the model's default."""

    def __init__(self, model: type[models.Model], *names: str) -> None:
        options = model._meta  # noqa: SLF001  # Django documents it as public
        fields = {field.name: field for field in options.concrete_fields}
        named = [fields.pop(name) for name in names]
        self.name = options.db_table
        self.rows = 0
        self._columns = ", ".join(f'"{field.column}"' for field in [*named, *fields.values()])
        self._defaults = "".join(f"\t{_as_text(field.get_default())}" for field in fields.values()) + "\n"
        self._lines: list[str] = []

    def add(self, *values: str) -> None:
        """One row, its values in PostgreSQL's text format."""
        self._lines.append("\t".join(values) + self._defaults)

    def flush(self, cursor: CursorWrapper) -> None:
        """Copy the collected rows into the database."""
        with cursor.copy(f'COPY "{self.name}" ({self._columns}) FROM STDIN') as copy:
            copy.write("".join(self._lines))
        self.rows += len(self._lines)
        self._lines.clear()


def _as_text(value: Any) -> str:
    if value is None:
        return NULL
    if isinstance(value, list):
        return "{}"
    return str(int(value)) if isinstance(value, bool) else str(value)
