"""Which Debian packages are asked for."""

import pytest

from core.dev import system_packages
from core.dev.system_packages import missing_packages


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "_loads", lambda _library: False)
    monkeypatch.setattr("shutil.which", lambda _program: None)


@pytest.mark.usefixtures("bare_machine")
def test_the_application_needs_pango() -> None:
    assert missing_packages("server") == ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]


@pytest.mark.usefixtures("bare_machine")
def test_the_tests_need_a_browser_and_tools_besides() -> None:
    assert missing_packages("test")[3:] == [
        "chromium-headless-shell",
        "gettext",
        "poppler-utils",
        "redis-server",
    ]


@pytest.mark.usefixtures("bare_machine")
def test_a_python_without_venv_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "find_spec", lambda _name: None)

    assert missing_packages("server")[-1].endswith("-venv")
