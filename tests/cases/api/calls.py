"""How tests call the interface: as one membership, with JSON, below /api/v1/."""

import json
from typing import Any

from django.test import Client
from django.test.utils import CaptureQueriesContext

from agencies.models import Membership
from audit.models import Entry
from audit.models.entry import Verb
from cases.models import Case
from tests.factories import client_for

# What Django's test client adds to a response, its types do not know.
Answer = Any

ROOT = "/api/v1/"
NO_STATEMENT = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "SET ")


class Api:
    """A program that has signed in as one membership, or as nobody."""

    def __init__(self, membership: Membership | None) -> None:
        self.client = client_for(membership) if membership else Client()

    def get(self, address: str, query: dict[str, str] | None = None, **headers: Any) -> Answer:
        """Read."""
        return self.client.get(_url(address), query, headers=headers)

    def post(self, address: str, body: Any = None) -> Answer:
        """Do."""
        return self.client.post(_url(address), body or {}, content_type="application/json")

    def put(self, address: str, body: Any) -> Answer:
        """Replace."""
        return self.client.put(_url(address), body, content_type="application/json")

    def delete(self, address: str, _body: Any = None) -> Answer:
        """Send DELETE; it has no body."""
        return self.client.delete(_url(address))


def of(case: Case, rest: str = "") -> str:
    """An address below a case."""
    return f"cases/{case.pk}/{rest}"


def said(response: Answer) -> Any:
    """What the answer says, without the code that is new each time."""
    body = json.loads(response.content)
    if isinstance(body, dict):
        body.pop("code", None)
    return body


def problems(response: Answer) -> Any:
    """What is wrong with which field; the answer must be a 400."""
    assert response.status_code == 400, response.content
    return said(response)["problems"]


def statements(queries: CaptureQueriesContext) -> list[str]:
    """The SQL statements of a response, as the design counts them."""
    return [query["sql"] for query in queries if not query["sql"].startswith(NO_STATEMENT)]


def entries() -> list[tuple[str, str]]:
    """What was done through the interface, out of the trail: verb and kind of object, in their order."""
    done = Entry.objects.filter(channel="api").exclude(verb=Verb.REFUSED)
    return list(done.order_by("at").values_list("verb", "object_type"))


def _url(address: str) -> str:
    return address if address.startswith("/") else ROOT + address
