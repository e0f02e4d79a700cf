"""Where authorities meet: pairs of kinds of agencies, without any data of a case."""

import uuid

from django.conf import settings
from django.db import migrations, models


def narrow(apps, schema_editor):
    """A pair is made on its first use, and never changed or deleted."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    schema_editor.execute(f"REVOKE UPDATE, DELETE ON agencies_interface FROM {role}")


class Migration(migrations.Migration):
    dependencies = [("agencies", "0004_catalogues")]

    operations = [
        migrations.CreateModel(
            name="Interface",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "from_kind",
                    models.CharField(
                        choices=[
                            ("immigration_office", "immigration office"),
                            ("integration_centre", "integration centre"),
                            ("youth_office", "youth office"),
                            ("guardianship", "official guardianship"),
                            ("social_office", "social welfare office"),
                            ("health_office", "health office"),
                            ("road_traffic_office", "road traffic office"),
                            ("school_office", "school office"),
                            ("jobcentre", "jobcentre"),
                            ("employment_agency", "employment agency"),
                            ("counselling", "advice centre"),
                            ("federal_office", "federal office"),
                            ("recognition_office", "recognition office"),
                            ("language_school", "language course provider"),
                            ("municipality", "municipality"),
                        ],
                        max_length=30,
                        verbose_name="from",
                    ),
                ),
                (
                    "to_kind",
                    models.CharField(
                        choices=[
                            ("immigration_office", "immigration office"),
                            ("integration_centre", "integration centre"),
                            ("youth_office", "youth office"),
                            ("guardianship", "official guardianship"),
                            ("social_office", "social welfare office"),
                            ("health_office", "health office"),
                            ("road_traffic_office", "road traffic office"),
                            ("school_office", "school office"),
                            ("jobcentre", "jobcentre"),
                            ("employment_agency", "employment agency"),
                            ("counselling", "advice centre"),
                            ("federal_office", "federal office"),
                            ("recognition_office", "recognition office"),
                            ("language_school", "language course provider"),
                            ("municipality", "municipality"),
                        ],
                        max_length=30,
                        verbose_name="to",
                    ),
                ),
            ],
            options={
                "verbose_name": "interface",
                "verbose_name_plural": "interfaces",
                "ordering": ["from_kind", "to_kind"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("from_kind", "to_kind"), name="interface_is_one_of_its_pair"
                    )
                ],
            },
        ),
        migrations.RunPython(narrow, migrations.RunPython.noop),
    ]
