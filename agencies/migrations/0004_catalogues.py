"""Catalogues with a second check: the mechanism's first table, the languages spoken in Lippe."""

import json
import uuid
from datetime import date
from pathlib import Path

import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

CATALOGUE = Path(__file__).parent.parent / "catalogue" / "languages.json"
SOURCE = {"source": "ISO 639; Eigennamen nach Unicode CLDR", "valid_from": date(2017, 1, 1)}

# A version is written once. Later it is checked, and one day it ends.
UPDATED = "checked_on, checked_by, checker_id, checked_against, valid_until"


def fill_catalogue(apps, schema_editor):
    """Write the languages; no second person has checked them yet."""
    languages = apps.get_model("agencies", "Language").objects.using(schema_editor.connection.alias)
    for line in json.loads(CATALOGUE.read_text(encoding="utf-8")):
        languages.get_or_create(code=line["code"], defaults=line | SOURCE)


def narrow(apps, schema_editor):
    """Nothing is overwritten, nothing is deleted."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    schema_editor.execute(f"REVOKE UPDATE, DELETE ON agencies_language FROM {role}")
    schema_editor.execute(f"GRANT UPDATE ({UPDATED}) ON agencies_language TO {role}")


class Migration(migrations.Migration):
    dependencies = [("agencies", "0003_administration")]

    operations = [
        migrations.CreateModel(
            name="Language",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.SlugField(db_index=False, max_length=40, verbose_name="code")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        help_text="The first day it no longer counts.",
                        null=True,
                        verbose_name="valid until",
                    ),
                ),
                (
                    "written_by",
                    models.CharField(blank=True, default="", max_length=300, verbose_name="written by"),
                ),
                ("writer_id", models.UUIDField(null=True, verbose_name="writer")),
                (
                    "written_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="written at"),
                ),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                (
                    "checked_by",
                    models.CharField(blank=True, default="", max_length=300, verbose_name="checked by"),
                ),
                ("checker_id", models.UUIDField(null=True, verbose_name="checker")),
                (
                    "checked_against",
                    models.CharField(blank=True, default="", max_length=300, verbose_name="compared with"),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name in German")),
                ("own_name", models.CharField(max_length=60, verbose_name="own name")),
                (
                    "right_to_left",
                    models.BooleanField(default=False, verbose_name="written from right to left"),
                ),
            ],
            options={
                "verbose_name": "language",
                "verbose_name_plural": "languages",
                "ordering": ["name", "-version"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("code", "version"), name="language_version_once"),
                    models.CheckConstraint(
                        condition=Q(checked_on=None, checker_id=None)
                        | Q(checked_on__isnull=False, writer_id=None)
                        | (
                            Q(checked_on__isnull=False, checker_id__isnull=False)
                            & ~Q(checker_id=F("writer_id"))
                        ),
                        name="language_checked_by_another",
                        violation_error_message="Who wrote a text cannot check it.",
                    ),
                    models.CheckConstraint(
                        condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                        name="language_ends_after_it_starts",
                        violation_error_message="The text ends before it begins.",
                    ),
                ],
            },
        ),
        migrations.RunPython(fill_catalogue, migrations.RunPython.noop),
        migrations.RunPython(narrow, migrations.RunPython.noop),
    ]
