"""The access administration by the interface: the same actions as on the pages."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from agencies.actions.change_roles import change_roles
from agencies.actions.end_membership import end_membership
from agencies.actions.invite import invite
from agencies.actions.resend_invitation import resend_invitation
from agencies.actions.withdraw_invitation import withdraw_invitation
from agencies.administered_lists import agencies_for, invitations_of, members_of
from agencies.api.acting_view import ASKING, READING, WRITING, ActingView
from agencies.api.serializers import (
    AdministeredAgencySerializer,
    ChangeMemberSerializer,
    EndMembershipSerializer,
    InvitationSerializer,
    InviteSerializer,
    MemberSerializer,
)
from agencies.forms.member import EVERYBODY
from agencies.models import AccessInvitation, Agency, Membership
from agencies.permissions import (
    administered_agency,
    administered_invitation,
    administered_member,
    require_role,
)
from agencies.site import site_of
from core.api_strict import NothingSerializer


class AgencyView(ActingView):
    """An address below an agency that she administers."""

    def agency(self, agency_id: UUID) -> Agency:
        """The agency of the address.

        Raises PermissionDenied without the role, Http404 for an agency that is not hers to administer.
        """
        return administered_agency(agency_id, by=self.membership)

    def member(self, agency_id: UUID, member_id: UUID) -> Membership:
        """One of its members."""
        return administered_member(member_id, of=self.agency(agency_id))

    def invitation(self, agency_id: UUID, invitation_id: UUID) -> AccessInvitation:
        """One of the invitations into it."""
        return administered_invitation(invitation_id, of=self.agency(agency_id))


class AdministeredAgencyListView(ActingView):
    """The agencies whose access she administers."""

    @extend_schema(
        operation_id="list_administered_agencies",
        responses={200: AdministeredAgencySerializer(many=True), **ASKING},
    )
    def get(self, _request: Request) -> Response:
        """All of them for a central administrator, her own for a delegated one; closed ones too."""
        require_role(self.membership, "manage_access")
        found = agencies_for(self.membership, narrowed_to={})
        return Response(self.shown(AdministeredAgencySerializer, found, many=True))


class MemberListView(AgencyView):
    """The members of an agency."""

    @extend_schema(operation_id="list_members", responses={200: MemberSerializer(many=True), **READING})
    def get(self, _request: Request, agency_id: UUID) -> Response:
        """Members in force, to come, and ended."""
        found = members_of(self.agency(agency_id), narrowed_to={"state": EVERYBODY})
        return Response(self.shown(MemberSerializer, found, many=True))


class MemberDetailView(AgencyView):
    """One member."""

    @extend_schema(
        operation_id="change_member",
        request=ChangeMemberSerializer,
        responses={200: MemberSerializer, **WRITING},
    )
    def put(self, _request: Request, agency_id: UUID, member_id: UUID) -> Response:
        """Change roles and telephone; it counts from her next click and call on."""
        member = self.member(agency_id, member_id)
        changed = change_roles(member, by=self.membership, **self.sent(ChangeMemberSerializer))
        return Response(self.shown(MemberSerializer, changed))


class MemberEndView(AgencyView):
    """The end of a membership."""

    @extend_schema(
        operation_id="end_membership",
        request=EndMembershipSerializer,
        responses={200: MemberSerializer, **WRITING},
    )
    def post(self, _request: Request, agency_id: UUID, member_id: UUID) -> Response:
        """End a membership, at once or on a day."""
        member = self.member(agency_id, member_id)
        ended = end_membership(member, by=self.membership, **self.sent(EndMembershipSerializer))
        return Response(self.shown(MemberSerializer, ended))


class InvitationListView(AgencyView):
    """Invitations into an agency."""

    @extend_schema(
        operation_id="list_invitations", responses={200: InvitationSerializer(many=True), **READING}
    )
    def get(self, _request: Request, agency_id: UUID) -> Response:
        """Those that nobody has answered; expired ones can be sent again."""
        found = invitations_of(self.agency(agency_id))
        return Response(self.shown(InvitationSerializer, found, many=True))

    @extend_schema(
        operation_id="invite", request=InviteSerializer, responses={201: InvitationSerializer, **WRITING}
    )
    def post(self, request: Request, agency_id: UUID) -> Response:
        """Invite somebody; the link goes out by mail and stands nowhere else."""
        agency = self.agency(agency_id)
        invitation = invite(agency, by=self.membership, site=site_of(request), **self.sent(InviteSerializer))
        return Response(self.shown(InvitationSerializer, invitation), status=status.HTTP_201_CREATED)


class InvitationResendView(AgencyView):
    """Another mail."""

    @extend_schema(
        operation_id="resend_invitation",
        request=NothingSerializer,
        responses={200: InvitationSerializer, **WRITING},
    )
    def post(self, request: Request, agency_id: UUID, invitation_id: UUID) -> Response:
        """Send the invitation again with a new link; the earlier one no longer counts."""
        invitation = self.invitation(agency_id, invitation_id)
        self.sent(NothingSerializer)
        sent = resend_invitation(invitation, site=site_of(request), by=self.membership)
        return Response(self.shown(InvitationSerializer, sent))


class InvitationWithdrawView(AgencyView):
    """The end of an invitation."""

    @extend_schema(
        operation_id="withdraw_invitation",
        request=NothingSerializer,
        responses={200: InvitationSerializer, **WRITING},
    )
    def post(self, _request: Request, agency_id: UUID, invitation_id: UUID) -> Response:
        """Withdraw an invitation; its link no longer counts."""
        invitation = self.invitation(agency_id, invitation_id)
        self.sent(NothingSerializer)
        withdrawn = withdraw_invitation(invitation, by=self.membership)
        return Response(self.shown(InvitationSerializer, withdrawn))
