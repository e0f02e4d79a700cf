"""`manage.py seed_scale`: fills an empty database with many invented cases, for measuring."""

import argparse
import time
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from agencies.models import Agency
from cases.models import Case
from cases.scale.fill import Order, fill, settle
from cases.scale.offices import DATABASE, short_name
from cases.scale.shape import LEAST_AGENCIES, LEAST_CASES
from core.today import today


class Command(BaseCommand):
    """The same numbers and the same day always make the same rows."""

    help = "Fills an empty database with invented cases, for measuring."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--cases", type=int, required=True, help=f"mindestens {LEAST_CASES}")
        parser.add_argument("--agencies", type=int, default=60, help=f"mindestens {LEAST_AGENCIES}")
        parser.add_argument("--users", type=int, default=2000, help="mindestens einer je Stelle")
        parser.add_argument("--seed", type=int, default=1, help="eine andere Zahl gibt andere Zeilen")
        parser.add_argument(
            "--day", type=date.fromisoformat, help="der letzte Tag der Daten; Standard: heute"
        )

    def handle(
        self,
        *_args: object,
        cases: int,
        agencies: int,
        users: int,
        seed: int,
        day: date | None,
        **_options: object,
    ) -> None:
        if cases < LEAST_CASES or agencies < LEAST_AGENCIES or users < agencies:
            raise CommandError("Die Zahlen sind zu klein (siehe --help).")
        self._refuse_other_data()
        begin = time.monotonic()
        order = Order(cases=cases, agencies=agencies, users=users, seed=seed, day=day or today())
        rows = fill(order, say=self.stdout.write)
        settle(list(rows))
        for table, count in rows.items():
            self.stdout.write(f"{count:>12,}  {table}".replace(",", "."))
        self.stdout.write(f"{sum(rows.values())} Zeilen in {time.monotonic() - begin:.0f} s.")

    def _refuse_other_data(self) -> None:
        has_cases = Case.objects.using(DATABASE).exists()
        if has_cases or Agency.objects.using(DATABASE).filter(short_name=short_name(0)).exists():
            raise CommandError("In dieser Datenbank stehen schon Fälle; seed_scale füllt nur eine leere.")
