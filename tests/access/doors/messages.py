"""Doors: mails and notices."""

from tests.access import api_bodies, forms
from tests.access.door import EVERYBODY, PUBLIC, SIGNED_IN, SIGNED_OUT, get, post

# A notice is for one person; nobody else knows that it is there.
NOT_HERS = {who: 404 for who in EVERYBODY if who not in {*SIGNED_OUT, "ended", "lead"}}
NOBODY_ACTS = {"ended": 403}

DOORS = [
    get("notices", SIGNED_IN, differing=NOBODY_ACTS),
    post("notices_read", SIGNED_IN, done=303, form=forms.nothing, differing=NOBODY_ACTS),
    post("notice_open", SIGNED_IN, done=303, form=forms.nothing, differing=NOT_HERS | NOBODY_ACTS),
    get("mails", "role:manage_access"),
    post("mail_again", "role:manage_access", done=302, form=forms.nothing),
    get("demo_mails", PUBLIC),
    get("demo_mail", PUBLIC),
    get("api:notices", SIGNED_IN),
    post("api:notices_read", SIGNED_IN, form=api_bodies.nothing),
    post("api:notice_read", SIGNED_IN, form=api_bodies.nothing, differing=NOT_HERS),
]
