"""Agencies, members and invitations as the access administration reads and writes them."""

from typing import Any

from rest_framework import serializers

from agencies.actions.invite import Invited
from agencies.models import AccessInvitation, Agency, InvitationState, Membership
from agencies.roles import Role
from core.api_strict import Day, PlainText, Strict
from core.forms.email_address import NO_ADDRESS


class AdministeredAgencySerializer(serializers.ModelSerializer[Agency]):
    """An agency whose access she administers."""

    carrier = serializers.CharField(read_only=True, source="carrier.name")
    member_count = serializers.IntegerField(read_only=True, help_text="Members in force today.")

    class Meta:
        model = Agency
        fields = [
            "id",
            "carrier",
            "name",
            "short_name",
            "kind",
            "legal_kind",
            "duty_to_report",
            "place",
            "active",
            "member_count",
        ]
        read_only_fields = fields


class MemberSerializer(serializers.ModelSerializer[Membership]):
    """A member; `ends_on` is the first day without access."""

    name = serializers.CharField(read_only=True, source="user.name")
    email = serializers.EmailField(read_only=True, source="user.email")
    in_force = serializers.BooleanField(
        read_only=True, source="is_in_force", help_text="Whether it counts today."
    )

    class Meta:
        model = Membership
        fields = ["id", "name", "email", "roles", "central", "telephone", "starts_on", "ends_on", "in_force"]
        read_only_fields = fields


class InvitationSerializer(serializers.ModelSerializer[AccessInvitation]):
    """An invitation; its link stands in the mail alone."""

    state = serializers.ChoiceField(choices=InvitationState.choices, read_only=True)
    invited_by = serializers.CharField(read_only=True, source="invited_by.user.name")

    class Meta:
        model = AccessInvitation
        fields = [
            "id",
            "name",
            "email",
            "roles",
            "central",
            "starts_on",
            "ends_on",
            "state",
            "invited_by",
            "invited_at",
            "expires_at",
        ]
        read_only_fields = fields


class GivesRoles(Strict):
    """Roles, each once."""

    roles = serializers.ListField(
        child=serializers.ChoiceField(choices=Role.choices), min_length=1, max_length=len(Role)
    )


class InviteSerializer(GivesRoles):
    """Who is to come, in which roles, from when until when."""

    name = PlainText(max_length=120)
    email = serializers.EmailField(max_length=254, error_messages={"invalid": NO_ADDRESS})
    central = serializers.BooleanField(required=False, default=False)
    starts_on = Day()
    ends_on = Day(required=False, allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"invited": Invited(**attrs)}


class ChangeMemberSerializer(GivesRoles):
    """The whole of what may be changed; without `central` that stays as it is."""

    central = serializers.BooleanField(required=False, allow_null=True, default=None)
    telephone = PlainText(required=False, allow_blank=True, default="", max_length=40)


class EndMembershipSerializer(Strict):
    """Why it ends, and the first day without access; without a day it ends at once."""

    reason = PlainText(max_length=200)
    ends_on = Day(required=False, allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"reason": attrs["reason"], "on": attrs["ends_on"]}
