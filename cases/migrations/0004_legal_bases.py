"""The first catalogue of legal bases: data with its source, not checked by a second person yet."""

import json
from pathlib import Path

from django.db import migrations

CATALOGUE = Path(__file__).parent.parent / "catalogue" / "legal_bases.json"


def fill_catalogue(apps, schema_editor):
    """Write the lines that are not there."""
    bases = apps.get_model("cases", "LegalBasis").objects.using(schema_editor.connection.alias)
    for line in json.loads(CATALOGUE.read_text(encoding="utf-8")):
        bases.get_or_create(code=line["code"], defaults=line)


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_without_an_agency")]

    operations = [migrations.RunPython(fill_catalogue, migrations.RunPython.noop)]
