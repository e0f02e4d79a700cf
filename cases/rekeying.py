"""Making the search keys of all persons anew: once when the table comes, and whenever the rules of sound change."""

import json

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from cases.search_key import stored_keys

BATCH = 2000
NEXT = """
SELECT id, given_names, family_name, aliases, birth FROM cases_migrant
WHERE %(after)s::uuid IS NULL OR id > %(after)s::uuid ORDER BY id LIMIT %(batch)s FOR NO KEY UPDATE
"""
STORE = """
INSERT INTO cases_namekey AS stored (migrant_id, keys)
SELECT (row->>'id')::uuid, ARRAY(SELECT jsonb_array_elements_text(row->'keys'))
FROM jsonb_array_elements(%s::jsonb) AS row
ON CONFLICT (migrant_id) DO UPDATE SET keys = excluded.keys WHERE stored.keys <> excluded.keys
"""


def rekey(connection: BaseDatabaseWrapper) -> int:
    """Go through all persons, as the owner of the tables; the answer says how many there are."""
    after, done = None, 0
    while True:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(NEXT, {"after": after, "batch": BATCH})
            rows = cursor.fetchall()
            found = [{"id": str(key), "keys": _keys(*names)} for key, *names in rows]
            cursor.execute(STORE, [json.dumps(found)])
        if not rows:
            return done
        after, done = rows[-1][0], done + len(rows)


def _keys(given_names: str, family_name: str, aliases: list[str], birth: str) -> list[str]:
    return stored_keys(given_names, family_name, *aliases, birth=birth)
