"""Every address × everybody: not visible is 404, visible but not allowed is 403, nobody acting is 403."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import transaction
from django.urls import URLPattern

from agencies.models import Membership
from cases.api.urls import urlpatterns
from tests.cases.api.calls import Api
from tests.cases.api.people import WATCHING, WITHOUT_MEMBERSHIP, WORKING

Body = Callable[[pytest.FixtureRequest], dict[str, Any]]
NOBODY = dict.fromkeys(WITHOUT_MEMBERSHIP, 403)
OUTSIDE = {**dict.fromkeys(["uninvolved", *WATCHING], 404), **NOBODY}


def _reads(**differing: int) -> dict[str, int]:
    return {**dict.fromkeys(WORKING, 200), **OUTSIDE, **differing}


def _changes(done: int, **differing: int) -> dict[str, int]:
    return {**dict.fromkeys(WORKING, done), "reader": 403, **OUTSIDE, **differing}


def _steers(done: int) -> dict[str, int]:
    return _changes(done, partner=403)


ROLE = {**dict.fromkeys(WORKING, 200), **dict.fromkeys(WATCHING, 403), **NOBODY}
CATALOGUE = {**dict.fromkeys([*WORKING, *WATCHING], 200), **NOBODY}
OWN_PDF = {**dict.fromkeys(WORKING, 404), **OUTSIDE, "lead": 200}


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
GRANT = {
    "agency": "{youth_office}",
    "access": "read",
    "areas": [{"life_area": "family", "legal_basis": "{basis}"}],
}
ROUTES = [
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
    Route("analysis", "put", CASE + "analyses/{leads_analysis}/", _changes(200, partner=403), ANALYSIS),
    Route(
        "pdf_request",
        "post",
        CASE + "analyses/{leads_analysis}/pdfs/",
        {name: 202 if status == 200 else status for name, status in _reads(reader=404).items()},
    ),
    Route("pdf", "get", CASE + "pdfs/{leads_pdf}/", OWN_PDF),
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


def test_every_address_is_in_the_table() -> None:
    methods = {
        (pattern.name, method)
        for pattern in urlpatterns
        if isinstance(pattern, URLPattern)
        for method in ("get", "post", "put", "patch", "delete")
        if hasattr(pattern.callback.view_class, method)  # type: ignore[attr-defined]  # set by as_view
    }
    assert methods == {(route.name, route.method) for route in ROUTES}


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
    return [_filled(value, request) for value in template]
