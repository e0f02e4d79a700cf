"""The variables that the development server sets for itself, and those that it leaves alone."""

import os
from pathlib import Path

import pytest

from core.dev import environment
from core.dev.cannot_start import CannotStart


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [*environment.NOTED, "DJANGO_SECRET_KEY"]:
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("FALLBRUECKE_VAR", str(tmp_path))
    return tmp_path


def test_what_is_not_set_leads_to_embedded_services(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.fill_for_server()

    assert environment.is_embedded_database()
    assert environment.is_embedded_broker()


def test_what_is_set_stays(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"):
        monkeypatch.setenv(name, f"somewhere for {name}")

    environment.fill_for_server()

    assert not environment.is_embedded_database()
    assert not environment.is_embedded_broker()


def test_a_database_without_an_owner_is_refused(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql:///somewhere")

    with pytest.raises(CannotStart, match="fehlt DATABASE_OWNER_URL"):
        environment.fill_for_server()


def test_the_secret_key_is_made_once_and_for_its_owner_alone(var: Path) -> None:
    environment.fill_for_server()
    first = (var / "secret_key").read_text()
    environment.fill_for_server()

    assert (var / "secret_key").read_text() == first
    assert len(first) >= 50
    assert (var / "secret_key").stat().st_mode & 0o077 == 0


def test_other_commands_find_the_running_server(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.fill_for_server()
    environment.note_for_other_commands()
    for name in environment.NOTED:
        monkeypatch.setenv(name, "")

    environment.fill_from_running_server()

    assert environment.is_embedded_database()


def test_whoever_names_a_database_gets_nothing_from_the_note(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (var / "dev.env").write_text("REDIS_URL=redis://elsewhere/0\n")
    monkeypatch.setenv("DATABASE_URL", "postgresql:///somewhere")

    environment.fill_from_running_server()

    assert os.environ["REDIS_URL"] == ""
