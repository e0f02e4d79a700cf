"""Doors: the pseudonymised paper."""

from tests.access import api_bodies, forms
from tests.access.door import READ, get, post

DOORS = [
    get("cases:paper_new", READ),
    post("cases:paper_new", READ, done=303, form=forms.nothing, shows=""),
    get("api:pseudonymised", READ),
    post("api:pseudonymised", READ, done=202, form=api_bodies.nothing),
]
