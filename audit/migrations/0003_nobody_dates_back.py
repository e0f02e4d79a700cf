"""The database dates an entry, and an entry about a case is written for the acting agency alone."""

from django.db import migrations

HONEST = """
DROP POLICY everybody_writes_for_herself ON audit_entry;
CREATE POLICY everybody_writes_for_herself ON audit_entry FOR INSERT
  WITH CHECK (agency_id = app_agency() OR (agency_id IS NULL AND case_id IS NULL));

CREATE FUNCTION date_entry_of_the_trail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.at := clock_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER date_entry_of_the_trail BEFORE INSERT ON audit_entry
FOR EACH ROW EXECUTE FUNCTION date_entry_of_the_trail();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]

    operations = [migrations.RunSQL(HONEST, migrations.RunSQL.noop)]
