"""Who meets a case that somebody else is writing in waits two seconds, then reads so; her text is kept."""

import pytest
from django.urls import reverse

from agencies.acting_membership import value_of
from agencies.models import Membership
from cases.models import Case, Note
from core.middleware.kept_text import writer_token
from core.models import KeptText
from tests.factories import client_for, working_as
from tests.side_by_side import meanwhile

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_busy_case_is_a_page_and_the_text_comes_back(case: Case, lead: Membership) -> None:
    client, page = client_for(lead), reverse("cases:detail", args=[case.pk])
    typed = {
        "text": "Rückruf am Montag",
        "writer": writer_token(lead.user_id, acting=value_of(lead)),
        "page": page,
    }
    with working_as(lead):
        Case.objects.select_for_update().get(pk=case.pk)
        pool, sending = meanwhile(lambda: client.post(reverse("cases:note_new", args=[case.pk]), typed))
        answer = sending.result(timeout=15)
        pool.shutdown()

    assert answer.status_code == 409
    assert answer.headers["Retry-After"]
    kept = KeptText.objects.get()
    assert kept.path == page
    assert f"{page}?kept={kept.pk}" in answer.content.decode()
    assert "Rückruf am Montag" in client.get(f"{page}?kept={kept.pk}").content.decode()
    with working_as(lead):
        assert not Note.objects.exists()


def test_the_interface_says_so_in_its_own_format(case: Case, lead: Membership) -> None:
    client, address = client_for(lead), f"/api/v1/cases/{case.pk}/notes/"
    with working_as(lead):
        Case.objects.select_for_update().get(pk=case.pk)
        pool, sending = meanwhile(
            lambda: client.post(address, {"text": "x"}, content_type="application/json")
        )
        answer = sending.result(timeout=15)
        pool.shutdown()
    assert answer.status_code == 409
    assert answer.json()["detail"]
