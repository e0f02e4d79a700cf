"""Search by name, and merging.

Both reach what row level security would keep from an index or from the acting agency, so both are functions with the
owner's rights that hold the rule themselves: the search answers with visible cases alone; merging moves rows between two
persons of whom the agency sees both and leads one. No extension is needed: keys are compared as they are.
"""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from cases.rekeying import rekey

DEFINER = "SECURITY DEFINER SET search_path = public, pg_temp"

# How many bear a name decides which way is short. Of a name that few bear, the persons are collected and their visible
# cases sorted; of one that many bear, the agency's own cases are walked, the latest activity first, until enough are
# found. The planner cannot know which it is: it takes every key that it has never met for rather frequent, so the
# statements leave it no choice. The words come as JSON and are quoted, so that nothing typed is part of a statement.
FEW = 5000
IN_FORCE = "p.agency_id = %L AND p.starts_on <= %L AND (p.ends_on IS NULL OR p.ends_on > %L)"
SEARCH = f"""
CREATE FUNCTION find_by_name(words jsonb, born text, at_most integer)
RETURNS TABLE (case_id uuid, closeness integer)
LANGUAGE plpgsql STABLE {DEFINER} SET enable_seqscan = off AS $$
DECLARE
  kinds text[] := ARRAY['exact', 'alike', 'near'];
  in_force text := format('{IN_FORCE}', app_agency(), app_today(), app_today());
  fits text := '';
  word jsonb;
  bears text;
  persons uuid[];
  found uuid[] := ARRAY[]::uuid[];
  more uuid[];
BEGIN
  IF app_agency() IS NULL OR jsonb_array_length(words) = 0 THEN RETURN; END IF;
  -- A birth that is not known contradicts none.
  IF length(born) > 4 THEN
    fits := format(' AND EXISTS (SELECT FROM cases_migrant m WHERE m.id = c.migrant_id AND '
      '(m.birth = %L OR starts_with(m.birth, %L) OR starts_with(%L, m.birth)) OFFSET 0)', '', born, born);
  END IF;
  FOR level IN 0..2 LOOP
    bears := CASE born WHEN '' THEN 'true' ELSE format('k.keys && %L::text[]', ARRAY['#', '#' || left(born, 4)]) END;
    FOR word IN SELECT jsonb_array_elements(words) LOOP
      bears := bears || format(' AND k.keys && %L::text[]',
        ARRAY(SELECT jsonb_array_elements_text(word->kinds[level + 1])));
    END LOOP;
    EXECUTE format('SELECT array_agg(migrant_id) FROM (SELECT migrant_id FROM cases_namekey k WHERE %s LIMIT {FEW + 1}) k',
      bears) INTO persons;
    IF cardinality(persons) > {FEW} THEN
      EXECUTE format('SELECT array_agg(case_id ORDER BY last_activity DESC, case_id DESC) FROM ('
        'SELECT p.case_id, p.last_activity FROM cases_participation p JOIN cases_case c ON c.id = p.case_id '
        'WHERE %s AND p.case_id <> ALL ($1)%s AND EXISTS (SELECT FROM cases_namekey k WHERE k.migrant_id = c.migrant_id '
        'AND %s OFFSET 0) ORDER BY p.last_activity DESC, p.case_id DESC LIMIT $2) f', in_force, fits, bears)
      INTO more USING found, at_most - cardinality(found);
    ELSE
      EXECUTE format('SELECT array_agg(id ORDER BY last_activity DESC, id DESC) FROM ('
        'SELECT c.id, c.last_activity FROM unnest($3) person '
        'JOIN LATERAL (SELECT * FROM cases_case c WHERE c.migrant_id = person OFFSET 0) c ON c.id <> ALL ($1)%s '
        'JOIN LATERAL (SELECT FROM cases_participation p WHERE p.case_id = c.id AND %s OFFSET 0) p ON true '
        'ORDER BY c.last_activity DESC, c.id DESC LIMIT $2) f', fits, in_force)
      INTO more USING found, at_most - cardinality(found), persons;
    END IF;
    RETURN QUERY SELECT unnest(more), level;
    found := found || coalesce(more, ARRAY[]::uuid[]);
    EXIT WHEN cardinality(found) >= at_most;
  END LOOP;
END $$;
"""

# All of two persons, in a fixed order: what is compared before a merge is undone, and what is put back.
PARTS = {
    "cases_migrant": "t.id IN (one, other)",
    "cases_namekey": "t.migrant_id IN (one, other)",
    "cases_whereabouts": "t.migrant_id IN (one, other)",
    "cases_furtherlanguage": "t.migrant_id IN (one, other)",
    "cases_residenceperiod": "t.migrant_id IN (one, other)",
    "cases_familylink": "t.person_id IN (one, other) OR t.relative_id IN (one, other)",
}
STATE = ",\n    ".join(
    f"'{table}', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text), '[]') FROM {table} t WHERE {which})"
    for table, which in PARTS.items()
)
# In this order nothing refers to what is not there yet.
REPLACED = [table for table in PARTS if table != "cases_migrant"]
PUT_BACK = "\n".join(
    f"""  DELETE FROM {table} t WHERE {PARTS[table].replace("one", "merge.kept_id").replace("other", "merge.given_up_id")};
  INSERT INTO {table} SELECT * FROM jsonb_populate_recordset(NULL::{table}, was->'{table}');"""
    for table in REPLACED
)

MERGING = f"""
CREATE TABLE cases_mergesnapshot (
  merge_id uuid PRIMARY KEY REFERENCES cases_migrantmerge (id) DEFERRABLE INITIALLY DEFERRED,
  before jsonb NOT NULL,
  after jsonb
);
ALTER TABLE cases_mergesnapshot ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads ON cases_mergesnapshot FOR SELECT
USING (EXISTS (SELECT 1 FROM cases_migrantmerge m WHERE m.id = merge_id AND m.agency_id = (SELECT app_agency())));

CREATE FUNCTION state_of_persons(one uuid, other uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'cases_case', (SELECT jsonb_agg(jsonb_build_object('id', t.id, 'migrant_id', t.migrant_id) ORDER BY t.id)
                   FROM cases_case t WHERE t.migrant_id IN (one, other)),
    {STATE})
$$;

CREATE FUNCTION person_visible(wanted uuid) RETURNS boolean LANGUAGE sql STABLE {DEFINER} AS $$
  SELECT EXISTS (SELECT 1 FROM cases_case c WHERE c.migrant_id = wanted AND case_visible(c.id))
$$;

CREATE FUNCTION lock_persons(one uuid, other uuid) RETURNS void LANGUAGE plpgsql {DEFINER} AS $$
BEGIN
  IF NOT (person_visible(one) AND person_visible(other)) THEN RETURN; END IF;
  PERFORM FROM cases_case WHERE migrant_id IN (one, other) ORDER BY id FOR UPDATE;
  PERFORM FROM cases_migrant WHERE id IN (one, other) ORDER BY id FOR UPDATE;
END $$;

CREATE FUNCTION merge_persons(kept uuid, given_up uuid, choice jsonb, author text) RETURNS uuid
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
  new_id uuid := gen_random_uuid();
  dropped uuid[] := ARRAY(SELECT jsonb_array_elements_text(choice->'dropped_periods')::uuid);
BEGIN
  PERFORM lock_persons(kept, given_up);
  IF kept = given_up OR NOT (person_visible(kept) AND person_visible(given_up))
     OR NOT (migrant_led(kept) OR migrant_led(given_up)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'both persons must be visible, and one of them led';
  END IF;
  -- Merging makes whoever leads one of the two lead both; without that she must not come by what was closed to her.
  IF NOT (migrant_led(kept) AND migrant_led(given_up)) THEN
    IF EXISTS (SELECT 1 FROM cases_migrant m WHERE m.id IN (kept, given_up)
               AND m.information_block AND (m.blocked_until IS NULL OR m.blocked_until >= app_today())) THEN
      RAISE insufficient_privilege USING MESSAGE = 'for one of the two an information block is in force';
    END IF;
    IF residence_open(kept) <> residence_open(given_up) OR family_open(kept) <> family_open(given_up) THEN
      RAISE insufficient_privilege USING MESSAGE = 'merging would open a life area that is closed to the agency';
    END IF;
  END IF;
  INSERT INTO cases_migrantmerge (id, agency_id, kept_id, given_up_id, by, at, undone_by)
  VALUES (new_id, app_agency(), kept, given_up, author, clock_timestamp(), '');
  INSERT INTO cases_mergesnapshot (merge_id, before) VALUES (new_id, state_of_persons(kept, given_up));

  DELETE FROM cases_residenceperiod r
  WHERE r.id = ANY (dropped) AND r.migrant_id IN (kept, given_up) AND residence_open(r.migrant_id);
  UPDATE cases_residenceperiod SET migrant_id = kept WHERE migrant_id = given_up;
  DELETE FROM cases_furtherlanguage l WHERE l.migrant_id = given_up
    AND EXISTS (SELECT 1 FROM cases_furtherlanguage k WHERE k.migrant_id = kept AND k.language = l.language);
  UPDATE cases_furtherlanguage SET migrant_id = kept WHERE migrant_id = given_up;
  DELETE FROM cases_familylink l
  WHERE (l.person_id IN (kept, given_up) AND l.relative_id IN (kept, given_up))
     OR (l.person_id = given_up AND EXISTS (SELECT 1 FROM cases_familylink k
           WHERE (k.person_id, k.relative_id) IN ((kept, l.relative_id), (l.relative_id, kept))))
     OR (l.relative_id = given_up AND EXISTS (SELECT 1 FROM cases_familylink k
           WHERE (k.person_id, k.relative_id) IN ((kept, l.person_id), (l.person_id, kept))));
  UPDATE cases_familylink SET person_id = kept WHERE person_id = given_up;
  UPDATE cases_familylink SET relative_id = kept WHERE relative_id = given_up;
  UPDATE cases_case SET migrant_id = kept WHERE migrant_id = given_up;
  IF choice->>'whereabouts' = 'other' THEN DELETE FROM cases_whereabouts WHERE migrant_id = kept; END IF;
  UPDATE cases_whereabouts SET migrant_id = kept
  WHERE migrant_id = given_up AND NOT EXISTS (SELECT 1 FROM cases_whereabouts w WHERE w.migrant_id = kept);
  RETURN new_id;
END $$;

-- Also cases that the agency does not see, so that who leads them is told: in the transaction that merges or undoes,
-- and never afterwards.
CREATE FUNCTION cases_of_merge(wanted uuid) RETURNS TABLE (case_id uuid, agency_id uuid, number text)
LANGUAGE sql STABLE {DEFINER} AS $$
  SELECT c.id, c.lead_agency_id, c.number::text
  FROM cases_migrantmerge m JOIN cases_case c ON c.migrant_id IN (m.kept_id, m.given_up_id)
  WHERE m.id = wanted AND m.agency_id = app_agency() AND (m.at >= now() OR m.undone_at >= now()) ORDER BY c.id
$$;

CREATE FUNCTION close_merge(wanted uuid) RETURNS void LANGUAGE sql {DEFINER} AS $$
  UPDATE cases_mergesnapshot s SET after = state_of_persons(m.kept_id, m.given_up_id)
  FROM cases_migrantmerge m
  WHERE m.id = wanted AND s.merge_id = m.id AND m.agency_id = app_agency() AND s.after IS NULL
$$;

CREATE FUNCTION changed_since_merge(wanted uuid) RETURNS text[] LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
  merge cases_migrantmerge;
  was jsonb;
  now_is jsonb;
BEGIN
  SELECT * INTO merge FROM cases_migrantmerge m WHERE m.id = wanted AND m.agency_id = app_agency() FOR UPDATE;
  SELECT s.after INTO was FROM cases_mergesnapshot s WHERE s.merge_id = merge.id;
  IF was IS NULL THEN RETURN NULL; END IF;
  PERFORM lock_persons(merge.kept_id, merge.kept_id);
  now_is := state_of_persons(merge.kept_id, merge.given_up_id);
  RETURN ARRAY(SELECT part FROM jsonb_object_keys(now_is) part WHERE now_is->part <> was->part ORDER BY part);
END $$;

CREATE FUNCTION undo_merge(wanted uuid, author text) RETURNS void LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
  merge cases_migrantmerge;
  was jsonb;
  columns text;
BEGIN
  IF changed_since_merge(wanted) IS DISTINCT FROM ARRAY[]::text[] THEN
    RAISE insufficient_privilege USING MESSAGE = 'what was merged has been changed, or is no longer kept';
  END IF;
  SELECT * INTO merge FROM cases_migrantmerge m WHERE m.id = wanted AND m.undone_at IS NULL
    AND m.at > clock_timestamp() - interval '24 hours';
  IF merge.id IS NULL OR NOT migrant_led(merge.kept_id) THEN
    RAISE insufficient_privilege USING MESSAGE = 'this can no longer be undone';
  END IF;
  SELECT s.before INTO was FROM cases_mergesnapshot s WHERE s.merge_id = merge.id;
{PUT_BACK}
  SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) INTO columns
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'cases_migrant';
  EXECUTE format('UPDATE cases_migrant t SET (%s) = (SELECT %s FROM jsonb_populate_recordset(NULL::cases_migrant, $1) r '
    'WHERE r.id = t.id) WHERE t.id IN ($2, $3)', columns, columns) USING was->'cases_migrant', merge.kept_id, merge.given_up_id;
  UPDATE cases_case c SET migrant_id = (one->>'migrant_id')::uuid
  FROM jsonb_array_elements(was->'cases_case') one
  WHERE c.id = (one->>'id')::uuid AND c.migrant_id <> (one->>'migrant_id')::uuid;
  UPDATE cases_migrantmerge SET undone_at = clock_timestamp(), undone_by = author WHERE id = merge.id;
  DELETE FROM cases_mergesnapshot WHERE merge_id = merge.id;
END $$;

CREATE FUNCTION empty_merges(before timestamptz) RETURNS integer LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
  merge cases_migrantmerge;
  emptied integer := 0;
BEGIN
  -- Whoever asks, nobody's day is cut short.
  FOR merge IN SELECT * FROM cases_migrantmerge m
               WHERE m.at < least(empty_merges.before, clock_timestamp() - interval '24 hours')
               AND m.undone_at IS NULL AND m.given_up_id IS NOT NULL ORDER BY m.at FOR UPDATE SKIP LOCKED LOOP
    DELETE FROM cases_mergesnapshot WHERE merge_id = merge.id;
    -- It may itself have been merged into another one since.
    UPDATE cases_migrantmerge SET kept_id = merge.kept_id WHERE kept_id = merge.given_up_id;
    UPDATE cases_migrantmerge SET given_up_id = NULL WHERE given_up_id = merge.given_up_id;
    DELETE FROM cases_namekey WHERE migrant_id = merge.given_up_id;
    DELETE FROM cases_whereabouts WHERE migrant_id = merge.given_up_id;
    DELETE FROM cases_migrant WHERE id = merge.given_up_id;
    emptied := emptied + 1;
  END LOOP;
  RETURN emptied;
END $$;
"""

POLICIES = {
    # The policy on cases holds inside: whoever sees a case sees the person.
    "cases_namekey": (
        "EXISTS (SELECT 1 FROM cases_case c WHERE c.migrant_id = cases_namekey.migrant_id OFFSET 0)",
        "migrant_taken_up(migrant_id)",
        "migrant_led(migrant_id)",
    ),
    "cases_migrantmerge": ("agency_id = (SELECT app_agency())", None, None),
}
CALLED = [
    "find_by_name(jsonb, text, integer)",
    "lock_persons(uuid, uuid)",
    "merge_persons(uuid, uuid, jsonb, text)",
    "cases_of_merge(uuid)",
    "close_merge(uuid)",
    "changed_since_merge(uuid)",
    "undo_merge(uuid, text)",
    "empty_merges(timestamptz)",
]
CALLED_BY_THESE = ["state_of_persons(uuid, uuid)", "person_visible(uuid)"]


def secure(apps, schema_editor):
    """Policies for the new tables; a merge and its snapshot are written by the functions alone."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    for table, (reads, inserts, updates) in POLICIES.items():
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"CREATE POLICY reads ON {table} FOR SELECT USING ({reads})")
        if inserts and updates:
            schema_editor.execute(f"CREATE POLICY inserts ON {table} FOR INSERT WITH CHECK ({inserts})")
            schema_editor.execute(f"CREATE POLICY updates ON {table} FOR UPDATE USING ({updates})")
    schema_editor.execute(f"REVOKE UPDATE, DELETE ON cases_namekey FROM {role}")
    schema_editor.execute(f"GRANT UPDATE (keys) ON cases_namekey TO {role}")
    schema_editor.execute(f"REVOKE INSERT, UPDATE, DELETE ON cases_migrantmerge FROM {role}")
    schema_editor.execute(f"REVOKE ALL ON cases_mergesnapshot FROM {role}")
    for function in [*CALLED, *CALLED_BY_THESE]:
        schema_editor.execute(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")
    for function in CALLED:
        schema_editor.execute(f"GRANT EXECUTE ON FUNCTION {function} TO {role}")


def make_keys(apps, schema_editor):
    """For the persons that stand here already."""
    rekey(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_persons")]

    operations = [
        migrations.CreateModel(
            name="MigrantMerge",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("by", models.CharField(max_length=300, verbose_name="by")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                ("undone_by", models.CharField(blank=True, max_length=300, verbose_name="undone by")),
                ("undone_at", models.DateTimeField(null=True, verbose_name="undone at")),
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
                    "given_up",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.migrant",
                        verbose_name="merged record",
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.migrant",
                        verbose_name="kept record",
                    ),
                ),
            ],
            options={
                "verbose_name": "merge of two records",
                "verbose_name_plural": "merges of two records",
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="NameKey",
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
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None, verbose_name="keys"
                    ),
                ),
            ],
            options={
                "verbose_name": "keys of a name",
                "verbose_name_plural": "keys of names",
            },
        ),
        migrations.RunPython(make_keys, migrations.RunPython.noop),
        # After the keys: an index on many rows is faster made than kept.
        migrations.AddIndex(
            model_name="namekey",
            index=django.contrib.postgres.indexes.GinIndex(fields=["keys"], name="namekey_keys"),
        ),
        migrations.RunSQL(SEARCH, migrations.RunSQL.noop),
        migrations.RunSQL(MERGING, migrations.RunSQL.noop),
        migrations.RunPython(secure, migrations.RunPython.noop),
    ]
