"""The page of notices, the bell, the start page: hers alone, and of a case only while she sees it."""

from uuid import uuid4

import pytest
from django.test import Client

from agencies.actions.notify import notify
from agencies.models import Membership, Notification, NotificationKind
from audit.models import Entry
from audit.models.entry import Verb
from cases.actions.end_participation import end_participation
from cases.models import Case, Participation
from config.notice_list import PAGE_SIZE, count_of_unread
from tests.factories import client_for, working_as

pytestmark = pytest.mark.django_db


def tell(membership: Membership, case: Case | None = None, *, times: int = 1) -> None:
    """Notices for her."""
    about = {"case_id": case.pk, "case_number": case.number} if case else {}
    path = f"/cases/{case.pk}/" if case else "/notices/"
    with working_as(membership):
        for _ in range(times):
            notify(NotificationKind.ASSIGNED, to=[membership], about=uuid4(), path=path, **about)  # type: ignore[arg-type]


def notices(membership: Membership) -> list[Notification]:
    """Hers, the latest first."""
    with working_as(membership):
        return list(Notification.objects.visible_to(membership))


@pytest.fixture
def browser(partner: Membership) -> Client:
    return client_for(partner)


def test_opening_marks_as_read_and_leads_there(
    shared_case: Case, partner: Membership, browser: Client
) -> None:
    tell(partner, shared_case)
    notice = next(n for n in notices(partner) if n.kind == NotificationKind.ASSIGNED)
    page = browser.get("/notices/").content.decode()
    assert shared_case.number in page
    response = browser.post(f"/notices/{notice.pk}/open/")
    assert (response.status_code, response["Location"]) == (303, f"/cases/{shared_case.pk}/")
    with working_as(partner):
        notice.refresh_from_db()
    assert notice.read_at is not None


def test_looking_changes_nothing(shared_case: Case, partner: Membership, browser: Client) -> None:
    tell(partner, shared_case)
    for path in ("/", "/notices/", "/notices/?show=unread", f"/notices/{notices(partner)[0].pk}/open/"):
        browser.get(path)
    assert all(notice.read_at is None for notice in notices(partner))


def test_of_a_case_that_is_closed_to_her_neither_number_nor_way(
    shared_case: Case,
    jobcentre_in_case: Participation,
    lead: Membership,
    partner: Membership,
    browser: Client,
) -> None:
    tell(partner, shared_case)
    with working_as(lead):
        end_participation(jobcentre_in_case, case=shared_case, by=lead, reason="erledigt")
    for path in ("/", "/notices/", "/api/v1/notices/"):
        page = browser.get(path).content.decode()
        assert shared_case.number not in page, path
        assert str(shared_case.pk) not in page, path
    assert "heute nicht sichtbar" in browser.get("/notices/").content.decode()
    notice = notices(partner)[0]
    response = browser.post(f"/notices/{notice.pk}/open/")
    assert response["Location"] == "/notices/"
    answer = browser.post(f"/api/v1/notices/{notice.pk}/read/", {}, content_type="application/json")
    assert answer.json()["case_number"] == answer.json()["path"] == ""


def test_the_page_is_one_entry_with_the_cases_it_named(
    shared_case: Case, partner: Membership, browser: Client
) -> None:
    tell(partner, shared_case, times=2)
    browser.get("/notices/")
    with working_as(partner):
        (entry,) = Entry.objects.filter(actor_id=partner.user_id, verb=Verb.LISTED)
    assert entry.listed == [shared_case.pk]


def test_page_by_page_and_unread_only(partner: Membership, browser: Client) -> None:
    tell(partner, times=PAGE_SIZE + 2)
    first = browser.get("/notices/")
    assert len(first.context["page"].rows) == PAGE_SIZE
    older = browser.get("/notices/", {"position": first.context["page"].older})
    assert len(older.context["page"].rows) == 2
    newer = browser.get("/notices/", {"position": older.context["page"].newer})
    assert newer.context["page"].rows == first.context["page"].rows
    browser.post(f"/notices/{first.context['page'].rows[0].notice.pk}/open/")
    unread = browser.get("/notices/", {"show": "unread"}).context
    assert len(unread["page"].rows) == PAGE_SIZE
    assert unread["unread"] == str(PAGE_SIZE + 1)
    assert browser.get("/notices/", {"position": "x"}).status_code == 400


def test_all_are_marked_as_read(partner: Membership, browser: Client) -> None:
    tell(partner, times=3)
    assert "Hinweise, ungelesen: 3" in browser.get("/").content.decode()
    assert browser.post("/notices/read/").status_code == 303
    assert "Hinweise, keine ungelesenen" in browser.get("/").content.decode()


def test_the_count_is_capped(partner: Membership) -> None:
    assert count_of_unread(partner) == ""
    tell(partner, times=101)
    with working_as(partner):
        assert count_of_unread(partner) == "99+"


def test_the_interface_lists_and_marks(partner: Membership, browser: Client) -> None:
    tell(partner, times=2)
    listed = browser.get("/api/v1/notices/", {"unread": "true"}).json()
    assert [row["kind"] for row in listed["results"]] == ["assigned", "assigned"]
    answer = browser.post(
        f"/api/v1/notices/{listed['results'][0]['id']}/read/", {}, content_type="application/json"
    )
    assert answer.json()["read_at"]
    assert browser.post("/api/v1/notices/read/", {}, content_type="application/json").json() == {"read": 1}
    assert browser.get("/api/v1/notices/", {"unread": "true"}).json()["results"] == []
