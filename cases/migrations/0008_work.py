"""The daily work on a case: urgency and summary, states of life areas, notes, follow-ups, kept filters.

Only the leading agency changes the head of a case. The copy of the urgency on participations has a trigger of its own.
A case shared with another agency is found by a function with the owner's rights, because a policy that asks for each row
anew takes seconds over an agency's whole list; it answers for the acting agency alone.
"""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import core.today

AGENCY, TODAY = "(SELECT app_agency())", "(SELECT app_today())"
OWN = f"agency_id = {AGENCY}"
OWN_AND_VISIBLE = f"{OWN} AND case_visible(case_id)"
OWN_AND_WRITABLE = f"{OWN} AND case_writable(case_id)"

# table: (who may SELECT, INSERT, UPDATE, DELETE); None: nobody
POLICIES: dict[str, tuple[str, str, str | None, str | None]] = {
    "cases_note": (OWN_AND_VISIBLE, OWN_AND_WRITABLE, OWN_AND_WRITABLE, None),
    "cases_followup": (OWN_AND_VISIBLE, OWN_AND_VISIBLE, OWN_AND_VISIBLE, None),
    "cases_areastate": (
        f"({OWN_AND_VISIBLE}) OR (shared AND area_open(case_id, life_area))",
        OWN_AND_WRITABLE,
        OWN_AND_WRITABLE,
        None,
    ),
    "cases_savedfilter": (OWN, OWN, None, OWN),
}
UPDATED = {
    "cases_case": "occasion, summary, urgency, urgency_reason",
    "cases_note": "spoke_with, text, corrected_at",
    "cases_followup": "due_on, text, done_at",
    "cases_areastate": "state, need, shared, changed_on, author_id",
}

# Rewritten whole: what was there, and the new columns.
FUNCTIONS = """
CREATE OR REPLACE FUNCTION only_the_lead_moves_a_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.phase, NEW.target_group, NEW.occasion, NEW.summary, NEW.urgency, NEW.urgency_reason)
     IS DISTINCT FROM (OLD.phase, OLD.target_group, OLD.occasion, OLD.summary, OLD.urgency, OLD.urgency_reason)
     AND OLD.lead_agency_id <> app_agency() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the leading agency moves a case';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION copy_urgency_to_participations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE cases_participation SET urgency = NEW.urgency WHERE case_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER copy_urgency_to_participations AFTER UPDATE OF urgency ON cases_case
FOR EACH ROW EXECUTE FUNCTION copy_urgency_to_participations();

CREATE FUNCTION cases_with(other uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE ROWS 50000 SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT mine.case_id FROM cases_participation mine JOIN cases_participation theirs USING (case_id)
  WHERE mine.agency_id = app_agency() AND theirs.agency_id = other AND other <> app_agency()
    AND mine.starts_on <= app_today() AND (mine.ends_on IS NULL OR mine.ends_on > app_today())
    AND theirs.starts_on <= app_today() AND (theirs.ends_on IS NULL OR theirs.ends_on > app_today())
$$;
"""
# ROWS 50000 above: with the default of 1,000 the planner probes one case after the other.
# The other one is for its trigger alone.
FOR_THE_APPLICATION = ["cases_with(uuid)"]
ONLY_BY_TRIGGERS = ["copy_urgency_to_participations()"]


def secure(apps, schema_editor):
    """Row level security from the first row on; no more is granted than the actions need."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    for table, (reads, inserts, updates, deletes) in POLICIES.items():
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"CREATE POLICY reads ON {table} FOR SELECT USING ({reads})")
        schema_editor.execute(f"CREATE POLICY inserts ON {table} FOR INSERT WITH CHECK ({inserts})")
        schema_editor.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")
        if updates:
            schema_editor.execute(f"CREATE POLICY updates ON {table} FOR UPDATE USING ({updates})")
        if deletes:
            schema_editor.execute(f"CREATE POLICY deletes ON {table} FOR DELETE USING ({deletes})")
            schema_editor.execute(f"GRANT DELETE ON {table} TO {role}")
    for table, columns in UPDATED.items():
        schema_editor.execute(f"GRANT UPDATE ({columns}) ON {table} TO {role}")
    for function in [*FOR_THE_APPLICATION, *ONLY_BY_TRIGGERS]:
        schema_editor.execute(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")
    for function in FOR_THE_APPLICATION:
        schema_editor.execute(f"GRANT EXECUTE ON FUNCTION {function} TO {role}")


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_search")]

    operations = [
        migrations.CreateModel(
            name="AreaState",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("settled", "settled"),
                            ("in_progress", "in progress"),
                            ("need", "need"),
                            ("urgent", "urgent"),
                            ("not_asked", "not asked"),
                        ],
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("need", models.CharField(blank=True, max_length=500, verbose_name="need")),
                ("changed_on", models.DateField(default=core.today.today, verbose_name="changed on")),
            ],
            options={
                "verbose_name": "state of a life area",
                "verbose_name_plural": "states of life areas",
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("due_on", models.DateField(verbose_name="due on")),
                ("text", models.CharField(blank=True, max_length=200, verbose_name="what for")),
                ("set_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="set at")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="done at")),
            ],
            options={
                "verbose_name": "follow-up",
                "verbose_name_plural": "follow-ups",
                "ordering": ["due_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                ("spoke_with", models.CharField(blank=True, max_length=120, verbose_name="spoke with")),
                ("text", models.TextField(max_length=2000, verbose_name="text")),
                ("corrected_at", models.DateTimeField(blank=True, null=True, verbose_name="corrected at")),
            ],
            options={
                "verbose_name": "note",
                "verbose_name_plural": "notes",
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("chosen", models.JSONField(default=dict, verbose_name="chosen")),
            ],
            options={
                "verbose_name": "kept filter",
                "verbose_name_plural": "kept filters",
                "ordering": ["name", "id"],
            },
        ),
        migrations.AddField(
            model_name="case",
            name="summary",
            field=models.TextField(blank=True, default="", max_length=2000, verbose_name="summary"),
        ),
        migrations.AddField(
            model_name="case",
            name="urgency",
            field=models.CharField(
                choices=[("normal", "normal"), ("soon", "soon"), ("urgent", "urgent")],
                default="normal",
                max_length=10,
                verbose_name="urgency",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="urgency_reason",
            field=models.CharField(
                blank=True, default="", max_length=200, verbose_name="reason of the urgency"
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="urgency",
            field=models.CharField(
                choices=[("normal", "normal"), ("soon", "soon"), ("urgent", "urgent")],
                default="normal",
                max_length=10,
                verbose_name="urgency",
            ),
        ),
        migrations.AddIndex(
            model_name="participation",
            index=models.Index(
                models.F("agency"),
                models.F("urgency"),
                models.OrderBy(models.F("last_activity"), descending=True),
                models.OrderBy(models.F("case"), descending=True),
                include=("starts_on", "ends_on"),
                name="participation_page_urgency",
            ),
        ),
        migrations.AddField(
            model_name="areastate",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
                verbose_name="agency",
            ),
        ),
        migrations.AddField(
            model_name="areastate",
            name="author",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.membership",
                verbose_name="written by",
            ),
        ),
        migrations.AddField(
            model_name="areastate",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="cases.case",
                verbose_name="case",
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
                verbose_name="agency",
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="author",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.membership",
                verbose_name="set by",
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="cases.case",
                verbose_name="case",
            ),
        ),
        migrations.AddField(
            model_name="note",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
                verbose_name="agency",
            ),
        ),
        migrations.AddField(
            model_name="note",
            name="author",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.membership",
                verbose_name="written by",
            ),
        ),
        migrations.AddField(
            model_name="note",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="cases.case",
                verbose_name="case",
            ),
        ),
        migrations.AddField(
            model_name="savedfilter",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="agencies.agency",
                verbose_name="agency",
            ),
        ),
        migrations.AddField(
            model_name="savedfilter",
            name="author",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="agencies.membership",
                verbose_name="kept by",
            ),
        ),
        migrations.AddConstraint(
            model_name="areastate",
            constraint=models.UniqueConstraint(
                fields=("case", "agency", "life_area"), name="area_state_is_one_of_each_agency"
            ),
        ),
        migrations.AddIndex(
            model_name="followup",
            index=models.Index(
                condition=models.Q(("done_at", None)), fields=["author", "due_on"], name="follow_up_open"
            ),
        ),
        migrations.AddIndex(
            model_name="followup",
            index=models.Index(fields=["author", "done_at"], name="follow_up_done"),
        ),
        migrations.AddIndex(
            model_name="note",
            index=models.Index(fields=["case", "agency", "-at"], name="note_of_case"),
        ),
        migrations.AddConstraint(
            model_name="savedfilter",
            constraint=models.UniqueConstraint(
                fields=("author", "name"), name="saved_filter_has_a_name_once"
            ),
        ),
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunPython(secure, migrations.RunPython.noop),
    ]
