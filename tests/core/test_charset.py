"""A body that claims a character set which is none is read as UTF-8."""

import pytest
from django.test import Client

from agencies.models import Membership
from tests.factories import client_for


@pytest.mark.parametrize("charset", ["zlib", "rot13", "utf-16", "x"])
def test_the_page_is_the_same(charset: str, lead: Membership) -> None:
    header = f"application/x-www-form-urlencoded; charset={charset}"

    answer = client_for(lead).generic("GET", "/cases/", content_type=header, QUERY_STRING="phase=planning")

    assert answer.status_code == 200
    assert answer.context["form"].cleaned_data["phase"] == "planning"


def test_a_form_is_read(db: None) -> None:
    form = b"login=%C3%A4&password=x"

    kind = "application/x-www-form-urlencoded; charset=zlib"
    answer = Client().generic("POST", "/accounts/login/", form, content_type=kind)

    assert answer.status_code == 200
    assert answer.context["form"]["login"].value() == "ä"
