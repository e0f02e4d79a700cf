"""`manage.py rekey`: makes the search keys of all persons anew, after the rules of spelling have changed."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connections

from cases.rekeying import rekey


class Command(BaseCommand):
    """As the owner of the tables; it may run while people work."""

    help = (
        "Erneuert die Suchschlüssel aller Personen, nachdem sich die Regeln der Schreibweisen geändert haben."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Say how many there are."""
        self.stdout.write(f"{rekey(connections['owner'])} Personen.")
