"""The demo is there for whoever signs in, the same however often it is filled in, and shows each target group."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from agencies.demo.seed import DOMAIN, demo_accounts
from agencies.models import Agency, Membership
from cases.models import Case
from cases.models.vocabulary import TargetGroup
from core.acting import acting
from tests.access.world import undone
from tests.factories import client_for


def fill_in() -> str:
    out = StringIO()
    call_command("seed_demo", stdout=out)
    return out.getvalue().strip()


def rows() -> dict[tuple[str, str], int]:
    """How many rows each agency finds in each table."""
    counts = {}
    for agency in Agency.objects.all():
        with acting(agency.pk):
            for model in apps.get_models():
                counts[agency.short_name, model._meta.label] = model._default_manager.count()
    return counts


@pytest.fixture(scope="module", autouse=True)
def filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Filled in once for all of these tests, and undone after them."""
    with django_db_blocker.unblock(), undone():
        fill_in()
        yield


def test_filling_it_in_again_changes_nothing() -> None:
    before = rows()
    assert before["KI Lippe", "cases.Interview"] > 0
    assert fill_in() == "Demo: 0 neue Fälle."
    after = rows()
    assert {table: (before[table], count) for table, count in after.items() if count != before[table]} == {}


def test_every_target_group_is_there() -> None:
    groups: set[str] = set()
    for agency in Agency.objects.all():
        with acting(agency.pk):
            groups |= set(Case.objects.values_list("target_group", flat=True))
    assert groups >= set(TargetGroup.values) - {TargetGroup.UNDETERMINED}


def test_each_account_of_the_sign_in_page_has_something_to_do() -> None:
    for account in demo_accounts():
        assert account["email"].endswith(DOMAIN)
        membership = Membership.objects.in_force().filter(user__email=account["email"])[0]
        client = client_for(membership)
        assert client.get(reverse("my_day")).status_code == 200, account
        if membership.allows("view_case"):
            assert client.get(reverse("cases:list")).context["page"].rows, account
