"""Sending: once, with patience while the server is away, given up in the end; the text is not kept."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail as django_mail
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from core.mail_sending import send_due_mails
from core.models import OutboxMessage
from core.models.outbox import MINUTES_BETWEEN_TRIES, TRIES_AT_MOST
from tests.access.log_lines import log_lines
from tests.core.mails import LINK, a_mail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def production() -> Iterator[None]:
    """Where mails are sent."""
    with override_settings(DEMO=False):
        yield


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A server that is not to be had; to whom was tried."""
    return failing_with(monkeypatch, ConnectionRefusedError("nobody at mail.example"))


def failing_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> list[str]:
    """Every mail fails like this."""
    tried: list[str] = []

    def send(message: EmailMessage) -> int:
        tried.extend(message.to)
        raise error

    monkeypatch.setattr(EmailMessage, "send", send)
    return tried


def test_sent_once_and_emptied() -> None:
    mail = a_mail()
    for _ in range(2):
        send_due_mails()

    mail.refresh_from_db()
    (sent,) = django_mail.outbox
    assert sent.to == ["a@test.example"]
    assert sent.body == f"Guten Tag,\n\n{LINK}\n"
    assert mail.sent_at is not None
    assert mail.body == ""


def test_no_table_keeps_the_link_once_it_is_sent() -> None:
    a_mail()
    send_due_mails()

    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(m::text, ' ') FROM core_outboxmessage m")
        assert "geheim" not in cursor.fetchone()[0]


def test_text_and_html_say_the_same_and_the_link_can_be_clicked() -> None:
    mail = a_mail(body=f"Anna <b>Zugang</b> lädt Sie ein:\n{LINK}\n\nBis dann")
    send_due_mails()

    (sent,) = django_mail.outbox
    assert isinstance(sent, EmailMultiAlternatives)
    ((html, kind),) = sent.alternatives
    assert kind == "text/html"
    assert f'href="{LINK}"' in str(html)
    assert "Anna &lt;b&gt;Zugang&lt;/b&gt; lädt Sie ein" in str(html)
    assert sent.message()["Message-ID"] == f"<{mail.pk}@test.example>"
    assert sent.message()["Auto-Submitted"] == "auto-generated"


def test_the_demo_sends_nothing_and_keeps_the_text() -> None:
    mail = a_mail()
    with override_settings(DEMO=True):
        send_due_mails()

    mail.refresh_from_db()
    assert mail.sent_at is not None
    assert LINK in mail.body
    assert django_mail.outbox == []


def test_while_the_server_is_away_each_try_waits_longer_until_the_mail_is_given_up(away: list[str]) -> None:
    mail = a_mail()
    waited = []
    for _ in range(TRIES_AT_MOST):
        OutboxMessage.objects.waiting().filter(pk=mail.pk).update(next_try_at=timezone.now())
        send_due_mails()
        mail.refresh_from_db()
        waited.append(round((mail.next_try_at - timezone.now()) / timedelta(minutes=1)))
    send_due_mails()

    assert waited[:-1] == list(MINUTES_BETWEEN_TRIES)
    assert len(away) == mail.attempts == TRIES_AT_MOST == 8
    assert list(OutboxMessage.objects.given_up()) == [mail]
    assert mail.last_error == "ConnectionRefusedError"
    assert LINK in mail.body


def test_a_mail_that_is_not_due_is_left_alone(away: list[str]) -> None:
    a_mail(next_try_at=timezone.now() + timedelta(minutes=1))
    send_due_mails()
    assert away == []


def test_while_the_server_is_away_one_mail_is_tried_and_not_all(away: list[str]) -> None:
    for number in range(3):
        a_mail(to=f"{number}@test.example")
    send_due_mails()
    assert len(away) == 1


@pytest.mark.parametrize(
    ("error", "code", "tried"),
    [
        (SMTPRecipientsRefused({"a": (550, b"no such box")}), "SMTPRecipientsRefused 550", 2),
        (SMTPDataError(554, b"spam: geheim"), "SMTPDataError 554", 2),
        (SMTPServerDisconnected("geheim"), "SMTPServerDisconnected", 1),
        (ValueError("geheim"), "ValueError", 2),
    ],
)
def test_what_is_wrong_with_one_mail_stops_no_other(
    error: Exception, code: str, tried: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_mail(), a_mail()
    with log_lines() as lines:
        found = failing_with(monkeypatch, error)
        send_due_mails()

    assert len(found) == tried
    assert OutboxMessage.objects.exclude(last_error="")[0].last_error == code
    assert lines
    assert "geheim" not in "\n".join(lines)
    assert "test.example" not in "\n".join(lines)


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_send_the_same_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    a_mail()
    inside, go_on, sent = threading.Event(), threading.Event(), []

    def send(message: EmailMessage) -> int:
        sent.append(message.to)
        inside.set()
        go_on.wait(timeout=10)
        return 1

    def first_worker() -> None:
        send_due_mails()
        connection.close()

    monkeypatch.setattr(EmailMessage, "send", send)
    first = threading.Thread(target=first_worker)
    first.start()
    assert inside.wait(timeout=10)
    send_due_mails()
    go_on.set()
    first.join()

    assert len(sent) == 1
