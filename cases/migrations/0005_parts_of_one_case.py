"""A part belongs to the case and the agency of its head; functions with the owner's rights are the application's alone."""

from django.conf import settings
from django.db import migrations

# head: (what a part copies from it, its parts with the column that points to it)
HEADS = {
    "cases_participation": (("case_id",), [("cases_participationarea", "participation_id")]),
    "cases_interview": (
        ("case_id", "agency_id"),
        [("cases_interviewanswer", "interview_id"), ("cases_interviewstatement", "interview_id")],
    ),
    "cases_caseanalysis": (
        ("case_id", "agency_id"),
        [("cases_analysisrow", "analysis_id"), ("cases_analysistext", "analysis_id")],
    ),
}

# Nobody changes these while the application runs; a migration does.
READ_ONLY = [
    "guardian_groupobjectpermission",
    "guardian_userobjectpermission",
    "auth_permission",
    "auth_group_permissions",
    "django_content_type",
]


def tie_parts_to_heads(apps, schema_editor):
    """Composite foreign keys: no part can slip below the head of another agency or case."""
    for head, (copied, parts) in HEADS.items():
        columns = ", ".join(copied)
        schema_editor.execute(f"ALTER TABLE {head} ADD CONSTRAINT {head}_whole UNIQUE (id, {columns})")
        for part, pointer in parts:
            schema_editor.execute(
                f"ALTER TABLE {part} ADD CONSTRAINT {part}_of_its_head FOREIGN KEY ({pointer}, {columns}) "
                f"REFERENCES {head} (id, {columns}) DEFERRABLE INITIALLY DEFERRED"
            )


def close_what_is_not_for_everybody(apps, schema_editor):
    """Take the functions from PUBLIC, and writing from tables that only migrations fill."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            "SELECT oid::regprocedure::text FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
        )
        functions = [name for (name,) in cursor.fetchall()]
    for function in functions:
        schema_editor.execute(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")
        schema_editor.execute(f"GRANT EXECUTE ON FUNCTION {function} TO {role}")
    for table in READ_ONLY:
        schema_editor.execute(f"REVOKE INSERT, UPDATE, DELETE ON {table} FROM {role}")


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_legal_bases"),
        ("guardian", "0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(tie_parts_to_heads, migrations.RunPython.noop),
        migrations.RunPython(close_what_is_not_for_everybody, migrations.RunPython.noop),
    ]
