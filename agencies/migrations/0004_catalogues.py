"""Catalogues with a second check."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agencies", "0003_administration")]

    operations = []
