"""Persons in full: whereabouts and the block on them, further languages, family, residence that can be corrected.

What somebody typed as the municipality moves into the whereabouts: the sixteen exact names become the choice, anything
else stays word for word as the town. Residence periods that are stored already are not touched; see the constraint.
"""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import cases.models.nationality
import cases.models.participation
import core.partial_date

MUNICIPALITIES = [
    ("augustdorf", "Augustdorf"),
    ("bad_salzuflen", "Bad Salzuflen"),
    ("barntrup", "Barntrup"),
    ("blomberg", "Blomberg"),
    ("detmold", "Detmold"),
    ("doerentrup", "Dörentrup"),
    ("extertal", "Extertal"),
    ("horn_bad_meinberg", "Horn-Bad Meinberg"),
    ("kalletal", "Kalletal"),
    ("lage", "Lage"),
    ("lemgo", "Lemgo"),
    ("leopoldshoehe", "Leopoldshöhe"),
    ("luegde", "Lügde"),
    ("oerlinghausen", "Oerlinghausen"),
    ("schieder_schwalenberg", "Schieder-Schwalenberg"),
    ("schlangen", "Schlangen"),
    ("outside", "outside Kreis Lippe"),
]

# Asked once for each statement; without the brackets they would be asked once for each row.
TODAY = "(SELECT app_today())"
DEFINER = "SECURITY DEFINER SET search_path = public, pg_temp"

NAMES = ", ".join(f"('{code}', '{name}')" for code, name in MUNICIPALITIES[:-1])
MOVE_WHAT_WAS_TYPED = f"""
INSERT INTO cases_whereabouts (migrant_id, street, postal_code, town, municipality, telephone, email)
SELECT m.id, '', '', CASE WHEN known.code IS NULL THEN m.municipality ELSE '' END, coalesce(known.code, ''), '', ''
FROM cases_migrant m LEFT JOIN (VALUES {NAMES}) AS known (code, name) ON known.name = btrim(m.municipality)
WHERE btrim(m.municipality) <> '';
"""
FILL_COPIES = """
UPDATE cases_participation p SET municipality = w.municipality
FROM cases_case c JOIN cases_whereabouts w ON w.migrant_id = c.migrant_id
WHERE c.id = p.case_id AND w.municipality <> '';
"""

# listed_municipality runs with the asker's rights; only the triggers below call it with the owner's.
FUNCTIONS = f"""
CREATE FUNCTION family_open(wanted uuid) RETURNS boolean LANGUAGE sql STABLE {DEFINER} AS $$
  SELECT EXISTS (SELECT 1 FROM cases_case c WHERE c.migrant_id = wanted AND area_open(c.id, 'family'))
$$;
CREATE FUNCTION listed_municipality(person uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT w.municipality FROM cases_whereabouts w JOIN cases_migrant m ON m.id = w.migrant_id
    WHERE w.migrant_id = person AND (NOT m.information_block OR m.blocked_until < app_today())), '')
$$;
CREATE FUNCTION list_after_ended_blocks(since date, until date) RETURNS integer LANGUAGE sql {DEFINER} AS $$
  WITH changed AS (
    UPDATE cases_participation p SET municipality = listed_municipality(m.id)
    FROM cases_case c JOIN cases_migrant m ON m.id = c.migrant_id
    WHERE p.case_id = c.id AND m.information_block AND m.blocked_until BETWEEN since AND until
      AND until - since BETWEEN 0 AND 31 AND p.municipality <> listed_municipality(m.id)
    RETURNING 1)
  SELECT count(*)::integer FROM changed
$$;
"""

# A person with a block is listed under no municipality, not even for the leading agency: every agency in the case reads
# the rows that hold the copy.
TRIGGERS = f"""
CREATE FUNCTION copy_municipality_to_participation() RETURNS trigger LANGUAGE plpgsql {DEFINER} AS $$
BEGIN
  NEW.municipality := listed_municipality((SELECT migrant_id FROM cases_case WHERE id = NEW.case_id));
  RETURN NEW;
END $$;
CREATE TRIGGER copy_municipality_to_participation BEFORE INSERT ON cases_participation
FOR EACH ROW EXECUTE FUNCTION copy_municipality_to_participation();

CREATE FUNCTION copy_municipality_of_person() RETURNS trigger LANGUAGE plpgsql {DEFINER} AS $$
DECLARE person uuid;
BEGIN
  IF TG_TABLE_NAME = 'cases_migrant' THEN person := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN person := OLD.migrant_id;
  ELSE person := NEW.migrant_id;
  END IF;
  UPDATE cases_participation SET municipality = listed_municipality(person)
  WHERE case_id IN (SELECT id FROM cases_case WHERE migrant_id = person)
    AND municipality <> listed_municipality(person);
  RETURN NULL;
END $$;
CREATE TRIGGER copy_municipality_of_person AFTER INSERT OR DELETE OR UPDATE OF municipality ON cases_whereabouts
FOR EACH ROW EXECUTE FUNCTION copy_municipality_of_person();
CREATE TRIGGER copy_municipality_of_person AFTER UPDATE OF information_block, blocked_until ON cases_migrant
FOR EACH ROW EXECUTE FUNCTION copy_municipality_of_person();
CREATE TRIGGER copy_municipality_of_person AFTER UPDATE OF migrant_id ON cases_case
FOR EACH ROW EXECUTE FUNCTION copy_municipality_of_person();
"""

# The policy on persons holds inside: whoever sees a case sees the person.
SEES = "EXISTS (SELECT 1 FROM cases_migrant m WHERE m.id = {} OFFSET 0)"
SEES_RELATIVE = f"(relative_id IS NULL OR {SEES.format('relative_id')})"
LEADS_ONE = "migrant_led(person_id) OR migrant_led(relative_id)"

# table: (who may SELECT, INSERT, UPDATE, DELETE); None: nobody
POLICIES = {
    "cases_whereabouts": (
        (
            "EXISTS (SELECT 1 FROM cases_migrant m WHERE m.id = cases_whereabouts.migrant_id "
            f"AND (NOT m.information_block OR m.blocked_until < {TODAY} OR migrant_led(m.id)) OFFSET 0)"
        ),
        "migrant_led(migrant_id)",
        "migrant_led(migrant_id)",
        None,
    ),
    "cases_furtherlanguage": (
        SEES.format("cases_furtherlanguage.migrant_id"),
        "migrant_led(migrant_id)",
        None,
        "migrant_led(migrant_id)",
    ),
    "cases_familylink": (
        f"{SEES.format('person_id')} AND {SEES_RELATIVE} AND (family_open(person_id) OR family_open(relative_id))",
        f"migrant_led(person_id) AND {SEES_RELATIVE}",
        LEADS_ONE,
        LEADS_ONE,
    ),
}
LATER_POLICIES = """
CREATE POLICY updates ON cases_residenceperiod FOR UPDATE USING (migrant_led(migrant_id));
CREATE POLICY deletes ON cases_residenceperiod FOR DELETE USING (migrant_led(migrant_id));
"""

# Which columns may be updated; all others decide who sees what.
UPDATED = {
    "cases_whereabouts": "street, postal_code, town, municipality, telephone, email",
    "cases_familylink": "kind, name, birth, place, note, changed_by, changed_at",
    "cases_migrant": "aliases, nationalities, information_block, blocked_until",
    "cases_residenceperiod": "title, basis, starts_on, printed_until, effective_until, effective_reason, conditions, "
    "changed_by, changed_at",
}
ONLY_BY_TRIGGERS = ["copy_municipality_to_participation()", "copy_municipality_of_person()"]
CALLED = ["family_open(uuid)", "list_after_ended_blocks(date, date)"]


def secure(apps, schema_editor):
    """Enable row level security on the new tables, and let residence and person be corrected."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    for table, (reads, inserts, updates, deletes) in POLICIES.items():
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"CREATE POLICY reads ON {table} FOR SELECT USING ({reads})")
        schema_editor.execute(f"CREATE POLICY inserts ON {table} FOR INSERT WITH CHECK ({inserts})")
        schema_editor.execute(f"REVOKE UPDATE ON {table} FROM {role}")
        if updates:
            schema_editor.execute(f"CREATE POLICY updates ON {table} FOR UPDATE USING ({updates})")
        if deletes:
            schema_editor.execute(f"CREATE POLICY deletes ON {table} FOR DELETE USING ({deletes})")
        else:
            schema_editor.execute(f"REVOKE DELETE ON {table} FROM {role}")
    schema_editor.execute(LATER_POLICIES)
    schema_editor.execute(f"GRANT DELETE ON cases_residenceperiod TO {role}")
    for table, columns in UPDATED.items():
        schema_editor.execute(f"GRANT UPDATE ({columns}) ON {table} TO {role}")
    for function in [*ONLY_BY_TRIGGERS, *CALLED]:
        schema_editor.execute(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")
    for function in CALLED:
        schema_editor.execute(f"GRANT EXECUTE ON FUNCTION {function} TO {role}")


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_parts_of_one_case")]

    operations = [
        migrations.CreateModel(
            name="FamilyLink",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("partner", "spouse or partner"),
                            ("child", "child"),
                            ("parent", "parent"),
                            ("sibling", "sibling"),
                            ("guardian", "guardian"),
                            ("ward", "ward"),
                            ("other", "other relative"),
                        ],
                        max_length=12,
                        verbose_name="kinship",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=160, verbose_name="name")),
                (
                    "birth",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[core.partial_date.validate_partial_date],
                        verbose_name="date of birth",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="where the relative is")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("changed_by", models.CharField(max_length=300, verbose_name="recorded by")),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="recorded at"),
                ),
            ],
            options={
                "verbose_name": "family link",
                "verbose_name_plural": "family links",
                "ordering": ["kind", "changed_at"],
            },
        ),
        migrations.CreateModel(
            name="FurtherLanguage",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("language", models.CharField(max_length=60, verbose_name="language")),
                (
                    "mediator_needed",
                    models.CharField(
                        choices=[("yes", "yes"), ("no", "no"), ("not_asked", "not asked")],
                        default="not_asked",
                        max_length=10,
                        verbose_name="language mediator needed",
                    ),
                ),
            ],
            options={
                "verbose_name": "further language",
                "verbose_name_plural": "further languages",
                "ordering": ["language", "id"],
            },
        ),
        migrations.CreateModel(
            name="Whereabouts",
            fields=[
                (
                    "migrant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="cases.migrant",
                        verbose_name="migrant",
                    ),
                ),
                ("street", models.CharField(blank=True, max_length=160, verbose_name="street and number")),
                ("postal_code", models.CharField(blank=True, max_length=10, verbose_name="postal code")),
                ("town", models.CharField(blank=True, max_length=80, verbose_name="town")),
                (
                    "municipality",
                    models.CharField(
                        blank=True, choices=MUNICIPALITIES, max_length=30, verbose_name="municipality"
                    ),
                ),
                ("telephone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
            ],
            options={
                "verbose_name": "whereabouts",
                "verbose_name_plural": "whereabouts",
            },
        ),
        migrations.RunSQL(MOVE_WHAT_WAS_TYPED, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name="migrant",
            name="municipality",
        ),
        migrations.AddField(
            model_name="migrant",
            name="aliases",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=160),
                blank=True,
                default=list,
                size=10,
                verbose_name="other names",
            ),
        ),
        migrations.AddField(
            model_name="migrant",
            name="blocked_until",
            field=models.DateField(blank=True, null=True, verbose_name="blocked until"),
        ),
        migrations.AddField(
            model_name="migrant",
            name="information_block",
            field=models.BooleanField(
                default=False, help_text="Auskunftssperre, § 51 BMG.", verbose_name="information block"
            ),
        ),
        migrations.AddField(
            model_name="migrant",
            name="nationalities",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    max_length=3, validators=[cases.models.nationality.validate_nationality]
                ),
                blank=True,
                default=list,
                size=10,
                verbose_name="nationalities",
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="municipality",
            field=models.CharField(
                blank=True, choices=MUNICIPALITIES, max_length=30, verbose_name="municipality"
            ),
        ),
        migrations.AddField(
            model_name="residenceperiod",
            name="changed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="recorded at"),
        ),
        # Only new rows have a time of recording: those that stand here already may overlap.
        migrations.AlterField(
            model_name="residenceperiod",
            name="changed_at",
            field=models.DateTimeField(
                blank=True, default=django.utils.timezone.now, null=True, verbose_name="recorded at"
            ),
        ),
        migrations.AddField(
            model_name="residenceperiod",
            name="changed_by",
            field=models.CharField(blank=True, max_length=300, verbose_name="recorded by"),
        ),
        migrations.AddField(
            model_name="residenceperiod",
            name="conditions",
            field=models.TextField(blank=True, max_length=500, verbose_name="conditions"),
        ),
        migrations.AddIndex(
            model_name="participation",
            index=models.Index(
                models.F("agency"),
                models.F("municipality"),
                models.OrderBy(models.F("last_activity"), descending=True),
                models.OrderBy(models.F("case"), descending=True),
                include=("starts_on", "ends_on"),
                name="participation_page_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="migrant",
            constraint=models.CheckConstraint(
                condition=models.Q(("information_block", True), ("blocked_until", None), _connector="OR"),
                name="migrant_only_a_block_has_an_end",
                violation_error_message="Only a block has a last day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residenceperiod",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("changed_at__isnull", False)),
                expressions=[
                    (cases.models.participation.NotForLookUps("migrant"), "="),
                    (
                        cases.models.participation.Period(
                            "starts_on",
                            "effective_until",
                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                inclusive_lower=True, inclusive_upper=True
                            ),
                        ),
                        "&&",
                    ),
                ],
                name="residence_never_overlaps",
                violation_error_message="Two residence titles are legally effective at the same time.",
            ),
        ),
        migrations.AddField(
            model_name="familylink",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="cases.migrant",
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="familylink",
            name="relative",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="cases.migrant",
                verbose_name="relative",
            ),
        ),
        migrations.AddField(
            model_name="furtherlanguage",
            name="migrant",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="further_languages",
                to="cases.migrant",
                verbose_name="migrant",
            ),
        ),
        migrations.AddConstraint(
            model_name="familylink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("relative", None),
                    models.Q(("relative", models.F("person")), _negated=True),
                    _connector="OR",
                ),
                name="family_link_joins_two",
                violation_error_message="A person is not her own relative.",
            ),
        ),
        migrations.AddConstraint(
            model_name="familylink",
            constraint=models.CheckConstraint(
                condition=models.Q(("relative", None), ("name", ""), _connector="XOR"),
                name="family_link_is_with_a_person_or_a_name",
                violation_error_message="Please name either a case or a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="familylink",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Least("person", "relative"),
                django.db.models.functions.comparison.Greatest("person", "relative"),
                condition=models.Q(("relative__isnull", False)),
                name="family_link_once_for_two",
                violation_error_message="These two persons are linked already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="furtherlanguage",
            constraint=models.UniqueConstraint(
                fields=("migrant", "language"),
                name="further_language_named_once",
                violation_error_message="This language is named already.",
            ),
        ),
        migrations.RunSQL(FILL_COPIES, migrations.RunSQL.noop),
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop),
        migrations.RunPython(secure, migrations.RunPython.noop),
    ]
