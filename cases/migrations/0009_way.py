"""The way through the offices."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_work")]

    operations = []
