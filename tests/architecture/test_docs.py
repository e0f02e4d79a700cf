"""What the documentation names is there: files, decisions, words of the code, labels of the pages."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from babel.messages.pofile import read_po

from tests.architecture.sources import APPS, ROOT, name, python_files

# Where somebody wrote text; installed packages, data and what others wrote lie elsewhere.
FOLDERS = (*APPS, "bench", "docs", "script", "static/css", "templates", "tests")
DOCUMENTS = sorted(
    {*ROOT.glob("*.md"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.md"))}
)
HANDBOOK = sorted((ROOT / "docs" / "handbook").glob("*.md"))

LONGEST_README = 60
LONGEST_README_OF_AN_APP = 40
LONGEST_DECISION = 60

CODE_BLOCK = re.compile(r"^```.*?^```|^(?: {4}|\t).*?$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
FILE = re.compile(r"`([\w.-]+/[\w./-]+\.(?:css|html|js|json|md|po|py|sh|svg|toml))`")
DATA = ("var/", ".venv/", "static/vendor/")
# A path of one machine, or a copy of a plan: neither is there for other readers.
ELSEWHERE = re.compile(
    r"(?<![\w./*:-])/(?:home|media|mnt|root|tmp|work|Users)/"
    r"|\b(?:issue|ticket) #?\d+\b|\bdesign\.md\b|\bsection \d of the design\b",
    re.IGNORECASE,
)


def text(document: Path) -> str:
    """The document without its examples."""
    return CODE_BLOCK.sub("", document.read_text(encoding="utf-8"))


def anchors(document: Path) -> set[str]:
    """What a link can jump to: the headings, as the usual viewers name them."""
    titles = re.findall(r"^#+ (.+)$", text(document), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def german_labels() -> set[str]:
    """Every text that the German pages can show, those with a singular and a plural apart."""
    with (ROOT / "locale" / "de" / "LC_MESSAGES" / "django.po").open("rb") as catalogue:
        return {
            message.string for message in read_po(catalogue, locale="de") if isinstance(message.string, str)
        }


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_links_lead_somewhere(document: Path) -> None:
    for link in LINK.findall(text(document)):
        if re.match(r"https?:|mailto:", link):
            assert link.startswith("https:"), link
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (document.parent / path).resolve() if path else document
        assert target.is_relative_to(ROOT), link
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_files_that_are_named_exist(document: Path) -> None:
    named = [path for path in FILE.findall(text(document)) if not path.startswith(DATA)]
    assert [
        path for path in named if not (ROOT / path).exists() and not (document.parent / path).exists()
    ] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_pages_speak_of_this_project_alone(document: Path) -> None:
    assert ELSEWHERE.findall(document.read_text(encoding="utf-8")) == []


def test_readme_is_short_and_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(readme.splitlines()) <= LONGEST_README
    assert "script/server" in readme
    assert "script/test" in readme


def test_each_app_says_in_short_what_it_is_for() -> None:
    present = [app for app in APPS if (ROOT / app / "__init__.py").exists()]
    lengths = {
        app: len((ROOT / app / "README.md").read_text(encoding="utf-8").splitlines()) for app in present
    }
    assert {app for app, lines in lengths.items() if lines > LONGEST_README_OF_AN_APP} == set()


def test_decisions_are_numbered_without_gaps() -> None:
    files = sorted((ROOT / "docs" / "decisions").iterdir())
    assert [path.name for path in files if not re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name)] == []
    assert [int(path.name[:4]) for path in files] == list(range(1, len(files) + 1))


def test_a_decision_says_context_decision_and_consequence_on_one_page() -> None:
    for path in (ROOT / "docs" / "decisions").glob("*.md"):
        content = path.read_text(encoding="utf-8")
        assert content.startswith(f"# {path.name[:4]} "), path.name
        assert len(content.splitlines()) <= LONGEST_DECISION, path.name
        for part in ("Context", "Decision", "Consequence"):
            assert re.search(rf"^(?:\*\*{part}\.\*\*|## {part})", content, re.MULTILINE), (
                f"{path.name}: {part}"
            )


def test_words_of_the_glossary_are_words_of_the_code() -> None:
    rows = re.findall(
        r"^\| [^|]+ \| `(\w+)`[^|]* \|", (ROOT / "docs" / "glossary.md").read_text(), re.MULTILINE
    )
    code = "\n".join(path.read_text(encoding="utf-8") for path in python_files(*APPS))
    assert len(rows) >= 20
    assert [
        word for word in rows if not re.search(rf"^(?:class|def|    ) ?{word}\b", code, re.MULTILINE)
    ] == []


@pytest.mark.parametrize("document", HANDBOOK, ids=name)
def test_the_handbook_names_labels_as_the_pages_show_them(document: Path) -> None:
    bold = [" ".join(words.split()) for words in re.findall(r"\*\*(.+?)\*\*", text(document), re.DOTALL)]
    assert [label for label in bold if label not in german_labels()] == []
