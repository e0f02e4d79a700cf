"""The description of the interface is complete, and the answers are as it says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from jsonschema import Draft4Validator

from agencies.models import Membership
from cases.models import AnalysisPdf, Case, CaseAnalysis, Interview
from tests.cases.api.calls import Api, of, said


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
            assert "403" in operation["responses"]
            assert ("404" in operation["responses"]) or "{" not in path


def test_answers_are_as_described(
    schema: dict[str, Any],
    shared_case: Case,
    lead: Membership,
    partner: Membership,
    leads_interview: Interview,
    leads_analysis: CaseAnalysis,
    leads_pdf: AnalysisPdf,
) -> None:
    ids = {
        "case_id": shared_case.pk,
        "interview_id": leads_interview.pk,
        "analysis_id": leads_analysis.pk,
        "pdf_id": leads_pdf.pk,
    }
    for template, methods in schema["paths"].items():
        if "get" not in methods:
            continue
        for who in (lead, partner):
            response = Api(who).get(template.format(**ids))
            described = methods["get"]["responses"][str(response.status_code)]["content"]["application/json"]
            _validate(
                said(response) | {"code": ""} if response.status_code >= 400 else said(response),
                described,
                schema,
            )


def test_an_error_is_as_described(schema: dict[str, Any], case: Case, lead: Membership) -> None:
    for response in (Api(lead).post("cases/"), Api(lead).get(of(case, "nowhere/"))):
        _validate(json.loads(response.content), {"schema": {"$ref": "#/components/schemas/Error"}}, schema)


def _validate(body: Any, described: dict[str, Any], document: dict[str, Any]) -> None:
    """Nothing missing, nothing undescribed, nothing of another type."""
    components = _closed(document["components"])
    Draft4Validator({**_closed(described["schema"]), "components": components}).validate(body)


def _closed(schema: Any) -> Any:
    """OpenAPI 3.0 as JSON Schema: null where it is allowed, no property beyond those described."""
    if isinstance(schema, list):
        return [_closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: _closed(value) for name, value in schema.items()}
    if "properties" in closed:
        closed["additionalProperties"] = False
    return {"anyOf": [closed, {"type": "null"}]} if closed.pop("nullable", False) is True else closed
