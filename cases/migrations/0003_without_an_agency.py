"""What works without an acting agency: the whole closed list, each with the owner's rights (see cases/without_agency.py)."""

from django.conf import settings
from django.db import migrations

DEFINER = "SECURITY DEFINER SET search_path = public, pg_temp"

CLOSED_LIST = f"""
CREATE TABLE cases_casenumber (year integer PRIMARY KEY, last integer NOT NULL);
REVOKE ALL ON cases_casenumber FROM PUBLIC;

CREATE FUNCTION next_case_number(of_year integer) RETURNS text LANGUAGE sql {DEFINER} AS $$
  INSERT INTO cases_casenumber AS n (year, last) VALUES (of_year, 1)
  ON CONFLICT (year) DO UPDATE SET last = n.last + 1
  RETURNING 'LIP-' || year || '-' || lpad(last::text, greatest(4, length(last::text)), '0')
$$;

CREATE FUNCTION unfinished_pdfs() RETURNS TABLE (job_id uuid, agency_id uuid) LANGUAGE sql STABLE {DEFINER} AS $$
  SELECT id, agency_id FROM cases_analysispdf
  WHERE finished_at IS NULL AND failed_at IS NULL ORDER BY requested_at
$$;

CREATE FUNCTION expired_pdfs(finished_before timestamptz) RETURNS TABLE (job_id uuid, agency_id uuid)
LANGUAGE sql STABLE {DEFINER} AS $$
  SELECT id, agency_id FROM cases_analysispdf WHERE finished_at < finished_before AND removed_at IS NULL
$$;

CREATE FUNCTION cases_with_a_changed_basis(since date, until date) RETURNS TABLE (case_id uuid, agency_id uuid)
LANGUAGE sql STABLE {DEFINER} AS $$
  SELECT c.id, c.lead_agency_id FROM cases_case c JOIN cases_migrant m ON m.id = c.migrant_id
  WHERE until - since BETWEEN 0 AND 31 AND (c.target_group = 'unaccompanied_minor' OR EXISTS (
    SELECT 1 FROM cases_residenceperiod r WHERE r.migrant_id = m.id
    AND (r.starts_on BETWEEN since AND until OR r.effective_until + 1 BETWEEN since AND until)))
$$;
"""


def close_counter(apps, schema_editor):
    """The counter is reached through its function alone."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    schema_editor.execute(f"REVOKE ALL ON cases_casenumber FROM {role}")


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_who_sees_what")]

    operations = [
        migrations.RunSQL(CLOSED_LIST, migrations.RunSQL.noop),
        migrations.RunPython(close_counter, migrations.RunPython.noop),
    ]
