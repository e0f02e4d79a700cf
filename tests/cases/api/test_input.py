"""What is no request of ours: too large, no JSON, half a character, a wrong format, a wrong method."""

import json
import zlib
from typing import Any

import pytest

from agencies.models import Membership
from cases.models import Case
from tests.cases.api.calls import ROOT, Answer, Api, of, problems

JSON = "application/json"


def _sent(lead: Membership, body: bytes, *, kind: str = JSON) -> Answer:
    # The client would write a body of its own charset.
    return Api(lead).client.generic("POST", ROOT + "cases/", body, content_type=kind)


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"\xff\xfe",
        b'{"migrant": NaN}',
        b'{"migrant": "\\ud800"}',
        b'{"\\udfff": 1}',
        b"[" * 100_000,
        b"9" * 5_000,
    ],
)
def test_what_is_no_json_is_refused(body: bytes, lead: Membership) -> None:
    response = _sent(lead, body)
    assert response.status_code == 400
    assert set(json.loads(response.content)) == {"detail", "code"}


@pytest.mark.parametrize("body", [b"[]", b'"A"', b"7", b"null", b"true", b"[[1]]"])
def test_a_body_is_an_object(body: bytes, lead: Membership) -> None:
    response = _sent(lead, body)
    assert response.status_code == 400
    assert json.loads(response.content)["detail"]


def test_it_reads_no_more_than_a_form_may_hold(lead: Membership, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert _sent(lead, b" " * 998 + b"{}").status_code == 400
    assert _sent(lead, b" " * 999 + b"{}").status_code == 413


@pytest.mark.parametrize("charset", ["zlib", "utf-7", "utf-16", "rot13", "nonsense"])
def test_the_charset_of_the_header_changes_nothing(charset: str, lead: Membership) -> None:
    packed = zlib.compress(b'{"a": 1}')
    assert _sent(lead, packed, kind=f"{JSON}; charset={charset}").status_code == 400
    assert set(problems(_sent(lead, b'{"a": 1}', kind=f"{JSON}; charset={charset}"))) >= {"a"}


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain", ""]
)
def test_only_json_is_read(kind: str, lead: Membership) -> None:
    assert _sent(lead, b"a=1", kind=kind).status_code == 415


@pytest.mark.parametrize(
    "accept", ["text/html", "text/csv", "application/pdf", "application/xml", "nonsense"]
)
def test_only_json_is_answered(accept: str, lead: Membership, case: Case) -> None:
    for address in ("cases/", of(case), "nowhere/", of(case, "?format=csv")):
        response = Api(lead).get(address, accept=accept)
        assert response.headers["Content-Type"] == JSON


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_a_method_that_is_not_offered_is_405(method: str, lead: Membership, case: Case) -> None:
    client = Api(lead).client
    for address in ("cases/", of(case), "agencies/"):
        response = getattr(client, method)(ROOT + address)
        assert response.status_code == 405
        assert set(json.loads(response.content)) == {"detail", "code"}


def test_head_is_answered_like_get_without_a_body(lead: Membership, case: Case) -> None:
    response = Api(lead).client.head(ROOT + of(case))
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize(
    "address",
    ["nowhere/", "cases", "cases/1/", "cases/%00/", "cases.json", "cases/x'/", "../../api/v2/cases/"],
)
def test_an_unknown_address_is_404_in_json(address: str, lead: Membership) -> None:
    response = Api(lead).get(address)
    assert response.status_code == 404
    assert response.headers["Content-Type"] == JSON


def test_a_method_in_a_header_or_field_changes_nothing(lead: Membership, case: Case) -> None:
    api = Api(lead)
    response = api.client.post(
        ROOT + of(case), {"_method": "DELETE"}, content_type=JSON, headers={"X-HTTP-Method-Override": "GET"}
    )
    assert response.status_code == 405


def test_all_that_is_wrong_is_said_at_once(lead: Membership) -> None:
    found = problems(Api(lead).post("cases/", {"migrant": {"sex": "x", "number": 1}, "id_": 1}))
    assert set(found) == {"migrant", "legal_basis", "id_"}
    assert set(found["migrant"]) == {"sex", "number", "family_name"}
