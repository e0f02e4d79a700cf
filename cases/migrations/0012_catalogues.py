"""Catalogues with a second check."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_papers")]

    operations = []
