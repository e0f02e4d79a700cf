"""The way through the offices as pages: typed as people say it, prefilled from a step, each read by whom it may."""

from typing import Any

import pytest
from django.urls import reverse

from agencies.models import Agency, Interface, Membership
from cases.models import BreakPoint, Case, JourneyStep
from tests.factories import break_point, client_for, step, working_as

SENT = {"from_station": "die Person", "to_station": "Jobcenter", "what": "Antrag", "life_area": "work"}


def url(name: str, case: Case, **ids: object) -> str:
    return reverse(f"cases:{name}", kwargs={"case_id": case.pk, **ids})


def stored(by: Membership) -> JourneyStep:
    with working_as(by):
        return JourneyStep.objects.visible_to(by).select_related("from_agency", "to_agency").get()


@pytest.mark.parametrize(
    ("typed", "kind", "words"),
    [
        ("die Person", "person", ""),
        ("  jobcenter ", "jobcentre", ""),
        ("Familiengericht Detmold", "other", "Familiengericht Detmold"),
    ],
)
def test_a_station_is_recognised_or_kept_as_written(
    case: Case, lead: Membership, typed: str, kind: str, words: str
) -> None:
    assert client_for(lead).post(url("step_new", case), {**SENT, "to_station": typed}).status_code == 303
    assert (stored(lead).to_kind, stored(lead).to_words) == (kind, words)


def test_an_agency_brings_its_kind(case: Case, lead: Membership, jobcentre: Agency) -> None:
    client_for(lead).post(url("step_new", case), {**SENT, "to_station": jobcentre.short_name})
    assert (stored(lead).to_agency, stored(lead).to_kind) == (jobcentre, "jobcentre")


def test_one_more_step_begins_where_the_last_one_led(case: Case, lead: Membership) -> None:
    client = client_for(lead)
    sent: Any = client.post(url("step_new", case), {**SENT, "again": "1"})
    form: Any = client.get(sent.url).context["form"]
    assert (form["from_station"].value(), form["life_area"].value()) == ("Jobcenter", "work")
    assert not form["shared"].value()


def test_sent_twice_is_written_once(case: Case, lead: Membership) -> None:
    once = {**SENT, "once": "6f8c1f52-58f5-4b4b-a9ab-2a9d8f1e6c11"}
    client = client_for(lead)
    first, second = (client.post(url("step_new", case), once) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert stored(lead)


def test_a_break_point_at_a_step_knows_its_interface(case: Case, lead: Membership, jobcentre: Agency) -> None:
    client_for(lead).post(
        url("step_new", case), {**SENT, "from_station": "Sozialamt", "to_station": jobcentre.name}
    )
    page: Any = client_for(lead).get(url("break_point_new", case) + f"?step={stored(lead).pk}")
    shown = {name: page.context["form"][name].value() for name in ("from_kind", "to_kind", "life_area")}
    assert shown == {"from_kind": "social_office", "to_kind": "jobcentre", "life_area": "work"}


def test_an_interface_is_made_once(case: Case, lead: Membership) -> None:
    first, second = break_point(case, by=lead), break_point(case, by=lead)
    assert first.interface == second.interface
    assert str(Interface.objects.get()) == "Jobcenter → Straßenverkehrsamt"


def test_days_are_counted_over_what_the_reader_may_read(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    step(shared_case, by=lead, area="work", shared=True, days=34)
    step(shared_case, by=lead, area="health", shared=True, days=5)
    step(shared_case, by=lead, area="work", days=7)
    ways: list[Any] = [
        client_for(who).get(url("journey", shared_case)).context["way"] for who in (lead, partner)
    ]
    assert [way.days for way in ways] == [46, 34]


def test_a_deleted_step_leaves_the_break_points_of_others(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    there = step(shared_case, by=lead, shared=True)
    found = break_point(shared_case, by=partner, step=there)
    client_for(lead).post(url("step_delete", shared_case, step_id=there.pk))
    with working_as(partner):
        assert not JourneyStep.objects.filter(pk=there.pk).exists()
        assert BreakPoint.objects.get(pk=found.pk).step_id is None


def test_a_step_kept_back_is_not_named_by_the_break_point(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    kept = step(shared_case, by=lead, what="Kept to ourselves")
    break_point(shared_case, by=lead, shared=True, step=kept)
    page = client_for(partner).get(url("journey", shared_case))
    (shown,) = page.context["way"].break_points
    assert shown.step is None
    assert "Kept to ourselves" not in page.content.decode()


def test_what_a_colleague_changed_is_not_replaced_unseen(
    case: Case, lead: Membership, team_lead: Membership
) -> None:
    written = step(case, by=lead)
    address = url("step_edit", case, step_id=written.pk)
    version = client_for(lead).get(address).context["form"]["version"].value()
    client_for(team_lead).post(address, {**SENT, "version": version, "what": "Neu"})
    answer = client_for(lead).post(address, {**SENT, "version": version, "what": "Alt"})
    assert (answer.status_code, stored(lead).what) == (422, "Neu")


@pytest.mark.parametrize(("days", "refused"), [("3651", True), ("-1", True), ("x", True), ("3650", False)])
def test_days_are_0_to_3650(case: Case, lead: Membership, days: str, refused: bool) -> None:  # noqa: FBT001
    answer: Any = client_for(lead).post(url("step_new", case), {**SENT, "days": days})
    assert (list(answer.context["form"].errors) == ["days"]) if refused else answer.status_code == 303


def test_a_way_is_in_the_order_of_its_days(case: Case, lead: Membership) -> None:
    for on in ("", "2025-03-02", "2025", "2025-03", "2024-12-31"):
        step(case, by=lead, on=on)
    with working_as(lead):
        found = list(JourneyStep.objects.visible_to(lead).in_order().values_list("on", flat=True))
    assert found == ["2024-12-31", "2025", "2025-03", "2025-03-02", ""]
