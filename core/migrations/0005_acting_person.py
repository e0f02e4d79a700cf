"""Which person of the acting agency acts: for what is kept to single persons."""

from django.db import migrations

ACTING_PERSON = """
CREATE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.person_id', true), '')::uuid $$;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0004_outbox")]

    operations = [migrations.RunSQL(ACTING_PERSON, migrations.RunSQL.noop)]
