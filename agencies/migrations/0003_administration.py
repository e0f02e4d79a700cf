"""Access, administered."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agencies", "0002_notices")]

    operations = []
