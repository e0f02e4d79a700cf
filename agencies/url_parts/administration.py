"""Addresses of the access administration."""

from django.urls import path

from agencies.views.administration import agencies, carriers, imports, invitations, members

app_name = "administration"

AGENCY = "agencies/<uuid:agency_id>/"
MEMBER = AGENCY + "members/<uuid:member_id>/"
INVITATION = AGENCY + "invitations/<uuid:invitation_id>/"

urlpatterns = [
    path("agencies/", agencies.index, name="agencies"),
    path("agencies/new/", agencies.new, name="agency_new"),
    path("agencies/import/", imports.new, name="import"),
    path("agencies/import/preview/", imports.preview, name="import_preview"),
    path("agencies/import/take-over/", imports.take_over, name="import_take_over"),
    path(AGENCY, agencies.detail, name="agency"),
    path(AGENCY + "edit/", agencies.edit, name="agency_edit"),
    path(AGENCY + "close/", agencies.close, name="agency_close"),
    path(AGENCY + "reopen/", agencies.reopen, name="agency_reopen"),
    path(AGENCY + "invitations/new/", members.new, name="invite"),
    path(INVITATION + "resend/", invitations.resend, name="invitation_resend"),
    path(INVITATION + "withdraw/", invitations.withdraw, name="invitation_withdraw"),
    path(MEMBER, members.edit, name="member"),
    path(MEMBER + "end/", members.end, name="member_end"),
    path("carriers/", carriers.index, name="carriers"),
    path("carriers/new/", carriers.new, name="carrier_new"),
    path("carriers/<uuid:carrier_id>/", carriers.edit, name="carrier"),
]
