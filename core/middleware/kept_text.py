"""A form sent after the session ended is kept for its writer, and offered after she signed in again."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from core.kept_text import forget_kept_text
from core.models import KeptText

FIELD = "writer"
# The page on which the form stands, where that is not the address it is sent to.
PAGE = "page"
SALT = "core.kept_text"
LEADS_ON = frozenset({HTTPStatus.FOUND, HTTPStatus.SEE_OTHER})
NEVER_KEPT = ("csrfmiddlewaretoken", FIELD, PAGE, "password")


@dataclass(frozen=True, slots=True)
class Writer:
    """Who was given a form, and in which capacity; for core a word without a meaning."""

    user_id: UUID
    acting: str


def writer_token(user_id: UUID, *, acting: str = "") -> str:
    """The hidden field by which a form says whose it is, signed; as old as a session can be."""
    return signing.dumps([str(user_id), acting], salt=SALT)


def writer_of(token: str) -> Writer | None:
    """Whose form it is, if we signed that."""
    try:
        user_id, acting = signing.loads(token, salt=SALT, max_age=settings.SESSION_ABSOLUTE_SECONDS)
    except signing.BadSignature:
        return None
    return Writer(UUID(user_id), acting)


def keep(request: HttpRequest, writer: Writer) -> KeptText:
    """Keep the fields of this POST for their writer, encrypted, for an hour; an older text of the form goes."""
    path = page_of_form(request)[:300]
    KeptText.objects.filter(user_id=writer.user_id, path=path).delete()
    fields = {name: values for name, values in request.POST.lists() if name not in NEVER_KEPT}
    text = KeptText.sealed(user_id=writer.user_id, acting=writer.acting, path=path, fields=fields)
    text.save()
    return text


def page_of_form(request: HttpRequest) -> str:
    """The page on which the form stands: one of ours, whatever the field says."""
    page = request.POST.get(PAGE, "")
    is_ours = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return page if is_ours and "\x00" not in page else request.path


class KeptTextMiddleware:
    """Stand before the sign-in requirement; the CSRF check has already passed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """A form that leads on to another page is stored: what was kept of it goes."""
        response = self.get_response(request)
        if request.method == "POST" and response.status_code in LEADS_ON and request.user.is_authenticated:
            forget_kept_text(request)
        return response

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Keep the fields, encrypted, and send her to sign in and back to the form."""
        if request.method != "POST" or request.user.is_authenticated or request.path.startswith("/api/"):
            return None
        writer = writer_of(request.POST.get(FIELD, ""))
        if writer is None:
            return None
        text = keep(request, writer)
        return redirect_to_login(f"{text.path}?kept={text.pk}", settings.LOGIN_URL)
