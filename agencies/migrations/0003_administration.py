"""Access, administered: invitations, central administrators, ended sessions; what the application may write is a closed list."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

ROLES = [
    ("caseworker", "caseworker"),
    ("team_lead", "team lead"),
    ("moderator", "moderator"),
    ("catalogue_admin", "catalogue administrator"),
    ("access_admin", "access administrator"),
    ("data_protection_officer", "data protection officer"),
]

# The columns that actions write; nothing else of these rows changes, and no row is ever deleted.
WRITTEN = {
    "agencies_carrier": "name",
    "agencies_agency": "carrier_id, name, short_name, kind, legal_kind, duty_to_report, place, active",
    "agencies_user": "password, last_login, is_active, sessions_ended_at",
    "agencies_membership": "roles, central, telephone, ends_on",
    "agencies_accessinvitation": "token_hash, expires_at, accepted_at, withdrawn_at",
    "auth_group": "",
}


def make_central(apps, schema_editor):
    """Until now nobody was bound to one agency; at least one central administrator must remain."""
    memberships = apps.get_model("agencies", "Membership").objects.using(schema_editor.connection.alias)
    memberships.filter(roles__contains=["access_admin"]).update(central=True)


def narrow_what_is_written(apps, schema_editor):
    """Leave SELECT, INSERT and UPDATE of the columns above."""
    role = schema_editor.quote_name(settings.DATABASES["default"]["USER"])
    for table, columns in WRITTEN.items():
        schema_editor.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {role}")
        if columns:
            schema_editor.execute(f"GRANT UPDATE ({columns}) ON {table} TO {role}")


class Migration(migrations.Migration):
    dependencies = [("agencies", "0002_notices"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="sessions_ended_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="sessions ended at"),
        ),
        migrations.AddField(
            model_name="membership",
            name="central",
            field=models.BooleanField(
                default=False,
                help_text="Administers the access of all agencies, otherwise of this one alone.",
                verbose_name="central",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("roles__len__gt", 0)),
                name="membership_has_a_role",
                violation_error_message="Please choose at least one role.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("central", False), ("roles__contains", ["access_admin"]), _connector="OR"
                ),
                name="membership_is_central_as_access_administrator",
                violation_error_message="Only an access administrator can be central.",
            ),
        ),
        migrations.CreateModel(
            name="AccessInvitation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(choices=ROLES, max_length=30),
                        size=None,
                        verbose_name="roles",
                    ),
                ),
                ("central", models.BooleanField(default=False, verbose_name="central")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends on")),
                (
                    "token_hash",
                    models.CharField(max_length=64, unique=True, verbose_name="hash of the link"),
                ),
                (
                    "invited_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="invited at"),
                ),
                ("expires_at", models.DateTimeField(verbose_name="expires at")),
                ("accepted_at", models.DateTimeField(null=True, verbose_name="accepted at")),
                ("withdrawn_at", models.DateTimeField(null=True, verbose_name="withdrawn at")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="agencies.agency",
                        verbose_name="agency",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.membership",
                        verbose_name="invited by",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "ordering": ["-invited_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("accepted_at", None), ("withdrawn_at", None)),
                        fields=("agency", "email"),
                        name="invitation_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accepted_at", None), ("withdrawn_at", None), _connector="OR"),
                        name="invitation_accepted_or_withdrawn",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), ("ends_on__gt", models.F("starts_on")), _connector="OR"
                        ),
                        name="invitation_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("roles__len__gt", 0)), name="invitation_has_a_role"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("central", False), ("roles__contains", ["access_admin"]), _connector="OR"
                        ),
                        name="invitation_is_central_as_access_administrator",
                    ),
                ],
            },
        ),
        migrations.RunPython(make_central, migrations.RunPython.noop),
        migrations.RunPython(narrow_what_is_written, migrations.RunPython.noop),
    ]
