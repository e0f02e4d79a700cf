"""Papers without names: their kind, and the code that each is called by."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_analyses")]

    operations = [
        migrations.AddField(
            model_name="analysispdf",
            name="kind",
            field=models.CharField(
                choices=[("internal", "internal"), ("pseudonymised", "pseudonymised")],
                default="internal",
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.AddField(
            model_name="analysispdf",
            name="code",
            field=models.CharField(
                blank=True,
                default="",
                help_text="What a pseudonymised paper is called; it says nothing about case or person.",
                max_length=20,
                verbose_name="code",
            ),
        ),
        migrations.AddConstraint(
            model_name="analysispdf",
            constraint=models.UniqueConstraint(
                condition=models.Q(("code", ""), _negated=True), fields=("code",), name="paper_code_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="analysispdf",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "pseudonymised"), ("code", ""), _connector="XOR"),
                name="paper_without_a_name_has_a_code",
                violation_error_message="A pseudonymised paper has a code of its own, and no other.",
            ),
        ),
    ]
