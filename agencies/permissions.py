"""Guards of views, interface and actions: what the acting roles may do at all, and with which agencies."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from agencies.models import AccessInvitation, Agency, Membership


def require_role(membership: Membership | None, codename: str) -> None:
    """Raise PermissionDenied when nobody acts, or the acting roles may not do this at all."""
    if membership is None or not membership.allows(codename):
        raise PermissionDenied


def require_central(membership: Membership | None) -> None:
    """Raise PermissionDenied unless she administers the access of all agencies."""
    require_role(membership, "manage_access")
    if membership is None or not membership.central:
        raise PermissionDenied


def administered_agency(agency_id: UUID, *, by: Membership | None) -> Agency:
    """The agency, if she administers the access to it; a foreign and a missing one are both 404."""
    require_role(by, "manage_access")
    found = Agency.objects.administered_by(by).select_related("carrier").filter(pk=agency_id).first()
    if found is None:
        raise Http404
    return found


def administered_member(member_id: UUID, *, of: Agency) -> Membership:
    """One of the agency's members, ended ones too."""
    members = Membership.objects.select_related("user", "agency__group", "agency__carrier")
    found = members.filter(agency=of, pk=member_id).first()
    if found is None:
        raise Http404
    return found


def administered_invitation(invitation_id: UUID, *, of: Agency) -> AccessInvitation:
    """One of the invitations into the agency."""
    found = AccessInvitation.objects.select_related("agency").filter(agency=of, pk=invitation_id).first()
    if found is None:
        raise Http404
    return found
