"""Catalogues with a second check: legal bases join them, the guide of the interview becomes one.

Legal bases keep their rows, so every participation rests on the version it was granted on. Answers to the lead
questions remember the wording that was asked; those recorded before were asked in the first one.
"""

import json
import uuid
from datetime import date
from pathlib import Path
from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

CATALOGUE = Path(__file__).parent.parent / "catalogue"
SINCE = date(2017, 1, 1)
SOURCE_OF_QUESTIONS = "Einwanderung gestalten im Kreis Lippe, Gespräche zur Fallanalyse"
SOURCE_OF_PROMPTS = "Arbeitsstand der Fachadministration, mit dem Leitfaden des Projekts abzugleichen"

# A version is written once. Later it is checked, and one day it ends.
UPDATED = "checked_on, checked_by, checker_id, checked_against, valid_until"


def checked_text() -> list[tuple[str, Any]]:
    """The fields that every catalogue has."""
    return [
        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
        *added_to_bases(),
        ("checked_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
        ("checked_by", models.CharField(blank=True, default="", max_length=300, verbose_name="checked by")),
    ]


def added_to_bases() -> list[tuple[str, Any]]:
    """Those of them that legal bases did not have."""
    return [
        ("written_by", models.CharField(blank=True, default="", max_length=300, verbose_name="written by")),
        ("writer_id", models.UUIDField(null=True, verbose_name="writer")),
        ("written_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="written at")),
        ("checker_id", models.UUIDField(null=True, verbose_name="checker")),
        (
            "checked_against",
            models.CharField(blank=True, default="", max_length=300, verbose_name="compared with"),
        ),
    ]


def constraints(model: str) -> list[Any]:
    """One version once, a check by another person, an end after the beginning."""
    by_another = Q(checked_on__isnull=False, checker_id__isnull=False) & ~Q(checker_id=F("writer_id"))
    rules = [
        models.UniqueConstraint(fields=("code", "version"), name=f"{model}_version_once"),
        models.CheckConstraint(
            condition=Q(checked_on=None, checker_id=None)
            | Q(checked_on__isnull=False, writer_id=None)
            | by_another,
            name=f"{model}_checked_by_another",
            violation_error_message="Who wrote a text cannot check it.",
        ),
        models.CheckConstraint(
            condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            name=f"{model}_ends_after_it_starts",
            violation_error_message="The text ends before it begins.",
        ),
    ]
    return [migrations.AddConstraint(model_name=model, constraint=rule) for rule in rules]


def fill_guide(apps, schema_editor):
    """Write the guide of the project; no second person has checked it yet."""
    alias = schema_editor.connection.alias
    questions = apps.get_model("cases", "LeadQuestion").objects.using(alias)
    for line in json.loads((CATALOGUE / "lead_questions.json").read_text(encoding="utf-8")):
        questions.create(**line, source=SOURCE_OF_QUESTIONS, valid_from=SINCE)
    prompts = apps.get_model("cases", "AreaPrompts").objects.using(alias)
    for line in json.loads((CATALOGUE / "area_prompts.json").read_text(encoding="utf-8")):
        text = "\n".join(line["prompts"])
        prompts.create(code=line["code"], prompts=text, source=SOURCE_OF_PROMPTS, valid_from=SINCE)


def remember_what_was_asked(apps, schema_editor):
    """Every answer recorded so far was given to the first wording."""
    alias = schema_editor.connection.alias
    statements = apps.get_model("cases", "InterviewStatement").objects.using(alias)
    for question in apps.get_model("cases", "LeadQuestion").objects.using(alias).all():
        statements.filter(question=question.code).update(asked=question)


def narrow(apps, schema_editor):
    """Nothing is overwritten, nothing is deleted."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    for table in ("cases_legalbasis", "cases_leadquestion", "cases_areaprompts"):
        schema_editor.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")
        schema_editor.execute(f"GRANT UPDATE ({UPDATED}) ON {table} TO {role}")


def asked(**options: Any) -> Any:
    """From an answer to the wording that was asked."""
    return models.ForeignKey(
        db_index=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="cases.leadquestion",
        verbose_name="wording that was asked",
        **options,
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_papers")]

    operations = [
        migrations.CreateModel(
            name="AreaPrompts",
            fields=[
                *checked_text(),
                (
                    "prompts",
                    models.TextField(
                        help_text="One prompt on each line.", max_length=2000, verbose_name="prompts"
                    ),
                ),
            ],
            options={
                "verbose_name": "prompts of a life area",
                "verbose_name_plural": "prompts of the life areas",
                "ordering": ["code", "-version"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LeadQuestion",
            fields=[
                *checked_text(),
                ("wording", models.CharField(max_length=200, verbose_name="wording")),
                (
                    "position",
                    models.PositiveSmallIntegerField(default=1, verbose_name="place in the guide"),
                ),
            ],
            options={
                "verbose_name": "lead question",
                "verbose_name_plural": "lead questions",
                "ordering": ["position", "code", "-version"],
                "abstract": False,
            },
        ),
        migrations.AlterModelOptions(
            name="legalbasis",
            options={
                "ordering": ["citation", "-version"],
                "verbose_name": "legal basis",
                "verbose_name_plural": "legal bases",
            },
        ),
        migrations.AddField(
            "legalbasis", "version", models.PositiveSmallIntegerField(default=1, verbose_name="version")
        ),
        *[migrations.AddField("legalbasis", name, field) for name, field in added_to_bases()],
        migrations.AlterField(
            "legalbasis",
            "checked_by",
            models.CharField(blank=True, default="", max_length=300, verbose_name="checked by"),
        ),
        migrations.AlterField(
            "legalbasis", "code", models.SlugField(db_index=False, max_length=40, verbose_name="code")
        ),
        migrations.AlterField(
            "legalbasis",
            "valid_until",
            models.DateField(
                blank=True,
                help_text="The first day it no longer counts.",
                null=True,
                verbose_name="valid until",
            ),
        ),
        migrations.AlterField(
            "interviewstatement",
            "question",
            models.SlugField(db_index=False, max_length=40, verbose_name="question"),
        ),
        *constraints("legalbasis"),
        *constraints("areaprompts"),
        *constraints("leadquestion"),
        migrations.RunPython(fill_guide, migrations.RunPython.noop),
        migrations.AddField("interviewstatement", "asked", asked(null=True)),
        migrations.RunPython(remember_what_was_asked, migrations.RunPython.noop),
        migrations.AlterField("interviewstatement", "asked", asked()),
        migrations.RunPython(narrow, migrations.RunPython.noop),
    ]
