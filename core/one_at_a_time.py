"""What is asked first and written then is done by one after the other."""

from django.db import connection


def one_at_a_time(what: str) -> None:
    """Wait until nobody else does the same; a second click finds what the first wrote. Held until the commit."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [what])
