"""Reading the environment: what is understood, and the sentence when it is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config import env

LONG = "x" * 50


def test_empty_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAME", "  ")

    assert env.text("NAME", "default") == "default"
    with pytest.raises(env.MissingSetting, match="NAME fehlt"):
        env.text("NAME")


def test_a_secret_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{LONG}\n")
    monkeypatch.setenv("KEY_FILE", str(tmp_path / "key"))

    assert env.secret("KEY") == LONG


def test_a_file_that_is_not_there_is_named_by_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEY_FILE", "/does/not/exist")

    with pytest.raises(env.BadSetting, match="KEY_FILE ist falsch gesetzt: Die Datei ist nicht lesbar"):
        env.secret("KEY")


def test_a_short_secret_is_refused_without_being_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEY", "hunter2")

    with pytest.raises(env.BadSetting, match="mindestens 50 Zeichen") as refusal:
        env.secret("KEY")
    assert "hunter2" not in str(refusal.value)


@pytest.mark.parametrize(
    ("value", "meaning"), [("1", True), ("True", True), ("on", True), ("0", False), ("no", False)]
)
def test_yes_and_no(monkeypatch: pytest.MonkeyPatch, value: str, *, meaning: bool) -> None:
    monkeypatch.setenv("SWITCH", value)

    assert env.boolean("SWITCH", default=not meaning) is meaning


def test_neither_yes_nor_no_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SWITCH", "vielleicht")

    with pytest.raises(env.BadSetting, match="SWITCH"):
        env.boolean("SWITCH", default=False)


def test_words_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSTS", "a.example, b.example,")

    assert env.words("HOSTS") == ["a.example", "b.example"]


def test_a_database_address_is_read_as_libpq_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DB", "postgresql://app:p%40ss@db.example:5433/cases?sslmode=require")

    assert env.database("DB") == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "cases",
        "USER": "app",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_database_may_be_reached_by_a_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DB", "postgresql://app@/cases?host=%2Frun%2Fpg")

    assert env.database("DB")["HOST"] == "/run/pg"


def test_the_owner_is_the_application_where_only_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DB", "postgresql:///cases")

    assert env.database("OWNER", default_from="DB")["NAME"] == "cases"


@pytest.mark.parametrize("address", ["mysql://x/y", "postgresql://", "postgresql://a?b?c", "cases"])
def test_other_addresses_are_no_database(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DB", address)

    with pytest.raises(env.BadSetting, match="DB"):
        env.database("DB")


@pytest.mark.parametrize(
    ("url", "broker"),
    [
        ("redis://r:6379/0", "redis://r:6379/0"),
        ("rediss://:pw@r/0", "rediss://:pw@r/0"),
        ("unix:///run/r.sock?db=0", "redis+socket:///run/r.sock?virtual_host=0"),
        ("unix:///run/r.sock", "redis+socket:///run/r.sock?virtual_host=0"),
    ],
)
def test_the_broker_gets_a_socket_in_its_own_words(url: str, broker: str) -> None:
    assert env.celery_url(url) == broker


def test_another_broker_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_URL", "amqp://r")

    with pytest.raises(env.BadSetting, match="REDIS_URL"):
        env.redis("REDIS_URL")


def test_a_password_may_stand_in_a_file_or_be_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert env.text("WORD", "") == ""
    (tmp_path / "word").write_text("geheim\n")
    monkeypatch.setenv("WORD_FILE", str(tmp_path / "word"))

    assert env.text("WORD", "") == "geheim"


@pytest.mark.parametrize("value", ["0", "-1", "65536", "viele", "²"])
def test_a_number_out_of_range_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PORT", value)

    with pytest.raises(env.BadSetting, match="PORT ist falsch gesetzt: Erwartet wird eine Zahl von 1 bis"):
        env.number("PORT", default=587, at_most=65_535)


def test_one_word_of_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIND", "TLS")
    assert env.one_of("KIND", choices=("tls", "plain"), default="plain") == "tls"
    monkeypatch.setenv("KIND", "ssl")

    with pytest.raises(env.BadSetting, match="eines von: tls, plain"):
        env.one_of("KIND", choices=("tls", "plain"), default="plain")


@pytest.mark.parametrize("value", ["Fallbrücke <fb@kreis-lippe.example>", "fb@kreis-lippe.example"])
def test_a_mail_address(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SENDER", value)

    assert env.mail_address("SENDER") == value


def test_no_mail_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDER", "fallbruecke")

    with pytest.raises(env.BadSetting, match="SENDER"):
        env.mail_address("SENDER")


@pytest.mark.parametrize("missing", ["EMAIL_HOST", "EMAIL_FROM"])
def test_without_a_mail_server_only_the_demo_starts(missing: str) -> None:
    command = [sys.executable, "-c", "import config.settings"]
    environment = {**os.environ, missing: ""}

    refused = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert f"Die Umgebungsvariable {missing} fehlt" in refused.stderr
    subprocess.run(command, env={**environment, "FALLBRUECKE_DEMO": "1"}, check=True)
