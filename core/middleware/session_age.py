"""A session ends after half an hour without a click, and after a working day, however busy it is."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

BEGAN = "began"
SEEN = "seen"
# Seconds. Written down with each click, every look would be a write, and of two at once the later would undo the other.
WRITTEN_DOWN_EVERY = 60


class SessionAgeMiddleware:
    """Sign out whose session began too long ago; what she sends just then is kept like after any end."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            if now - request.session.setdefault(BEGAN, now) > settings.SESSION_ABSOLUTE_SECONDS:
                logout(request)
            elif now - request.session.get(SEEN, 0) >= WRITTEN_DOWN_EVERY:
                # What is written into a session prolongs it.
                request.session[SEEN] = now
        return self.get_response(request)
