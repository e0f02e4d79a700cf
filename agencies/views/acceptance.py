"""The page behind the link of an invitation: public, and nothing happens by opening it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agencies.actions.accept_invitation import NoLongerOpen, accept_invitation
from agencies.forms.acceptance import AcceptanceForm
from agencies.models import AccessInvitation, User
from agencies.roles import Role
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.refusal import Refusal


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """A new account, or the account that the address has; a link that no longer counts says why, and not to whom."""
    invitation = AccessInvitation.objects.by_token(token).select_related("agency").first()
    if invitation is None:
        return render(request, "account/invitation_unknown.html", status=404)
    if not invitation.is_open:
        return _over(request, invitation)
    user = User.objects.filter(email=invitation.email).first()
    if request.user.is_authenticated and request.user != user:
        return render(request, "account/invitation_other.html", status=409)
    try:
        return _join(request, invitation) if user else _sign_up(request, invitation)
    except NoLongerOpen:
        invitation.refresh_from_db()
        return _over(request, invitation)


def _sign_up(request: HttpRequest, invitation: AccessInvitation) -> HttpResponse:
    form = AcceptanceForm(sent_data(request), invitation=invitation)
    if form.is_valid() and not refused(form, accept_invitation, invitation, account=form.account()):
        messages.success(request, _("Your account is ready. Please sign in."))
        return redirect("account_login")
    return _page(request, invitation, form=form, status=status_of(form))


def _join(request: HttpRequest, invitation: AccessInvitation) -> HttpResponse:
    if request.method != "POST" or not request.user.is_authenticated:
        return _page(request, invitation)
    try:
        accept_invitation(invitation, user=request.user)
    except Refusal as refusal:
        return _page(request, invitation, sentence=refusal.sentence, status=422)
    messages.success(request, _("You now work for %(agency)s too.") % {"agency": invitation.agency.name})
    return redirect("my_day")


def _page(
    request: HttpRequest,
    invitation: AccessInvitation,
    *,
    form: AcceptanceForm | None = None,
    sentence: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "invitation": invitation,
        "roles": [Role(role).label for role in invitation.roles],
        "form": form,
        "sentence": sentence,
    }
    return render(request, "account/invitation.html", context, status=status)


def _over(request: HttpRequest, invitation: AccessInvitation) -> HttpResponse:
    context = {"state": invitation.state.value}
    return render(request, "account/invitation_over.html", context, status=410)
