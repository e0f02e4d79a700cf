"""Persons in full."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_parts_of_one_case")]

    operations = []
