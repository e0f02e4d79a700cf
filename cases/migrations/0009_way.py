"""The way through the offices: steps and break points, each kept by its agency or shared in a life area."""

import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import core.partial_date

AGENCY = "(SELECT app_agency())"
OWN_AND_VISIBLE = f"agency_id = {AGENCY} AND case_visible(case_id)"
OWN_AND_WRITABLE = f"agency_id = {AGENCY} AND case_writable(case_id)"
READS = f"({OWN_AND_VISIBLE}) OR (shared AND area_open(case_id, life_area))"

# Which columns may be updated: never the case, the agency or the author.
UPDATED = {
    "cases_journeystep": 'life_area, shared, "on", what, from_kind, from_agency_id, from_words, to_kind, to_agency_id, '
    "to_words, days, cost, changed_at",
    "cases_breakpoint": "life_area, shared, interface_id, step_id, category, what_happened, effect, days_lost, "
    "would_have_helped, caught_by, found_on, changed_at",
}

# A break point names a step of its own case. When the step is deleted, the database forgets it there, also in the
# break point of another agency, which the writer of the step neither sees nor may change.
STEP_OF_THE_CASE = """
ALTER TABLE cases_journeystep ADD CONSTRAINT cases_journeystep_whole UNIQUE (id, case_id);
ALTER TABLE cases_breakpoint ADD CONSTRAINT cases_breakpoint_step_of_the_case FOREIGN KEY (step_id, case_id)
  REFERENCES cases_journeystep (id, case_id) ON DELETE SET NULL (step_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


def secure(apps, schema_editor):
    """Own, or shared in an open life area; written, changed and deleted by an agency that contributes."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    for table, columns in UPDATED.items():
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"CREATE POLICY reads ON {table} FOR SELECT USING ({READS})")
        schema_editor.execute(f"CREATE POLICY inserts ON {table} FOR INSERT WITH CHECK ({OWN_AND_WRITABLE})")
        schema_editor.execute(f"CREATE POLICY updates ON {table} FOR UPDATE USING ({OWN_AND_WRITABLE})")
        schema_editor.execute(f"CREATE POLICY deletes ON {table} FOR DELETE USING ({OWN_AND_WRITABLE})")
        schema_editor.execute(f"REVOKE UPDATE ON {table} FROM {role}")
        schema_editor.execute(f"GRANT UPDATE ({columns}) ON {table} TO {role}")


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_work"), ("agencies", "0005_interfaces")]

    operations = [
        migrations.CreateModel(
            name="JourneyStep",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "life_area",
                    models.CharField(
                        choices=[
                            ("residence", "Residence"),
                            ("first_orientation", "First orientation"),
                            ("education", "Education"),
                            ("school", "School"),
                            ("language", "Language"),
                            ("work", "Work and training"),
                            ("housing", "Housing"),
                            ("health", "Health"),
                            ("family", "Family and care"),
                            ("finances", "Finances and benefits"),
                            ("mobility", "Mobility"),
                            ("social_participation", "Participation"),
                        ],
                        max_length=30,
                        verbose_name="life area",
                    ),
                ),
                (
                    "shared",
                    models.BooleanField(default=False, verbose_name="shared with agencies in this area"),
                ),
                (
                    "on",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[core.partial_date.validate_partial_date],
                        verbose_name="when",
                    ),
                ),
                ("what", models.CharField(max_length=500, verbose_name="what happened")),
                (
                    "from_kind",
                    models.CharField(
                        choices=[
                            ("person", "the person"),
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
                            ("other", "somebody else"),
                        ],
                        max_length=30,
                        verbose_name="from",
                    ),
                ),
                ("from_words", models.CharField(blank=True, max_length=120, verbose_name="from whom")),
                (
                    "to_kind",
                    models.CharField(
                        choices=[
                            ("person", "the person"),
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
                            ("other", "somebody else"),
                        ],
                        max_length=30,
                        verbose_name="to",
                    ),
                ),
                ("to_words", models.CharField(blank=True, max_length=120, verbose_name="to whom")),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(3650)],
                        verbose_name="days waited",
                    ),
                ),
                ("cost", models.CharField(blank=True, max_length=200, verbose_name="what it cost")),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="recorded at"),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="changed at"),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="agency",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.membership",
                        verbose_name="written by",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cases.case",
                        verbose_name="case",
                    ),
                ),
                (
                    "from_agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="from agency",
                    ),
                ),
                (
                    "to_agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="to agency",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of the way",
                "verbose_name_plural": "steps of the way",
            },
        ),
        migrations.CreateModel(
            name="BreakPoint",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "life_area",
                    models.CharField(
                        choices=[
                            ("residence", "Residence"),
                            ("first_orientation", "First orientation"),
                            ("education", "Education"),
                            ("school", "School"),
                            ("language", "Language"),
                            ("work", "Work and training"),
                            ("housing", "Housing"),
                            ("health", "Health"),
                            ("family", "Family and care"),
                            ("finances", "Finances and benefits"),
                            ("mobility", "Mobility"),
                            ("social_participation", "Participation"),
                        ],
                        max_length=30,
                        verbose_name="life area",
                    ),
                ),
                (
                    "shared",
                    models.BooleanField(default=False, verbose_name="shared with agencies in this area"),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("loss_of_information", "loss of information"),
                            ("unclear_responsibility", "unclear responsibility"),
                            ("waiting_time", "waiting time"),
                            ("language", "language"),
                            ("missing_documents", "missing documents"),
                            ("contradictory_information", "contradictory information"),
                            ("technology", "technology"),
                            ("other", "something else"),
                        ],
                        max_length=30,
                        verbose_name="category",
                    ),
                ),
                ("what_happened", models.CharField(max_length=1000, verbose_name="what happened")),
                ("effect", models.CharField(blank=True, max_length=500, verbose_name="effect")),
                (
                    "days_lost",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(3650)],
                        verbose_name="days lost",
                    ),
                ),
                (
                    "would_have_helped",
                    models.CharField(blank=True, max_length=500, verbose_name="what would have helped"),
                ),
                (
                    "caught_by",
                    models.CharField(
                        blank=True, help_text="Empty: still open.", max_length=300, verbose_name="caught by"
                    ),
                ),
                ("found_on", models.DateField(verbose_name="found on")),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="recorded at"),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="changed at"),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="agency",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.membership",
                        verbose_name="written by",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cases.case",
                        verbose_name="case",
                    ),
                ),
                (
                    "interface",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.interface",
                        verbose_name="interface",
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="break_points",
                        to="cases.journeystep",
                        verbose_name="step of the way",
                    ),
                ),
            ],
            options={
                "verbose_name": "break point",
                "verbose_name_plural": "break points",
            },
        ),
        migrations.AddConstraint(
            model_name="journeystep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("from_agency", None),
                        ("from_kind", "other"),
                        models.Q(("from_words", ""), _negated=True),
                    ),
                    models.Q(("from_agency", None), ("from_kind", "person"), ("from_words", "")),
                    models.Q(
                        models.Q(("from_kind__in", ["other", "person"]), _negated=True), ("from_words", "")
                    ),
                    _connector="OR",
                ),
                name="journey_step_from_is_one_station",
                violation_error_message="Please name an agency, a kind of agency, the person or somebody in words.",
            ),
        ),
        migrations.AddConstraint(
            model_name="journeystep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("to_agency", None), ("to_kind", "other"), models.Q(("to_words", ""), _negated=True)
                    ),
                    models.Q(("to_agency", None), ("to_kind", "person"), ("to_words", "")),
                    models.Q(models.Q(("to_kind__in", ["other", "person"]), _negated=True), ("to_words", "")),
                    _connector="OR",
                ),
                name="journey_step_to_is_one_station",
                violation_error_message="Please name an agency, a kind of agency, the person or somebody in words.",
            ),
        ),
        migrations.AddConstraint(
            model_name="journeystep",
            constraint=models.CheckConstraint(
                condition=models.Q(("days", None), ("days__range", (0, 3650)), _connector="OR"),
                name="journey_step_waits_at_most_ten_years",
                violation_error_message="Please enter 0 to 3650 days.",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(("days_lost", None), ("days_lost__range", (0, 3650)), _connector="OR"),
                name="break_point_loses_at_most_ten_years",
                violation_error_message="Please enter 0 to 3650 days.",
            ),
        ),
        migrations.RunSQL(STEP_OF_THE_CASE, migrations.RunSQL.noop),
        migrations.RunPython(secure, migrations.RunPython.noop),
    ]
