"""Notices with read state: each agency reads its own, whoever causes one may write it."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

OWN = "agency_id = (SELECT app_agency())"


def secure(apps, schema_editor):
    """A notice is read, and noted as read, in its own agency; its text never changes and it is never deleted."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    table = "agencies_notification"
    schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    schema_editor.execute(f"CREATE POLICY reads ON {table} FOR SELECT USING ({OWN})")
    schema_editor.execute(f"CREATE POLICY inserts ON {table} FOR INSERT WITH CHECK (true)")
    schema_editor.execute(f"CREATE POLICY updates ON {table} FOR UPDATE USING ({OWN})")
    schema_editor.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")
    schema_editor.execute(f"GRANT UPDATE (read_at) ON {table} TO {role}")


class Migration(migrations.Migration):
    dependencies = [("agencies", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Notification",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("assigned", "A case was assigned to you."),
                            ("brought_in", "Your agency was brought into a case."),
                            ("participation_ends", "Your agency's participation in a case ends."),
                            ("second_look_asked", "You are asked to look at a case analysis."),
                            ("second_look_done", "A colleague has looked at your case analysis."),
                            ("persons_merged", "Two records of a person were merged."),
                            ("merge_undone", "The merging of two records was undone."),
                            ("access_changed", "Your roles were changed."),
                            ("check_wanted", "A text of the catalogues waits for a second check."),
                        ],
                        max_length=30,
                        verbose_name="kind",
                    ),
                ),
                ("key", models.CharField(max_length=160, verbose_name="key")),
                ("path", models.CharField(max_length=200, verbose_name="path")),
                ("case_id", models.UUIDField(null=True, verbose_name="case")),
                (
                    "case_number",
                    models.CharField(blank=True, default="", max_length=20, verbose_name="case number"),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="created at"),
                ),
                ("read_at", models.DateTimeField(null=True, verbose_name="read at")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="agency",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notifications",
                        to="agencies.membership",
                        verbose_name="recipient",
                    ),
                ),
            ],
            options={
                "verbose_name": "notice",
                "verbose_name_plural": "notices",
                "ordering": ["-created_at", "-id"],
                "indexes": [
                    models.Index(fields=["recipient", "-created_at"], name="notice_of_recipient"),
                    models.Index(
                        models.F("recipient"),
                        condition=models.Q(("read_at", None)),
                        name="notice_unread",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("recipient", "key"), name="notice_comes_once")
                ],
            },
        ),
        migrations.RunPython(secure, migrations.RunPython.noop),
    ]
