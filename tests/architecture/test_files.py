"""How the code is to read, as far as a test can tell (docs: twenty rules)."""

import ast
from pathlib import Path
from statistics import median

from django.apps import apps
from django.utils.translation import override

from tests.architecture.sources import (
    APPS,
    OURS,
    ROOT,
    functions,
    length,
    lines,
    name,
    python_files,
    tree,
)

LONGEST_FILE = 400
LONGEST_TEST_FILE = 300
LONGEST_FUNCTION = 40
LONGEST_VIEW = 25
LONGEST_SCRIPT = 100
MEDIAN_FILE = 60

# Names that say nothing about the content.
EMPTY_NAMES = {"utils", "helpers", "services", "managers", "misc", "common", "lib", "tools"}

# Where an import waits, and why.
LATE_IMPORTS: dict[str, str] = {}


def too_long(paths: list[Path], limit: int) -> dict[str, int]:
    return {name(path): lines(path) for path in paths if lines(path) > limit}


def own_files(folder: str, *endings: str) -> list[Path]:
    return [p for e in endings for p in (ROOT / folder).rglob(f"*.{e}") if "vendor" not in p.parts]


def test_no_file_is_longer_than_can_be_read() -> None:
    assert too_long(list(python_files(*APPS, "bench")), LONGEST_FILE) == {}
    assert too_long(own_files("templates", "html", "txt"), LONGEST_FILE) == {}
    assert too_long(own_files("static", "css"), LONGEST_FILE) == {}


def test_no_test_file_is_longer_than_can_be_read() -> None:
    assert too_long(list(python_files("tests")), LONGEST_TEST_FILE) == {}


def test_scripts_of_the_browser_are_short() -> None:
    assert too_long(own_files("static", "js"), LONGEST_SCRIPT) == {}


def test_most_files_are_short() -> None:
    assert median(lines(path) for path in python_files(*APPS)) <= MEDIAN_FILE


def test_no_function_is_longer_than_can_be_read() -> None:
    long = {
        f"{name(path)}:{function.name}": length(function)
        for path in python_files(*OURS)
        for function in functions(path)
        if length(function) > LONGEST_FUNCTION
    }
    assert long == {}


def test_views_are_thin() -> None:
    long = {
        f"{name(path)}:{function.name}": length(function)
        for path in python_files(*APPS)
        if "views" in path.parts
        for function in functions(path)
        if length(function) > LONGEST_VIEW
    }
    assert long == {}


def test_names_say_what_is_in_the_file() -> None:
    named = {name(path) for path in python_files(*OURS) if EMPTY_NAMES & {path.stem, *path.parent.parts}}
    assert named == set()


def test_imports_stand_at_the_top() -> None:
    late = {
        f"{name(path)}: {module}"
        for path in python_files(*OURS)
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for module in [getattr(node, "module", None) or node.names[0].name]
    }
    assert late == set(LATE_IMPORTS)


def test_each_action_is_a_file_with_its_verb() -> None:
    for path in python_files(*APPS):
        if path.parent.name == "actions" and path.stem != "__init__":
            verbs = {node.name for node in tree(path).body if isinstance(node, ast.FunctionDef)}
            assert path.stem in verbs, f"{name(path)} has no function of its name"


def test_actions_take_everything_but_their_subject_by_name() -> None:
    by_position = {
        f"{name(path)}:{node.name}"
        for path in python_files(*APPS)
        if path.parent.name == "actions"
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and len(node.args.args) > 1
    }
    assert by_position == set()


def test_each_action_has_its_test() -> None:
    tested = {path.stem for path in python_files("tests")}
    missing = {
        name(path)
        for path in python_files(*APPS)
        if path.parent.name == "actions" and path.stem != "__init__" and f"test_{path.stem}" not in tested
    }
    assert missing == set()


def test_models_and_fields_have_names_in_lower_case() -> None:
    with override("en"):
        named = {
            f"{model.__name__}.{getattr(thing, 'name', 'Meta')}": str(label)
            for model in apps.get_models()
            if model.__module__.split(".")[0] in APPS
            for thing, label in [
                (model, model._meta.verbose_name),
                (model, model._meta.verbose_name_plural),
                *((field, field.verbose_name) for field in model._meta.fields),
            ]
        }
    # An abbreviation keeps its capitals: "PDF of an analysis".
    capital = {key: label for key, label in named.items() if label[:1].isupper() and not label[1:2].isupper()}
    assert capital == {}


def test_one_model_per_family_and_file() -> None:
    """A models package has a file for each noun; the package itself only names them."""
    for path in python_files(*APPS):
        if path.parent.name == "models" and path.stem == "__init__":
            assert not [
                node for node in tree(path).body if isinstance(node, ast.ClassDef | ast.FunctionDef)
            ], name(path)
