"""The page that lists the keys, and the switch for them."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from agencies.acting_request import ActingRequest
from config.shortcuts import COOKIE, OFF, SHORTCUTS, shortcuts_work
from config.views.preferences import A_YEAR


@require_http_methods(["GET", "HEAD", "POST"])
def keyboard(request: ActingRequest) -> HttpResponse:
    """Which keys there are; a POST switches them off or on in this browser."""
    if request.method != "POST":
        context = {"keys": SHORTCUTS, "work": shortcuts_work(request)}
        return render(request, "config/keyboard.html", context)
    response = HttpResponseRedirect(reverse("keyboard"))
    if request.POST.get("shortcuts") == OFF:
        response.set_cookie(COOKIE, OFF, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.HTTPS)
    else:
        response.delete_cookie(COOKIE)
    return response
