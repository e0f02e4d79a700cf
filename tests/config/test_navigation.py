"""The entry of the navigation under which a page is found is marked, and no other."""

import re

import pytest
from django.urls import reverse

from agencies.models import Membership
from tests.factories import client_for

MARKED = re.compile(r'<a[^>]*aria-current="[a-z]+"[^>]*>([^<]+)</a>')


@pytest.mark.parametrize(
    ("name", "marked"),
    [
        ("my_day", "Heute"),
        ("administration:agencies", "Stellen und Zugänge"),
        ("administration:carriers", "Stellen und Zugänge"),
        ("administration:import", "Stellen und Zugänge"),
        ("mails", "E-Mails"),
        ("notices", ""),
    ],
)
def test_the_entry_of_the_page_is_marked(name: str, marked: str, access_administrator: Membership) -> None:
    page = client_for(access_administrator).get(reverse(name)).content.decode()
    navigation = page[page.index("<nav") : page.index("</nav>")]
    assert [label.strip() for label in MARKED.findall(navigation)] == [marked][: bool(marked)]
