"""For whom a request acts, and that nobody works without her second factor."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import resolve
from django.utils.translation import gettext as _

from agencies.acting_membership import acting_membership
from agencies.acting_request import ActingRequest
from core.acting import act_for

INTERFACE = "/api/"
WITHOUT_SECOND_FACTOR = frozenset(
    {
        "account_inactive",
        "account_login",
        "account_logout",
        "account_reauthenticate",
        "mfa_authenticate",
        "mfa_activate_totp",
        "set_language",
        "set_theme",
    }
)


class SecondFactorMiddleware:
    """Send everybody who has no second factor yet to the page that sets one up; only the demo goes without."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """Let sign-in, sign-out and the set-up itself pass."""
        if settings.DEMO or not request.user.is_authenticated:
            return None
        if resolve(request.path_info).url_name in WITHOUT_SECOND_FACTOR or is_mfa_enabled(request.user):
            return None
        if request.path.startswith(INTERFACE):
            return JsonResponse(
                {"detail": _("Please set up your second factor on the pages first.")}, status=403
            )
        return redirect("mfa_activate_totp")


class ActingMembershipMiddleware:
    """Set `request.membership` and tell the database for which agency the transaction acts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: ActingRequest) -> HttpResponse:
        membership = acting_membership(request) if request.user.is_authenticated else None
        request.membership = membership  # type: ignore[assignment]  # see ActingRequest
        if membership is not None:
            act_for(membership.agency_id, person_id=membership.user_id)
        return self.get_response(request)
