"""The small words of the templates."""

import pytest

from core.templatetags.fallbruecke import crumbs, initials, local_part


@pytest.mark.parametrize(
    ("name", "letters"), [("Katrin Wiesner", "KW"), ("Amal", "A"), ("", ""), ("Ana de la Cruz", "AC")]
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_local_part_of_an_address() -> None:
    assert local_part("jobcenter@demo.fallbruecke.example") == "jobcenter"


def test_crumbs_come_in_pairs() -> None:
    assert crumbs("Cases", "/cases/") == {"steps": [("Cases", "/cases/")]}
    with pytest.raises(ValueError, match="zip"):
        crumbs("Cases")
