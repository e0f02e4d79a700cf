"""The net below the rule: row level security on every case-bound table, and the view that guardian reads.

A second, independent wording of the rule of sharing (docs/architecture.md, "Who sees what"); tests hold it together
with the Python rule. `OFFSET 0` keeps the planner from hashing everything an agency sees; it probes per row instead.
The functions run with the owner's rights, so that a policy that asks about participations does not run into the policy
on participations. What may be written is narrower than what may be seen: columns that decide who sees a case are never
updated by the application's role, and only the leading agency moves a case or ends a participation.
"""

from django.conf import settings
from django.db import migrations

from cases.models.vocabulary import CODENAMES_OF_ACCESS

# Asked once for each statement; without the brackets they would be asked once for each row.
AGENCY, TODAY = "(SELECT app_agency())", "(SELECT app_today())"
IN_FORCE = f"p.agency_id = {AGENCY} AND p.starts_on <= {TODAY} AND (p.ends_on IS NULL OR p.ends_on > {TODAY})"
DEFINER = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp"

FUNCTIONS = f"""
CREATE FUNCTION case_visible(wanted uuid) RETURNS boolean {DEFINER} AS $$
  SELECT EXISTS (SELECT 1 FROM cases_participation p WHERE p.case_id = wanted AND {IN_FORCE})
$$;
CREATE FUNCTION case_writable(wanted uuid) RETURNS boolean {DEFINER} AS $$
  SELECT EXISTS (SELECT 1 FROM cases_participation p
                 WHERE p.case_id = wanted AND p.access IN ('contribute', 'lead') AND {IN_FORCE})
$$;
CREATE FUNCTION case_led(wanted uuid) RETURNS boolean {DEFINER} AS $$
  SELECT EXISTS (SELECT 1 FROM cases_case c WHERE c.id = wanted AND c.lead_agency_id = app_agency())
$$;
CREATE FUNCTION area_open(wanted uuid, area text) RETURNS boolean {DEFINER} AS $$
  SELECT EXISTS (
    SELECT 1 FROM cases_participation p
    JOIN cases_participationarea a ON a.participation_id = p.id AND a.life_area = area
    JOIN cases_legalbasis b ON b.id = a.legal_basis_id
      AND b.valid_from <= app_today() AND (b.valid_until IS NULL OR b.valid_until > app_today())
    WHERE p.case_id = wanted AND {IN_FORCE})
$$;
CREATE FUNCTION migrant_led(wanted uuid) RETURNS boolean {DEFINER} AS $$
  SELECT EXISTS (SELECT 1 FROM cases_case c WHERE c.migrant_id = wanted AND c.lead_agency_id = app_agency())
$$;
CREATE FUNCTION migrant_taken_up(wanted uuid) RETURNS boolean {DEFINER} AS $$
  SELECT EXISTS (SELECT 1 FROM cases_migrant m WHERE m.id = wanted AND m.taken_up_by_id = app_agency())
$$;
CREATE FUNCTION residence_open(wanted uuid) RETURNS boolean {DEFINER} AS $$
  SELECT EXISTS (SELECT 1 FROM cases_case c WHERE c.migrant_id = wanted AND area_open(c.id, 'residence'))
$$;
"""

OWN = f"agency_id = {AGENCY}"
OWN_AND_VISIBLE = f"{OWN} AND case_visible(case_id)"
OWN_AND_WRITABLE = f"{OWN} AND case_writable(case_id)"
OWN_DRAFT = f"{OWN} AND (case_id IS NULL OR case_writable(case_id))"

# table: (who may SELECT, INSERT, UPDATE, DELETE); None: nobody
POLICIES: dict[str, tuple[str, str | None, str | None, str | None]] = {
    "cases_case": (
        f"EXISTS (SELECT 1 FROM cases_participation p WHERE p.case_id = cases_case.id AND {IN_FORCE} OFFSET 0)",
        "lead_agency_id = app_agency() AND migrant_taken_up(migrant_id)",
        "case_visible(id)",
        None,
    ),
    "cases_participation": (
        f"({IN_FORCE.replace('p.', '')}) OR case_visible(case_id)",
        "case_led(case_id)",
        f"case_led(case_id) OR ({OWN_AND_VISIBLE})",
        None,
    ),
    "cases_participationarea": ("case_visible(case_id)", "case_led(case_id)", None, None),
    "cases_migrant": (
        # The policy on cases holds inside: whoever sees a case sees the person.
        "EXISTS (SELECT 1 FROM cases_case c WHERE c.migrant_id = cases_migrant.id OFFSET 0)",
        "taken_up_by_id = app_agency()",
        "migrant_led(id)",
        None,
    ),
    "cases_residenceperiod": (
        "residence_open(migrant_id)",
        "migrant_led(migrant_id)",
        None,
        None,
    ),
    "cases_phasechange": ("case_visible(case_id)", "case_led(case_id)", None, None),
    "cases_interview": (
        f"({OWN_AND_VISIBLE}) OR EXISTS (SELECT 1 FROM cases_interviewanswer a WHERE a.interview_id = cases_interview.id OFFSET 0)",
        OWN_AND_WRITABLE,
        None,
        None,
    ),
    "cases_interviewanswer": (
        f"({OWN_AND_VISIBLE}) OR (shared AND area_open(case_id, life_area))",
        OWN_AND_WRITABLE,
        OWN_AND_WRITABLE,
        None,
    ),
    "cases_interviewstatement": (OWN_AND_VISIBLE, OWN_AND_WRITABLE, None, None),
    "cases_caseanalysis": (
        f"({OWN_AND_VISIBLE}) OR EXISTS (SELECT 1 FROM cases_analysisrow r WHERE r.analysis_id = cases_caseanalysis.id OFFSET 0)",
        OWN_AND_WRITABLE,
        OWN_AND_WRITABLE,
        None,
    ),
    "cases_analysisrow": (
        f"({OWN_AND_VISIBLE}) OR (shared AND area_open(case_id, life_area))",
        OWN_AND_WRITABLE,
        OWN_AND_WRITABLE,
        OWN_AND_WRITABLE,
    ),
    "cases_analysistext": (OWN_AND_VISIBLE, OWN_AND_WRITABLE, OWN_AND_WRITABLE, OWN_AND_WRITABLE),
    # These two hold no content of others; a worker must be able to close the job of an agency whose part has ended.
    "cases_analysispdf": (OWN, OWN_AND_VISIBLE, OWN, None),
    "cases_draft": (OWN, OWN_DRAFT, OWN_DRAFT, OWN),
}

# Which columns may be updated, where a policy lets a row be updated at all; all others decide who sees what.
UPDATED = {
    "cases_case": "phase, target_group, last_activity",
    "cases_participation": "responsible_id, telephone, file_number, ends_on, ended_by",
    "cases_interviewanswer": "shared",
    "cases_migrant": "given_names, family_name, birth, sex, origin, language, mediator_needed, municipality, "
    "unaccompanied_minor, target_group_override, override_reason",
}
ONLY_THE_LEAD = """
CREATE FUNCTION only_the_lead_moves_a_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.phase, NEW.target_group) IS DISTINCT FROM (OLD.phase, OLD.target_group)
     AND OLD.lead_agency_id <> app_agency() THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the leading agency moves a case';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_the_lead_moves_a_case BEFORE UPDATE ON cases_case
FOR EACH ROW EXECUTE FUNCTION only_the_lead_moves_a_case();

CREATE FUNCTION only_the_lead_ends_a_participation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.ends_on, NEW.ended_by) IS DISTINCT FROM (OLD.ends_on, OLD.ended_by)
     AND app_agency() IS NOT NULL AND NOT case_led(OLD.case_id) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the leading agency ends a participation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_the_lead_ends_a_participation BEFORE UPDATE ON cases_participation
FOR EACH ROW EXECUTE FUNCTION only_the_lead_ends_a_participation();
"""

TRAIL = """
CREATE POLICY lead_agency_reads ON audit_entry FOR SELECT USING (case_id IS NOT NULL AND case_led(case_id));
"""

GRANTS = ", ".join(
    f"('{access}', '{codename}')"
    for access, codenames in CODENAMES_OF_ACCESS.items()
    for codename in codenames
)
GUARDIAN_VIEW = f"""
CREATE VIEW cases_casegrant WITH (security_invoker = true) AS
  SELECT p.id || ':' || granted.codename AS id, agency.group_id, permission.id AS permission_id,
         p.case_id AS content_object_id
  FROM cases_participation p
  JOIN agencies_agency agency ON agency.id = p.agency_id
  JOIN (VALUES {GRANTS}) AS granted (access, codename) ON granted.access = p.access
  JOIN auth_permission permission ON permission.codename = granted.codename
  JOIN django_content_type kind ON kind.id = permission.content_type_id
    AND kind.app_label = 'cases' AND kind.model = 'case'
  WHERE p.starts_on <= app_today() AND (p.ends_on IS NULL OR p.ends_on > app_today());
"""

COPIES = """
CREATE FUNCTION copy_case_to_participations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE cases_participation
  SET last_activity = NEW.last_activity, phase = NEW.phase, target_group = NEW.target_group
  WHERE case_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER copy_case_to_participations AFTER UPDATE OF last_activity, phase, target_group ON cases_case
FOR EACH ROW EXECUTE FUNCTION copy_case_to_participations();
"""


def secure(apps, schema_editor):
    """Enable row level security and write the table of policies into the database."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    for table, (reads, inserts, updates, deletes) in POLICIES.items():
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"CREATE POLICY reads ON {table} FOR SELECT USING ({reads})")
        if inserts:
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


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial"), ("audit", "0002_append_only")]

    operations = [
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunPython(secure, migrations.RunPython.noop),
        migrations.RunSQL(TRAIL, migrations.RunSQL.noop),
        migrations.RunSQL(GUARDIAN_VIEW, migrations.RunSQL.noop),
        migrations.RunSQL(COPIES, migrations.RunSQL.noop),
        migrations.RunSQL(ONLY_THE_LEAD, migrations.RunSQL.noop),
    ]
