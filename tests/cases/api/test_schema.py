"""The description of the interface is complete, and the answers are as it says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from agencies.models import Membership
from cases.models import Case
from tests.cases.api.calls import Api, of
from tests.cases.api.described import differences


@pytest.fixture
def schema(lead: Membership) -> dict[str, Any]:
    """The document as it is served."""
    response = Api(lead).get("schema/")
    assert response.headers["Content-Type"] == "application/json"
    document: dict[str, Any] = json.loads(response.content)
    return document


def test_it_can_be_drawn_without_a_warning(tmp_path: Path) -> None:
    call_command("spectacular", validate=True, fail_on_warn=True, file=str(tmp_path / "schema.yaml"))
    assert (tmp_path / "schema.yaml").stat().st_size


def test_every_operation_says_what_it_does_and_what_can_go_wrong(schema: dict[str, Any]) -> None:
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            assert operation["description"], (method, path)
            assert re.fullmatch("[a-z_]+", operation["operationId"])
            # Whether the application is well, everybody may know.
            assert "403" in operation["responses"] or operation["operationId"] == "health"
            assert ("404" in operation["responses"]) or "{" not in path


@pytest.mark.parametrize("person", ["lead", "partner", "moderator"])
def test_answers_are_as_described(
    person: str, schema: dict[str, Any], shared_case: Case, request: pytest.FixtureRequest
) -> None:
    ids = {
        "catalogue": "legal-bases",
        "text_id": request.getfixturevalue("basis").pk,
        "agency_id": shared_case.lead_agency_id,
        "case_id": shared_case.pk,
        "interview_id": request.getfixturevalue("leads_interview").pk,
        "analysis_id": request.getfixturevalue("leads_analysis").pk,
        "pdf_id": request.getfixturevalue("leads_pdf").pk,
    }
    api = Api(request.getfixturevalue(person))
    for template, methods in schema["paths"].items():
        if "get" in methods:
            response = api.get(template.format(**ids))
            described = methods["get"]["responses"][str(response.status_code)]["content"]["application/json"]
            assert differences(json.loads(response.content), described["schema"], schema, at=template) == []


def test_an_error_is_as_described(schema: dict[str, Any], case: Case, lead: Membership) -> None:
    for response in (Api(lead).post("cases/"), Api(lead).get(of(case, "nowhere/"))):
        error = {"$ref": "#/components/schemas/Error"}
        assert differences(json.loads(response.content), error, schema) == []
