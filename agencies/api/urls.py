"""Addresses of the interface of the access administration; the same nouns as those of the pages."""

from django.urls import path

from agencies.api import administration as views

AGENCIES = "administration/agencies/"
AGENCY = AGENCIES + "<uuid:agency_id>/"
MEMBER = AGENCY + "members/<uuid:member_id>/"
INVITATION = AGENCY + "invitations/<uuid:invitation_id>/"

urlpatterns = [
    path(AGENCIES, views.AdministeredAgencyListView.as_view(), name="administered_agencies"),
    path(AGENCY + "members/", views.MemberListView.as_view(), name="members"),
    path(MEMBER, views.MemberDetailView.as_view(), name="member"),
    path(MEMBER + "end/", views.MemberEndView.as_view(), name="member_end"),
    path(AGENCY + "invitations/", views.InvitationListView.as_view(), name="invitations"),
    path(INVITATION + "resend/", views.InvitationResendView.as_view(), name="invitation_resend"),
    path(INVITATION + "withdraw/", views.InvitationWithdrawView.as_view(), name="invitation_withdraw"),
]
