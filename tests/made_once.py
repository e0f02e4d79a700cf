"""The cast and its worlds made once for a package, in place of once for each test; a conftest takes all of it.

A test here runs inside the transaction in which its world was made, and is undone to a savepoint.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests import conftest as everybody
from tests.access import canary_world
from tests.access import world as fixed_world
from tests.access.world import undone

MODULES = (everybody, fixed_world, canary_world)
CAST = (
    *("integration_centre", "jobcentre", "immigration_office", "youth_office"),
    *("lead", "team_lead", "partner", "reader", "uninvolved", "in_two_agencies", "ended", "inactive"),
    *("moderator", "catalogue_administrator", "access_administrator", "delegated_administrator"),
    *("data_protection_officer", "cast"),
    *("basis", "case", "jobcentre_in_case", "immigration_office_in_case", "shared_case"),
)


def made_once(*names: str) -> dict[str, Any]:
    """These fixtures of a world, and the cast, by name."""
    return {name: pytest.fixture(scope="package", name=name)(_made(name)) for name in (*CAST, *names)}


def _made(name: str) -> Callable[..., Any]:
    fixture = next(vars(module)[name] for module in MODULES if name in vars(module))
    made: Callable[..., Any] = fixture._get_wrapped_function()
    return made


@pytest.fixture(scope="package")
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """One transaction for all tests of the package, never committed."""
    with django_db_blocker.unblock(), undone():
        yield


@pytest.fixture(scope="package")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the files of the package lie."""
    directory = tmp_path_factory.mktemp("files")
    with override_settings(FILES_DIR=directory):
        yield directory


@pytest.fixture(autouse=True)
def by_itself(db: None) -> Iterator[None]:
    """What one test does is not there for the next; what is limited by the minute is counted from here."""
    cache.clear()
    with undone():
        yield
