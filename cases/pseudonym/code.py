"""The code that a paper is called by; it is drawn, so that it says nothing about case or person."""

import secrets

# Without vowels, so that no word comes of it, and without letters that look or sound alike.
LETTERS = "BCDFGHKLMNPRSTWX"
LENGTH = 8


def new_code() -> str:
    """Eight letters: one of four thousand million."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
