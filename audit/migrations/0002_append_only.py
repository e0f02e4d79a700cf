"""The trail is append-only, also for the application's role; an agency reads its own entries."""

from django.conf import settings
from django.db import migrations

READERS = """
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody_writes_for_herself ON audit_entry FOR INSERT
  WITH CHECK (agency_id IS NULL OR agency_id = app_agency());
CREATE POLICY own_agency_reads ON audit_entry FOR SELECT USING (agency_id = app_agency());
"""


def take_away_change(apps, schema_editor):
    """Leave SELECT and INSERT; TRUNCATE was never given."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    schema_editor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM {role}")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(READERS, migrations.RunSQL.noop),
        migrations.RunPython(take_away_change, migrations.RunPython.noop),
    ]
