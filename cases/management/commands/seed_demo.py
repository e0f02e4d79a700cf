"""Fill the demo: agencies, accounts, thirty invented persons with their cases."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from agencies.demo.seed import seed_accounts, seed_agencies
from cases.demo.catalogues import seed_catalogues
from cases.demo.seed import seed_cases


class Command(BaseCommand):
    """Running it again adds what is missing and changes nothing else."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """All of it or nothing."""
        with transaction.atomic():
            seed_agencies()
            seed_accounts()
            number = seed_cases()
            seed_catalogues()
        self.stdout.write(f"Demo: {number} neue Fälle.")
