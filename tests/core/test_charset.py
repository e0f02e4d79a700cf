"""A body in a character set that is none."""

import pytest
from django.test import Client

from agencies.models import Membership
from tests.factories import client_for


@pytest.mark.parametrize("charset", ["zlib", "rot13", "utf-16", "x"])
@pytest.mark.parametrize("address", ["/cases/?phase=planning", "/api/v1/cases/?phase=planning"])
def test_another_charset_is_refused(charset: str, address: str, lead: Membership) -> None:
    answer = client_for(lead).get(address, CONTENT_TYPE=f"text/plain; charset={charset}")

    assert answer.status_code == 400


def test_utf_8_is_spoken(db: None) -> None:
    answer = Client().post(
        "/accounts/login/", b"login=%C3%A4", content_type="application/x-www-form-urlencoded; charset=UTF-8"
    )

    assert answer.status_code == 200
