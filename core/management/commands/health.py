"""`manage.py health web|worker|beat`: exit code 0 while that process does its work; the image asks it by itself."""

import argparse
import http.client
import os
import socket

from celery import current_app
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from core.health import clock_ticks

SECONDS = 10


class Command(BaseCommand):
    """One question, one answer."""

    help = "Says whether web, worker or beat is alive (exit code 0 or 1)."
    requires_system_checks = ()

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("process", choices=sorted(QUESTIONS))

    def handle(self, *_args: object, process: str, **_options: object) -> None:
        if not QUESTIONS[process]():
            raise CommandError(f"{process} antwortet nicht, wie es soll.")
        self.stdout.write("ok")


def _web_answers() -> bool:
    port = int(os.environ.get("WEB_BIND", ":8000").rpartition(":")[2])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        connection.request(
            "GET", reverse("api:health"), headers={"Host": settings.ALLOWED_HOSTS[0].lstrip(".")}
        )
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _worker_answers() -> bool:
    name = f"celery@{socket.gethostname()}"
    answer = current_app.control.inspect(destination=[name], timeout=SECONDS).ping()
    return bool(answer and name in answer)


QUESTIONS = {"web": _web_answers, "worker": _worker_answers, "beat": clock_ticks}
