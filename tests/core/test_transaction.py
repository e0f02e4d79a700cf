"""One transaction per request: what ends in an error has never happened."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from audit import trail
from core.acting import acting_ids
from core.middleware.transaction import TransactionMiddleware
from core.models import KeptText
from core.today import today
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def answered(status: int) -> int:
    """The kept texts that are left of a request that kept one and was answered so."""
    user = make_user()

    def keep(_request: HttpRequest) -> HttpResponse:
        KeptText.sealed(user_id=user.pk, path="/", fields={}).save()
        trail.record(trail.Verb.VIEWED)
        return HttpResponse(status=status)

    TransactionMiddleware(keep)(RequestFactory().get("/"))
    return KeptText.objects.count()


@pytest.mark.parametrize("status", [200, 302, 403, 404, 422])
def test_what_was_answered_has_happened(status: int) -> None:
    assert answered(status) == 1


@pytest.mark.parametrize("status", [500, 503])
def test_an_error_undoes_everything(status: int) -> None:
    assert answered(status) == 0


def test_a_request_begins_acting_for_nobody_on_one_day() -> None:
    seen: list[object] = []

    def note(_request: HttpRequest) -> HttpResponse:
        seen.extend([acting_ids(), today()])
        return HttpResponse()

    TransactionMiddleware(note)(RequestFactory().get("/"))
    assert seen == [(None, None), today()]
