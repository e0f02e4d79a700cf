"""What others wrote lies unchanged in static/vendor, with its licence, and says where it came from."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

VENDOR = Path(settings.BASE_DIR) / "static" / "vendor"
ENTRIES: list[dict[str, Any]] = json.loads((VENDOR / "VENDOR.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"])
def test_file_is_the_one_that_was_fetched(entry: dict[str, Any]) -> None:
    content = (VENDOR / entry["file"]).read_bytes()

    assert hashlib.sha256(content).hexdigest() == entry["sha256"]


def test_nothing_lies_there_unlisted() -> None:
    present = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}

    assert present == {entry["file"] for entry in ENTRIES} | {"VENDOR.json"}


def test_every_package_brings_its_licence_text() -> None:
    folders = {Path(entry["file"]).parts[0] for entry in ENTRIES}

    assert all(list((VENDOR / folder).glob("*/LICENSE*")) for folder in folders)


def test_versions_are_those_that_package_json_asks_for() -> None:
    wanted = json.loads((settings.BASE_DIR / "package.json").read_text(encoding="utf-8"))["devDependencies"]

    assert {entry["name"]: entry["version"] for entry in ENTRIES} == wanted


def test_lock_file_names_no_registry() -> None:
    lock = (settings.BASE_DIR / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in lock
    assert "registry" not in lock


def test_pages_ask_only_for_vendored_files_that_exist() -> None:
    static = settings.BASE_DIR / "static"
    sources = [*static.glob("css/**/*.css"), *(settings.BASE_DIR / "templates").rglob("*.html")]
    asked = {
        name for path in sources for name in re.findall(r"vendor/([\w./-]+\.\w+)", path.read_text("utf-8"))
    }

    assert asked
    assert asked <= {entry["file"] for entry in ENTRIES}
