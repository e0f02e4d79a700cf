"""Before any table: extensions, what the application's role may do, and whom a transaction acts for."""

from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.core.exceptions import ImproperlyConfigured
from django.db import migrations

ACTING = """
CREATE FUNCTION app_agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.agency_id', true), '')::uuid $$;

CREATE FUNCTION app_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('app.today', true), '')::date, (now() AT TIME ZONE 'Europe/Berlin')::date) $$;
"""


def let_the_application_work(apps, schema_editor):
    """The owner's tables to come may be read and written by the application's role, and nothing more."""
    application = settings.DATABASES["default"]["USER"]
    if schema_editor.connection.settings_dict["USER"] == application:
        # An owner is not bound by row level security: nothing would be protected, and nobody would notice.
        raise ImproperlyConfigured(
            "DATABASE_OWNER_URL und DATABASE_URL nennen dieselbe Rolle; die Anwendung braucht eine eigene."
        )
    role = schema_editor.quote_name(application)
    schema_editor.execute(f"GRANT USAGE ON SCHEMA public TO {role}")
    schema_editor.execute(
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}"
    )
    # So that the application can tell whether the database is as new as the code.
    schema_editor.execute(f"GRANT SELECT ON django_migrations TO {role}")
    schema_editor.execute(f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO {role}")


class Migration(migrations.Migration):
    initial = True
    run_before = [("contenttypes", "0001_initial")]

    operations = [
        BtreeGistExtension(),
        migrations.RunPython(let_the_application_work, migrations.RunPython.noop),
        migrations.RunSQL(ACTING, migrations.RunSQL.noop),
    ]
