"""Rules of the templates, style sheets and scripts that can be read from their text."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import get_template

TEMPLATES = Path(settings.BASE_DIR) / "templates"
STATIC = Path(settings.BASE_DIR) / "static"
ALL = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
NAMES = [path.relative_to(TEMPLATES).as_posix() for path in ALL]
PAGES = [name for name in NAMES if name.endswith(".html")]
SCRIPTS = sorted(STATIC.glob("js/*.js"))
SHEETS = sorted(path for path in STATIC.glob("css/**/*.css") if "pdf" not in path.parts)

# Looked up by others under these names: allauth, Django's forms, and by status in config/views/errors.py.
FOUND_BY_NAME = ("429.html", "account/", "mfa/", "django/forms/", "errors/")
INLINE = {
    "a script in the page": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "a style in the page": re.compile(r"<style|\sstyle\s*=", re.IGNORECASE),
    "a handler in the page": re.compile(r"<[^>]*\son\w+\s*=", re.IGNORECASE),
    "code in an attribute": re.compile(r"hx-on|javascript:|[\"']js:", re.IGNORECASE),
}


def text_of(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_template_parses(name: str) -> None:
    assert get_template(name)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_inline_that_the_content_security_policy_forbids(name: str) -> None:
    text = text_of(name)

    assert [what for what, pattern in INLINE.items() if pattern.search(text)] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_form_that_posts_carries_the_token(name: str) -> None:
    forms = re.findall(r"<form\b(.*?)</form>", text_of(name), re.DOTALL)

    assert all("{% csrf_token %}" in form for form in forms if 'method="post"' in form)


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith(("components/", "frame/"))])
def test_component_says_first_what_it_needs(name: str) -> None:
    assert text_of(name).startswith("{# ")


def test_no_template_is_left_over() -> None:
    packages = [path.parent for path in Path(settings.BASE_DIR).glob("*/__init__.py")]
    python = [path for package in packages for path in package.rglob("*.py")]
    used = "\n".join(path.read_text(encoding="utf-8") for path in [*python, *ALL])
    looked_for = [name for name in NAMES if not name.startswith(FOUND_BY_NAME)]

    assert [name for name in looked_for if f'"{name}"' not in used and f'"{name}#' not in used] == []


@pytest.mark.parametrize("name", PAGES)
def test_static_files_of_a_template_exist(name: str) -> None:
    asked = re.findall(r"{% static [\"']([^\"']+)[\"']", text_of(name))

    assert [path for path in asked if finders.find(path) is None] == []


def test_every_class_of_ours_is_described_in_a_style_sheet() -> None:
    described = set(re.findall(r"\.(fb-[\w-]+)", "\n".join(path.read_text("utf-8") for path in SHEETS)))
    used = {name for page in PAGES for name in re.findall(r"(?<![\w-])fb-[a-z][\w-]*", text_of(page))}
    # a class that a template completes ("fb-tag--{{ kind }}") counts if any class begins like it
    used = {
        name
        for name in used
        if not (name.endswith(("-", "__")) and any(c.startswith(name) for c in described))
    }

    assert used <= described


def test_every_style_sheet_is_part_of_the_one_that_pages_load() -> None:
    entry = STATIC / "css" / "fallbruecke.css"
    imported = {
        (entry.parent / name).resolve() for name in re.findall(r'url\("([^"]+)"\)', entry.read_text("utf-8"))
    }

    assert set(SHEETS) - {entry} <= imported
    assert all(path.exists() for path in imported)


def test_every_script_is_part_of_the_one_that_pages_load() -> None:
    imported = set(re.findall(r'import "\./([^"]+)"', (STATIC / "js" / "main.js").read_text("utf-8")))

    assert imported == {path.name for path in SCRIPTS} - {"main.js"}


@pytest.mark.parametrize(("paths", "limit"), [(SCRIPTS, 100), (SHEETS, 200)], ids=["scripts", "style sheets"])
def test_scripts_and_style_sheets_stay_short(paths: list[Path], limit: int) -> None:
    assert [path.name for path in paths if len(path.read_text("utf-8").splitlines()) > limit] == []
