"""A pytest plugin: the variables of the tests, set before Django reads its settings."""

import os

import django

from config import celery_app
from core.dev.places import REPOSITORY
from core.dev.postgres import APPLICATION, OWNER, server_address
from core.translations import compile_translations

SERVER = REPOSITORY / "var" / "test"

os.environ.update(
    DJANGO_SETTINGS_MODULE="config.settings",
    DJANGO_SECRET_KEY="only-for-tests-" * 4,
    DATABASE_URL=server_address(SERVER, role=APPLICATION),
    DATABASE_OWNER_URL=server_address(SERVER, role=OWNER),
    # No test reaches a server outside of its own process.
    REDIS_URL="redis://127.0.0.1:1/0",
    EMAIL_HOST="127.0.0.1",
    EMAIL_PORT="1",
    EMAIL_FROM="fallbruecke@test.example",
    FALLBRUECKE_VAR=str(SERVER / "files"),
    # Synchronous Playwright leaves an event loop running in the thread.
    DJANGO_ALLOW_ASYNC_UNSAFE="1",
)
for variable in (
    "DJANGO_SECRET_KEY_FILE",
    "DJANGO_ALLOWED_HOSTS",
    "DJANGO_DEBUG",
    "DJANGO_HTTPS",
    "FALLBRUECKE_DEMO",
    "EMAIL_TRANSPORT",
    "EMAIL_USER",
    "EMAIL_PASSWORD",
    "EMAIL_PASSWORD_FILE",
):
    os.environ.pop(variable, None)

celery_app.conf.update(broker_url="memory://")
compile_translations()
django.setup()
