"""The variables of a measurement, set before Django reads its settings; so this is imported first."""

import os
from datetime import date

import django

from core.dev.places import REPOSITORY
from core.dev.postgres import APPLICATION, OWNER, server_address
from core.translations import compile_translations

DIRECTORY = REPOSITORY / "var" / "bench"

# The last day of the data and the day on which everything is measured.
DAY = date(2026, 9, 1)

os.environ.update(
    DJANGO_SETTINGS_MODULE="config.settings",
    DJANGO_SECRET_KEY="only-for-measuring-" * 4,
    # The demo goes without a second factor.
    FALLBRUECKE_DEMO="1",
    FALLBRUECKE_VAR=str(DIRECTORY / "files"),
    DATABASE_URL=server_address(DIRECTORY, role=APPLICATION),
    DATABASE_OWNER_URL=server_address(DIRECTORY, role=OWNER),
    # Nothing that is measured reaches a broker.
    REDIS_URL="redis://127.0.0.1:1/0",
)
for variable in ("DJANGO_DEBUG", "DJANGO_SECRET_KEY_FILE", "DJANGO_ALLOWED_HOSTS"):
    os.environ.pop(variable, None)

compile_translations()
django.setup()
