"""Where authorities meet."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agencies", "0004_catalogues")]

    operations = []
