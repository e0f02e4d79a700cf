"""Messages that wait to be sent."""

import django.utils.timezone
import uuid
from django.db import migrations, models


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
    ]
