"""Sending what stands in the outbox: one mail in one transaction, under the lock of its row.

A worker that dies gives the lock back, and the mail is sent by the next one. Two workers never hold the same mail. What
remains: if a worker dies after the mail server took a mail and before its row says so, the mail is sent a second time,
with the same Message-ID, by which mail programs know it (decision 0017).
"""

import logging
import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import connection, transaction
from django.template.loader import render_to_string

from core.models import OutboxMessage

log = logging.getLogger("fallbruecke.mail")

# The transaction waits for the mail server longer than pages may wait idly, and shorter than the task may take.
PATIENCE = "150s"

# Said about this one mail; with any other failure the server itself is not to be had, for no mail.
ABOUT_THE_MAIL = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError)


def send_due_mails() -> None:
    """Send until none is due, or the server is not to be had."""
    while _send_next():
        pass


@transaction.atomic
def _send_next() -> bool:
    """Send the mail that has waited longest and that no other worker holds; whether to go on with the next."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL idle_in_transaction_session_timeout = '{PATIENCE}'")
    mail = OutboxMessage.objects.due().select_for_update(skip_locked=True).first()
    if mail is None:
        return False
    try:
        if not settings.DEMO:
            _message(mail).send()
    except OSError as error:
        log.warning("mail %s: %s", mail.pk, _code(error))
        mail.note_failure(_code(error))
        return isinstance(error, ABOUT_THE_MAIL)
    except Exception as error:
        log.exception("mail %s cannot be written", mail.pk)
        mail.note_failure(_code(error))
    else:
        mail.note_sent()
    return True


def _message(mail: OutboxMessage) -> EmailMultiAlternatives:
    """As text, and the same as simple HTML with the link to click on."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    headers = {"Message-ID": f"<{mail.pk}@{domain}>", "Auto-Submitted": "auto-generated"}
    message = EmailMultiAlternatives(mail.subject, mail.body, to=[mail.to], headers=headers)
    message.attach_alternative(render_to_string("mail/message.html", {"mail": mail}), "text/html")
    return message


def _code(error: Exception) -> str:
    """What went wrong, without a word of the server's answer: it may quote the mail."""
    number = getattr(error, "smtp_code", "")
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        number = next((code for code, _ in error.recipients.values()), "")
    return f"{type(error).__name__} {number}".strip()
