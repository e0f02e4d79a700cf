"""A pytest plugin: every worker works on a copy of one migrated template, under the application's role.

The application's role may not TRUNCATE, and a flush would take what migrations have put in; so a test that
commits leaves its copy behind and the next test gets a fresh one.
"""

import os
from collections.abc import Iterator

import pytest
from django.db import connections
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

from tests.environment import SERVER
from tests.template_database import (
    create_clone,
    drop_clone,
    drop_clones_of_dead_runs,
    ensure_template,
    shared_server,
    use_database,
)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The worker's own database, in place of pytest-django's, which needs a role that may create one."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    clone = f"test_{os.getpid()}_{worker}"
    with shared_server(SERVER), django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        drop_clones_of_dead_runs(SERVER)
        template = ensure_template(SERVER)

        def renew(_case: TransactionTestCase | None = None) -> None:
            connections.close_all()
            create_clone(SERVER, template=template, name=clone)

        renew()
        use_database(clone)
        patch.setattr(TransactionTestCase, "_fixture_teardown", renew)
        yield
        connections.close_all()
        drop_clone(SERVER, clone)
