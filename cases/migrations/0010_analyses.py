"""Analyses in full: several interviews, versions, the proposal for the case conference, the second look.

An analysis that exists becomes its own version 1, and keeps the interview that it was made from.
"""

import uuid
from typing import Any

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

AGENCY = "(SELECT app_agency())"
OWN_AND_VISIBLE = f"agency_id = {AGENCY} AND case_visible(case_id)"
OWN_AND_WRITABLE = f"agency_id = {AGENCY} AND case_writable(case_id)"
# The policies on these hold inside: whoever names one must be able to see something of it.
SEEN_INTERVIEW = "EXISTS (SELECT 1 FROM cases_interview i WHERE i.id = interview_id)"
SEEN_STEP = "EXISTS (SELECT 1 FROM cases_journeystep s WHERE s.id = step_id)"
SEEN_BREAK_POINT = "EXISTS (SELECT 1 FROM cases_breakpoint b WHERE b.id = break_point_id)"

# table: (who may SELECT, INSERT, UPDATE, DELETE); None: nobody
POLICIES: dict[str, tuple[str, str, str | None, str | None]] = {
    "cases_analysisinterview": (
        OWN_AND_VISIBLE,
        f"{OWN_AND_WRITABLE} AND {SEEN_INTERVIEW}",
        None,
        OWN_AND_WRITABLE,
    ),
    "cases_analysisstep": (OWN_AND_VISIBLE, f"{OWN_AND_WRITABLE} AND {SEEN_STEP}", None, OWN_AND_WRITABLE),
    "cases_analysisbreakpoint": (
        OWN_AND_VISIBLE,
        f"{OWN_AND_WRITABLE} AND {SEEN_BREAK_POINT}",
        OWN_AND_WRITABLE,
        OWN_AND_WRITABLE,
    ),
    "cases_conferenceproposal": (OWN_AND_VISIBLE, OWN_AND_WRITABLE, None, OWN_AND_WRITABLE),
    "cases_analysisversion": (OWN_AND_VISIBLE, OWN_AND_WRITABLE, None, None),
    "cases_secondlook": (OWN_AND_VISIBLE, OWN_AND_WRITABLE, OWN_AND_WRITABLE, None),
    "cases_secondlookwaiver": (OWN_AND_VISIBLE, OWN_AND_WRITABLE, None, None),
}

# Which columns may be updated; all others decide who sees what, or are history.
UPDATED = {
    "cases_caseanalysis": "as_of, title, changed_at, version",
    "cases_analysisbreakpoint": "classification, workgroup, note",
    "cases_secondlook": "done_at, done_version, verdict, remarks",
}

FIRST_VERSIONS = """
INSERT INTO cases_analysisinterview (id, case_id, agency_id, analysis_id, interview_id)
SELECT gen_random_uuid(), case_id, agency_id, id, interview_id
FROM cases_caseanalysis WHERE interview_id IS NOT NULL;

INSERT INTO cases_analysisversion (id, case_id, agency_id, analysis_id, number, content, author_id, written_at)
SELECT gen_random_uuid(), a.case_id, a.agency_id, a.id, 1, jsonb_build_object(
  'as_of', a.as_of, 'title', a.title,
  'interviews', CASE WHEN a.interview_id IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(a.interview_id) END,
  'texts', coalesce(
    (SELECT jsonb_object_agg(t.kind, t.text) FROM cases_analysistext t WHERE t.analysis_id = a.id), '{}'),
  'rows', coalesce(
    (SELECT jsonb_object_agg(r.life_area, jsonb_build_object(
       'situation', r.situation, 'resources', r.resources, 'need', r.need, 'agencies', r.agencies,
       'deadline', r.deadline, 'deadline_note', r.deadline_note, 'shared', r.shared))
     FROM cases_analysisrow r WHERE r.analysis_id = a.id), '{}'),
  'steps', '[]'::jsonb, 'break_points', '{}'::jsonb, 'proposal', NULL
), a.author_id, a.changed_at
FROM cases_caseanalysis a;

-- A draft named one interview, and as its version a time; both would keep the form from being sent.
UPDATE cases_draft SET fields = fields - 'interview' - 'version' || CASE
  WHEN coalesce(fields->'interview'->>0, '') <> '' THEN jsonb_build_object('interviews', fields->'interview')
  ELSE '{}'::jsonb END
WHERE kind = 'analysis';

-- No table with a check still to come can be altered.
SET CONSTRAINTS ALL IMMEDIATE;
"""


# What an analysis rests on is of its own case. A step or a break point that its writer deletes is let go by the
# database, also in the analysis of another agency, which the writer neither sees nor may change.
OF_THE_CASE = """
ALTER TABLE cases_interview ADD CONSTRAINT cases_interview_in_case UNIQUE (id, case_id);
ALTER TABLE cases_breakpoint ADD CONSTRAINT cases_breakpoint_whole UNIQUE (id, case_id);
ALTER TABLE cases_analysisinterview ADD CONSTRAINT cases_analysisinterview_of_the_case
  FOREIGN KEY (interview_id, case_id) REFERENCES cases_interview (id, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE cases_analysisstep ADD CONSTRAINT cases_analysisstep_of_the_case
  FOREIGN KEY (step_id, case_id) REFERENCES cases_journeystep (id, case_id) ON DELETE CASCADE;
ALTER TABLE cases_analysisbreakpoint ADD CONSTRAINT cases_analysisbreakpoint_of_the_case
  FOREIGN KEY (break_point_id, case_id) REFERENCES cases_breakpoint (id, case_id) ON DELETE CASCADE;
"""


def secure(apps, schema_editor):
    """Row level security, the tie to the head, and the columns that stay as they are."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    for table, (reads, inserts, updates, deletes) in POLICIES.items():
        schema_editor.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {table}_of_its_head FOREIGN KEY (analysis_id, case_id, agency_id) "
            "REFERENCES cases_caseanalysis (id, case_id, agency_id) DEFERRABLE INITIALLY DEFERRED"
        )
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"CREATE POLICY reads ON {table} FOR SELECT USING ({reads})")
        schema_editor.execute(f"CREATE POLICY inserts ON {table} FOR INSERT WITH CHECK ({inserts})")
        if updates:
            schema_editor.execute(f"CREATE POLICY updates ON {table} FOR UPDATE USING ({updates})")
        else:
            schema_editor.execute(f"REVOKE UPDATE ON {table} FROM {role}")
        if deletes:
            schema_editor.execute(f"CREATE POLICY deletes ON {table} FOR DELETE USING ({deletes})")
        else:
            schema_editor.execute(f"REVOKE DELETE ON {table} FROM {role}")
    for table, columns in UPDATED.items():
        schema_editor.execute(f"REVOKE UPDATE ON {table} FROM {role}")
        schema_editor.execute(f"GRANT UPDATE ({columns}) ON {table} TO {role}")


def own_part(*fields: Any) -> list[Any]:
    """The columns of what an agency keeps to itself, and those that are given."""
    return [
        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
        *fields,
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
            "case",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="cases.case",
                verbose_name="case",
            ),
        ),
    ]


def of_analysis(related_name: str, *, field: Any = models.ForeignKey) -> tuple[str, Any]:
    """The analysis that a part belongs to."""
    return (
        "analysis",
        field(
            on_delete=django.db.models.deletion.CASCADE,
            related_name=related_name,
            to="cases.caseanalysis",
            verbose_name="analysis",
        ),
    )


def by(name: str, label: str) -> tuple[str, Any]:
    """Who did it."""
    return (
        name,
        models.ForeignKey(
            on_delete=django.db.models.deletion.PROTECT,
            related_name="+",
            to="agencies.membership",
            verbose_name=label,
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_way"), ("agencies", "0005_interfaces")]

    operations = [
        migrations.AddField(
            model_name="caseanalysis",
            name="version",
            field=models.PositiveIntegerField(default=1, verbose_name="version"),
        ),
        migrations.AlterField(
            model_name="analysistext",
            name="kind",
            field=models.CharField(
                choices=[
                    ("occasion", "Occasion"),
                    ("own_words", "In her or his own words"),
                    ("goals", "Goals"),
                    ("worked", "What worked"),
                    ("case_or_theme", "Single case or theme?"),
                    ("sharing_wish", "Wish for sharing"),
                ],
                max_length=20,
                verbose_name="section",
            ),
        ),
        migrations.CreateModel(
            name="AnalysisInterview",
            fields=own_part(
                of_analysis("interviews"),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.interview",
                        verbose_name="interview",
                    ),
                ),
            ),
            options={
                "verbose_name": "interview of an analysis",
                "verbose_name_plural": "interviews of an analysis",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("analysis", "interview"), name="analysis_rests_on_an_interview_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnalysisStep",
            fields=own_part(
                of_analysis("steps"),
                (
                    "step",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.journeystep",
                        verbose_name="step of the way",
                    ),
                ),
            ),
            options={
                "verbose_name": "step of an analysis",
                "verbose_name_plural": "steps of an analysis",
                "constraints": [
                    models.UniqueConstraint(fields=("analysis", "step"), name="analysis_names_a_step_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="AnalysisBreakPoint",
            fields=own_part(
                (
                    "classification",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("single_case", "single case"),
                            ("generative_theme", "generative theme"),
                            ("known_theme", "known theme"),
                        ],
                        max_length=20,
                        verbose_name="single case or theme",
                    ),
                ),
                (
                    "workgroup",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("process_chains", "Process and service chains"),
                            ("mobility", "Mobility"),
                            ("health_professions", "Health professions"),
                            ("intercultural_opening", "Intercultural opening"),
                            ("school", "School"),
                            ("language_mediators", "Language and integration mediators"),
                        ],
                        max_length=30,
                        verbose_name="working group",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                of_analysis("break_points"),
                (
                    "break_point",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.breakpoint",
                        verbose_name="break point",
                    ),
                ),
            ),
            options={
                "verbose_name": "break point of an analysis",
                "verbose_name_plural": "break points of an analysis",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("analysis", "break_point"), name="analysis_names_a_break_point_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnalysisVersion",
            fields=own_part(
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("content", models.JSONField(verbose_name="content")),
                (
                    "written_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="written at"),
                ),
                (
                    "restores",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="restores version"),
                ),
                of_analysis("versions"),
                by("author", "written by"),
            ),
            options={
                "verbose_name": "version of an analysis",
                "verbose_name_plural": "versions of an analysis",
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("analysis", "number"), name="analysis_has_a_version_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ConferenceProposal",
            fields=own_part(
                ("question", models.TextField(max_length=2000, verbose_name="question")),
                ("aim", models.TextField(blank=True, max_length=2000, verbose_name="aim")),
                (
                    "agencies",
                    models.CharField(blank=True, max_length=300, verbose_name="agencies needed"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(5),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="minutes",
                    ),
                ),
                (
                    "naming",
                    models.CharField(
                        choices=[("named", "with the name"), ("pseudonymised", "pseudonymised")],
                        default="pseudonymised",
                        max_length=20,
                        verbose_name="how the case is put forward",
                    ),
                ),
                of_analysis("proposal", field=models.OneToOneField),
            ),
            options={
                "verbose_name": "proposal for the case conference",
                "verbose_name_plural": "proposals for the case conference",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minutes", None), ("minutes__range", (5, 180)), _connector="OR"),
                        name="proposal_takes_5_to_180_minutes",
                        violation_error_message="A case takes 5 to 180 minutes.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SecondLook",
            fields=own_part(
                (
                    "asked_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="asked at"),
                ),
                ("asked_version", models.PositiveIntegerField(verbose_name="version when asked")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="looked at on")),
                (
                    "done_version",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="version looked at"),
                ),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_order", "looked at: in order"),
                            ("with_remarks", "looked at: with remarks"),
                        ],
                        max_length=20,
                        verbose_name="result",
                    ),
                ),
                ("remarks", models.TextField(blank=True, max_length=10000, verbose_name="remarks")),
                of_analysis("second_looks"),
                by("asked_by", "asked by"),
                by("colleague", "colleague"),
            ),
            options={
                "verbose_name": "second look",
                "verbose_name_plural": "second looks",
                "ordering": ["-asked_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at", None), ("done_version", None), ("verdict", "")),
                            models.Q(
                                ("done_at__isnull", False),
                                ("done_version__isnull", False),
                                models.Q(("verdict", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="second_look_is_open_or_done",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("colleague", models.F("asked_by")), _negated=True),
                        name="second_look_is_a_colleagues",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SecondLookWaiver",
            fields=own_part(
                (
                    "waived_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="waived at"),
                ),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                ("reason", models.CharField(max_length=300, verbose_name="reason")),
                of_analysis("second_look_waivers"),
                by("waived_by", "waived by"),
            ),
            options={
                "verbose_name": "second look waived",
                "verbose_name_plural": "second looks waived",
                "ordering": ["-waived_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="second_look_is_waived_for_a_reason",
                        violation_error_message="Please say why.",
                    )
                ],
            },
        ),
        migrations.RunSQL(FIRST_VERSIONS, migrations.RunSQL.noop),
        migrations.RemoveField(model_name="caseanalysis", name="interview"),
        migrations.RunSQL(OF_THE_CASE, migrations.RunSQL.noop),
        migrations.RunPython(secure, migrations.RunPython.noop),
    ]
