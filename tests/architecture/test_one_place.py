"""What is said in one place only: guardian, row reads by `visible_to`, the trail, the work without an agency."""

import re

import pytest
from django.apps import apps

from tests.architecture.sources import APPS, imports, name, python_files

# Screens, documents and everything that composes them: they read through the rule.
READERS = ("views", "api", "forms", "reports")


def importing(module: str) -> set[str]:
    """Our files that import a module or something from it."""
    return {
        name(path)
        for path in python_files(*APPS)
        for _, found in imports(path)
        if found == module or found.startswith(f"{module}.")
    }


def containing(pattern: str, *, where: tuple[str, ...] = APPS, below: tuple[str, ...] = ()) -> set[str]:
    """Our files in which the pattern stands, with the match."""
    files = [path for path in python_files(*where) if not below or set(below) & set(path.parts)]
    return {f"{name(path)}: {match}" for path in files for match in re.findall(pattern, path.read_text())}


def test_guardian_is_asked_in_one_module() -> None:
    # The other one is the model of the view that it reads.
    assert importing("guardian") == {"agencies/grants.py", "cases/models/grant.py"}


@pytest.mark.parametrize(
    "shortcut", ["get_objects_for_user(", "get_objects_for_group(", "assign_perm(", "has_perm("]
)
def test_no_other_way_to_ask_for_permissions(shortcut: str) -> None:
    found = {line.split(":")[0] for line in containing(re.escape(shortcut))}
    assert found - {"agencies/grants.py"} == set()


def test_screens_take_no_whole_table() -> None:
    assert containing(r"\w+\.objects\.all\(", below=READERS) == set()
    assert containing(r"_(?:default|base)_manager", below=READERS) == set()


def test_what_has_a_rule_is_read_through_it() -> None:
    ruled = [
        model.__name__ for model in apps.get_models() if hasattr(model._default_manager.all(), "visible_to")
    ]
    assert {"Case", "Interview", "AnalysisRow", "ResidencePeriod", "Draft"} <= set(ruled)
    assert (
        containing(rf"\b(?:{'|'.join(ruled)})\.objects\.(?!visible_to\b|none\b)\w+", below=READERS) == set()
    )


def test_row_level_security_is_not_by_passed_by_the_owner() -> None:
    by_owner = {line.split(":")[0] for line in containing(r"""["']owner["']""")}
    allowed = {"config/settings.py"}
    assert {
        file
        for file in by_owner - allowed
        if not file.startswith(("core/dev/", "cases/scale/", "core/management/", "cases/management/"))
    } == set()


def test_entries_of_the_trail_are_written_in_one_module() -> None:
    assert containing(r"(?<!class )\bEntry\(|Entry\.objects\.(?:create|bulk_create|update|delete)") == {
        "audit/trail.py: Entry("
    }


def test_functions_with_the_owners_rights_are_called_in_one_module() -> None:
    functions = "next_case_number|unfinished_pdfs|expired_pdfs|cases_with_a_changed_basis"
    assert containing(rf"SELECT .*\b({functions})\(") == {
        f"cases/without_agency.py: {function}" for function in functions.split("|")
    }


def test_time_is_asked_in_berlin() -> None:
    """`date.today()` is the server's day; the day of the transaction is core.today's."""
    assert {line.split(":")[0] for line in containing(r"date\.today\(|datetime\.now\(\)|utcnow\(")} == set()
