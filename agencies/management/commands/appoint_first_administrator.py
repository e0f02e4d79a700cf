"""`manage.py appoint_first_administrator`: who administers the access of a new installation."""

import argparse

from django.core.management.base import BaseCommand, CommandError

from agencies.actions.appoint_first_administrator import appoint_first_administrator
from core.refusal import Refusal


class Command(BaseCommand):
    """Works as long as there is no central administrator."""

    help = "Legt die erste zentrale Zugangsverwaltung mit ihrer Stelle an."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("email", help="dienstliche E-Mail-Adresse")
        parser.add_argument("name", help="Vorname und Familienname")
        parser.add_argument("--carrier", required=True, help="Träger, zum Beispiel „Kreis Lippe“")
        parser.add_argument("--agency", required=True, help="Stelle, für die sie handelt")
        parser.add_argument("--place", required=True, help="Ort der Stelle")

    def handle(
        self, *_args: object, email: str, name: str, carrier: str, agency: str, place: str, **_options: object
    ) -> None:
        try:
            appoint_first_administrator(email=email, name=name, carrier=carrier, agency=agency, place=place)
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal
        self.stdout.write(
            "Angelegt. Das Kennwort wird auf der Anmeldeseite mit „Kennwort vergessen“ festgelegt."
        )
