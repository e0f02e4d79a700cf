"""Every address × everybody: not visible is 404, visible but not allowed is 403, nobody acting is 403."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import transaction
from django.urls import URLPattern

from agencies.models import Membership
from cases.api.urls import urlpatterns
from tests.access.register import DOORS
from tests.cases.api.calls import Api
from tests.cases.api.people import WATCHING, WITHOUT_MEMBERSHIP, WORKING

Body = Callable[[pytest.FixtureRequest], dict[str, Any]]
NOBODY = dict.fromkeys(WITHOUT_MEMBERSHIP, 403)
OUTSIDE = {**dict.fromkeys(["uninvolved", *WATCHING], 404), **NOBODY}


def _reads(**differing: int) -> dict[str, int]:
    return {**dict.fromkeys(WORKING, 200), **OUTSIDE, **differing}


def _created() -> dict[str, int]:
    return {name: 201 if status == 200 else status for name, status in _reads().items()}


def _changes(done: int, **differing: int) -> dict[str, int]:
    return {**dict.fromkeys(WORKING, done), "reader": 403, **OUTSIDE, **differing}


def _steers(done: int) -> dict[str, int]:
    return _changes(done, partner=403)


ROLE = {**dict.fromkeys(WORKING, 200), **dict.fromkeys(WATCHING, 403), **NOBODY}
CATALOGUE = {**dict.fromkeys([*WORKING, *WATCHING], 200), **NOBODY}


def _keeps(done: int) -> dict[str, int]:
    return {**dict.fromkeys([*WORKING, *WATCHING], 403), **NOBODY, "catalogue_administrator": done}


OWN_PDF = {**dict.fromkeys(WORKING, 404), **OUTSIDE, "lead": 200}

TEAM_LEAD = {**dict.fromkeys([*WORKING, *WATCHING], 403), **NOBODY, "team_lead": 200}
# For the others she is nobody who could be named.
OWN_COLLEAGUE = {**_reads(partner=400, reader=400)}


@dataclass(frozen=True)
class Route:
    """One address with one method, and who gets which answer."""

    name: str
    method: str
    address: str
    expected: dict[str, int]
    body: dict[str, Any] = field(default_factory=dict)


CASE = "cases/{shared_case}/"
INTERVIEW = {"held_on": "2026-01-05", "consent": "oral", "statements": [{"question": "success", "text": "A"}]}
ANALYSIS = {"as_of": "2026-01-05", "title": "A", "texts": [{"kind": "goals", "text": "A"}]}
STEP = {"to_station": {"kind": "jobcentre"}, "what": "Antrag", "life_area": "work"}
BREAK_POINT = {
    "from_kind": "jobcentre",
    "to_kind": "road_traffic_office",
    "category": "language",
    "what_happened": "Auskunft",
    "found_on": "2026-01-05",
    "life_area": "work",
}
GRANT = {
    "agency": "{youth_office}",
    "access": "read",
    "areas": [{"life_area": "family", "legal_basis": "{basis}"}],
}
TEXTS, BASIS = "catalogues/legal-bases/", "catalogues/legal-bases/{basis}/"
TEXT = {
    "content": {"citation": "§ 68 SGB X", "title": "A", "kind": "statute"},
    "source": "A",
    "valid_from": "2099-01-05",
}
ROUTES = [
    Route("languages", "get", "languages/", CATALOGUE),
    Route("guide", "get", "guide/", CATALOGUE),
    Route("catalogues", "get", "catalogues/", CATALOGUE),
    Route("catalogue", "get", TEXTS, CATALOGUE),
    Route("catalogue", "post", TEXTS, _keeps(201), TEXT),
    Route("catalogue_text", "get", BASIS, CATALOGUE),
    Route("catalogue_text_versions", "post", BASIS + "versions/", _keeps(201), TEXT),
    Route("catalogue_text_check", "post", BASIS + "check/", _keeps(200), {"against": "A"}),
    Route("catalogue_text_end", "post", BASIS + "end/", _keeps(200), {"valid_until": "2099-01-05"}),
    Route("agencies", "get", "agencies/", CATALOGUE),
    Route("legal_bases", "get", "legal-bases/", CATALOGUE),
    Route("cases", "get", "cases/", ROLE),
    Route(
        "cases",
        "post",
        "cases/",
        {name: 201 if status == 200 else status for name, status in ROLE.items()},
        {"migrant": {"family_name": "Neu"}, "legal_basis": "{basis}"},
    ),
    Route("case", "get", CASE, _reads()),
    Route("participations", "get", CASE + "participations/", _reads()),
    Route("participations", "post", CASE + "participations/", _steers(201), GRANT),
    Route(
        "participation_end",
        "post",
        CASE + "participations/{jobcentre_in_case}/end/",
        _steers(200),
        {"reason": "fertig"},
    ),
    Route("phases", "get", CASE + "phases/", _reads()),
    Route("phases", "post", CASE + "phases/", _steers(201), {"phase": "planning", "reason": "weiter"}),
    Route("interviews", "get", CASE + "interviews/", _reads()),
    Route("interviews", "post", CASE + "interviews/", _changes(201), INTERVIEW),
    Route("interview", "get", CASE + "interviews/{leads_interview}/", _reads(reader=404)),
    Route("analyses", "get", CASE + "analyses/", _reads()),
    Route("analyses", "post", CASE + "analyses/", _changes(201), ANALYSIS),
    Route("analysis", "get", CASE + "analyses/{leads_analysis}/", _reads(reader=404)),
    Route(
        "analysis",
        "put",
        CASE + "analyses/{leads_analysis}/",
        _changes(200, partner=403),
        {**ANALYSIS, "version": 1},
    ),
    Route(
        "pdf_request",
        "post",
        CASE + "analyses/{leads_analysis}/pdfs/",
        {name: 202 if status == 200 else status for name, status in _reads(reader=404).items()},
    ),
    Route("pdf", "get", CASE + "pdfs/{leads_pdf}/", OWN_PDF),
    Route("interfaces", "get", "interfaces/", CATALOGUE),
    Route("steps", "get", CASE + "steps/", _reads()),
    Route("steps", "post", CASE + "steps/", _changes(201), STEP),
    Route("step", "put", CASE + "steps/{leads_step}/", _changes(200, partner=403), STEP),
    Route("step", "delete", CASE + "steps/{leads_step}/", _changes(204, partner=403)),
    Route("break_points", "get", CASE + "break-points/", _reads()),
    Route("break_points", "post", CASE + "break-points/", _changes(201), BREAK_POINT),
    Route(
        "break_point",
        "put",
        CASE + "break-points/{leads_break_point}/",
        _changes(200, partner=403),
        BREAK_POINT,
    ),
    Route("break_point", "delete", CASE + "break-points/{leads_break_point}/", _changes(204, partner=403)),
    Route("timeline", "get", CASE + "timeline/", _reads()),
    Route("colleagues", "get", "colleagues/", {**ROLE, "uninvolved": 200}),
    Route(
        "assignments", "post", "assignments/", TEAM_LEAD, {"case_ids": ["{shared_case}"], "to": "{team_lead}"}
    ),
    Route("follow_ups", "get", "follow-ups/", ROLE),
    Route("head", "put", CASE + "head/", _steers(200), {"urgency": "normal"}),
    Route("area_states", "get", CASE + "area-states/", _reads()),
    Route("area_state", "put", CASE + "area-states/finances/", _changes(200), {"state": "settled"}),
    Route("notes", "get", CASE + "notes/", _reads()),
    Route("notes", "post", CASE + "notes/", _changes(201), {"text": "Rückruf"}),
    Route(
        "note",
        "put",
        CASE + "notes/{leads_note}/",
        _changes(200, partner=404, team_lead=403),
        {"text": "Rückruf"},
    ),
    Route("phase_needs", "get", CASE + "phase-needs/", _reads()),
    Route("assignment", "post", CASE + "assignment/", OWN_COLLEAGUE, {"to": "{lead}"}),
    Route("follow_up_new", "post", CASE + "follow-ups/", _created(), {"due_on": "2100-01-05"}),
    Route("follow_up", "put", CASE + "follow-ups/{leads_follow_up}/", OWN_PDF, {"due_on": "2100-01-05"}),
    Route("follow_up_done", "post", CASE + "follow-ups/{leads_follow_up}/done/", OWN_PDF),
    # Not finished: it is not there for the lead either; test_analysis_pdfs.py fetches a finished one.
    Route("pdf_file", "get", CASE + "pdfs/{leads_pdf}/file/", {**OWN_PDF, "lead": 404}),
]


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method}-{route.name}")
def test_who_gets_which_answer(
    route: Route, cast: dict[str, Membership | None], shared_case: None, request: pytest.FixtureRequest
) -> None:
    address, body = _filled(route.address, request), _filled(route.body, request)
    answers = {}
    for name, membership in cast.items():
        api = Api(membership)
        # What one of them may do must not stand in the way of the next.
        with transaction.atomic():
            answers[name] = getattr(api, route.method)(address, body or None).status_code
            transaction.set_rollback(True)
    assert answers == route.expected


@pytest.mark.parametrize(
    "route",
    [route for route in ROUTES if route.method != "get"],
    ids=lambda route: f"{route.method}-{route.name}",
)
def test_who_may_not_learns_nothing_from_what_she_sends(
    route: Route, cast: dict[str, Membership | None], shared_case: None, request: pytest.FixtureRequest
) -> None:
    address = _filled(route.address, request)
    refused = {name: status for name, status in route.expected.items() if status >= 400}
    answers = {
        name: getattr(Api(cast[name]), route.method)(address, {"nonsense": 1}).status_code for name in refused
    }
    assert answers == refused


def test_every_address_is_tried_here_or_by_the_register() -> None:
    methods = {
        (pattern.name, method)
        for pattern in urlpatterns
        if isinstance(pattern, URLPattern)
        for method in ("get", "post", "put", "patch", "delete")
        if hasattr(pattern.callback.view_class, method)  # type: ignore[attr-defined]  # set by as_view
    }
    here = {(route.name, route.method) for route in ROUTES}
    registered = {(door.name.removeprefix("api:"), door.method.lower()) for door in DOORS if door.is_api}
    assert here <= methods <= here | registered


def _filled(template: Any, request: pytest.FixtureRequest) -> Any:
    """The template with {fixture} replaced by the id of what the fixture makes."""
    if isinstance(template, str):
        if not template.count("{"):
            return template
        before, rest = template.split("{", 1)
        name, after = rest.split("}", 1)
        return before + str(request.getfixturevalue(name).pk) + _filled(after, request)
    if isinstance(template, dict):
        return {name: _filled(value, request) for name, value in template.items()}
    return [_filled(each, request) for each in template] if isinstance(template, list) else template
