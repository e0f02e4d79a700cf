"""Mails that wait to be sent; to whom and what about never changes once they are posted."""

import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

OF_SENDING = "body, sent_at, attempts, next_try_at, given_up_at, last_error"


def narrow(apps, schema_editor):
    """Sending notes how far it is and empties the text; nothing else of a mail is changed."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    schema_editor.execute(f"REVOKE UPDATE ON core_outboxmessage FROM {role}")
    schema_editor.execute(f"GRANT UPDATE ({OF_SENDING}) ON core_outboxmessage TO {role}")


class Migration(migrations.Migration):
    dependencies = [("core", "0003_cache")]

    operations = [
        migrations.CreateModel(
            name="OutboxMessage",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key", models.CharField(max_length=160, unique=True, verbose_name="key")),
                ("to", models.EmailField(max_length=254, verbose_name="recipient")),
                ("subject", models.CharField(max_length=160, verbose_name="subject")),
                ("body", models.TextField(max_length=4000, verbose_name="text")),
                (
                    "posted_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="posted at"),
                ),
                ("sent_at", models.DateTimeField(null=True, verbose_name="sent at")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                (
                    "next_try_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="next try at"),
                ),
                ("given_up_at", models.DateTimeField(null=True, verbose_name="given up at")),
                (
                    "last_error",
                    models.CharField(blank=True, default="", max_length=60, verbose_name="last error"),
                ),
            ],
            options={
                "verbose_name": "mail",
                "verbose_name_plural": "mails",
                "ordering": ["-posted_at", "-id"],
                "indexes": [
                    models.Index(
                        models.F("next_try_at"),
                        condition=models.Q(("given_up_at", None), ("sent_at", None)),
                        name="outbox_due",
                    )
                ],
            },
        ),
        migrations.RunPython(narrow, migrations.RunPython.noop),
    ]
