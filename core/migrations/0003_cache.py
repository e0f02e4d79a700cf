"""The table of the cache, in which limits on sign-in are counted."""

from django.core.management import call_command
from django.db import migrations


def create_cache_table(apps, schema_editor):
    """Django keeps this table out of its models."""
    call_command("createcachetable", "core_cache", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("core", "0002_initial")]

    operations = [migrations.RunPython(create_cache_table, migrations.RunPython.noop)]
