"""The outbox: a mail is put there once, together with what causes it, and wakes the worker after that."""

import pytest
from celery import current_app
from django.db import transaction
from pytest_django import DjangoCaptureOnCommitCallbacks

from core.models import OutboxMessage
from core.outbox import TASK, post, try_again
from core.tasks import remove_old_mails
from tests.core.mails import a_mail, long_ago

pytestmark = pytest.mark.django_db


@pytest.fixture
def woken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tasks that were sent."""
    found: list[str] = []
    monkeypatch.setattr(current_app, "send_task", lambda name, **_: found.append(name))
    return found


def test_the_same_key_is_posted_once() -> None:
    for text in ("first", "second"):
        post(key="invitation:1", to="a@test.example", subject="Einladung", body=text)

    assert [mail.body for mail in OutboxMessage.objects.order_by("posted_at")] == ["first"]


def test_what_is_rolled_back_posts_nothing(woken: list[str]) -> None:
    with transaction.atomic():
        post(key="k", to="a@test.example", subject="x", body="y")
        transaction.set_rollback(True)

    assert not OutboxMessage.objects.exists()
    assert woken == []


def test_the_worker_is_woken_after_the_commit(
    woken: list[str], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        post(key="k", to="a@test.example", subject="x", body="y")
        assert woken == []

    assert woken == [TASK]


def test_a_mail_that_was_given_up_is_due_again() -> None:
    mail = a_mail(attempts=8, given_up_at=long_ago(), next_try_at=long_ago())

    try_again(mail)

    assert list(OutboxMessage.objects.due()) == [mail]
    assert mail.attempts == 0


def test_old_mails_are_forgotten_but_none_that_waits() -> None:
    a_mail(posted_at=long_ago(), sent_at=long_ago())
    a_mail(posted_at=long_ago(), given_up_at=long_ago())
    waits, fresh = a_mail(posted_at=long_ago()), a_mail(given_up_at=long_ago())

    remove_old_mails()

    assert set(OutboxMessage.objects.values_list("pk", flat=True)) == {waits.pk, fresh.pk}
