"""`manage.py dev`: the whole application on this machine, with embedded services where none are named."""

import argparse
import os
import sys
import time

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.db import connections

from core.dev import programs
from core.dev.broker import EmbeddedBroker
from core.dev.cannot_start import CannotStart
from core.dev.environment import is_embedded_broker, is_embedded_database, note_for_other_commands
from core.dev.outside_services import check_broker, check_database
from core.dev.places import private_directory, remove_socket_directory, var_directory
from core.dev.port import free_port
from core.dev.postgres import EmbeddedPostgres
from core.dev.process import ChildProcess
from core.dev.running_alone import running_alone
from core.dev.stop_request import StopRequest
from core.dev.supervisor import Supervisor
from core.translations import compile_translations


class Command(BaseCommand):
    """Starts database, broker, web, worker and beat, watches them, and ends them all on Ctrl-C or SIGTERM."""

    help = "Runs the whole application for development and the demo."
    requires_system_checks = ()

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--port", default=os.environ.get("PORT") or "8000", help="Standard: PORT oder 8000"
        )

    def handle(self, *_args: object, port: str, **_options: object) -> None:
        try:
            self._run(port)
        except CannotStart as refusal:
            self.stderr.write(str(refusal))
            sys.exit(1)

    def _run(self, wish: str) -> None:
        stop = StopRequest()
        var = private_directory(var_directory())
        private_directory(var / "log")
        with running_alone(var):
            port = free_port(wish)
            note_for_other_commands()
            supervisor = Supervisor(
                services=self._services(),
                prepare=self._prepare,
                programs=[programs.web(var, port=port), programs.worker(var), programs.beat(var)],
                say=self._say,
                stop=stop,
            )
            supervisor.run(port=port)
            remove_socket_directory(var)
        self._say("Beendet.")

    def _services(self) -> list[ChildProcess]:
        """The embedded ones; those that the operator named must answer already."""
        var = var_directory()
        services: list[ChildProcess] = []
        if is_embedded_database():
            services.append(EmbeddedPostgres(var))
        else:
            check_database()
        if is_embedded_broker():
            broker = EmbeddedBroker(var, settings.REDIS_URL)
            services.append(broker)
            if not broker.keeps_its_queue:
                self._say("Kein redis-server gefunden: Die Warteschlange steht nur im Arbeitsspeicher.")
        else:
            check_broker()
        return services

    def _prepare(self) -> None:
        """All in this one process, as each start of Django costs seconds."""
        begin = time.monotonic()
        call_command("migrate", database="owner", interactive=False, verbosity=0)
        compile_translations()
        if settings.DEMO and "seed_demo" in get_commands():
            call_command("seed_demo", verbosity=0)
        connections.close_all()
        self._say(f"Datenbank ist eingerichtet (nach {time.monotonic() - begin:.1f} s).")

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()
