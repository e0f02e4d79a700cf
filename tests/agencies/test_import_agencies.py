"""A file with agencies: all lines or none, twice is once, and each mistake is named with its line."""

from pathlib import Path

import pytest

from agencies.actions.import_agencies import import_agencies
from agencies.agency_file import AgencyFile, read_agencies, text_of
from agencies.models import Agency, Membership
from agencies.roles import Role
from core.refusal import Refusal
from tests.factories import make_agency, make_membership, working_as
from tests.trail import entries_for

pytestmark = pytest.mark.django_db

REAL = Path("agencies/demo/agencies.csv").read_bytes()
HEADING = "carrier,agency,short_name,kind,legal_kind,duty_to_report_87,place"
GOOD = "Kreis Lippe,Pflegestützpunkt Lippe,Pflege,counselling,other,no,Lemgo"


def file_of(*lines: str) -> str:
    return "\n".join([HEADING, *lines])


def take_over(text: str, *, by: Membership) -> AgencyFile:
    with working_as(by):
        return import_agencies(text, seen=read_agencies(text).fingerprint, by=by)


def test_the_real_agencies_are_taken_over_and_the_second_time_nothing_changes() -> None:
    role = Role.ACCESS_ADMINISTRATOR
    access_administrator = make_membership(make_agency("Zentrale"), role, hat=role, central=True)
    before = Agency.objects.count()
    found = take_over(text_of(REAL), by=access_administrator)
    assert (found.new_count, Agency.objects.count() - before) == (34, 34)
    assert Agency.objects.get(short_name="KI Lippe").duty_to_report
    written = len(entries_for(access_administrator))
    again = take_over(text_of(REAL), by=access_administrator)
    assert (again.new_count, again.changed_count) == (0, 0)
    assert len(entries_for(access_administrator)) == written


def test_a_changed_line_changes_its_agency(access_administrator: Membership) -> None:
    take_over(file_of(GOOD), by=access_administrator)
    found = take_over(file_of(GOOD.replace("Lemgo", "Lage").replace(",no,", ",ja,")), by=access_administrator)
    assert [change.after for change in found.rows[0].changes] == ["ja", "Lage"]
    changed = Agency.objects.get(short_name="Pflege")
    assert (changed.place, changed.duty_to_report) == ("Lage", True)


def test_the_capitals_of_a_carrier_are_no_change(access_administrator: Membership) -> None:
    take_over(file_of(GOOD), by=access_administrator)
    again = read_agencies(file_of(GOOD.replace("Kreis Lippe", "KREIS  lippe", 1)))
    assert (again.problems, again.changed_count, again.new_count) == ([], 0, 0)


def test_a_cell_of_two_lines_is_refused() -> None:
    found = read_agencies(file_of(GOOD.replace("Pflegestützpunkt Lippe", '"Pflegestützpunkt\nLippe"')))
    assert [problem.line for problem in found.problems] == [3]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_as_spreadsheets_write_it(encoding: str, delimiter: str, end: str) -> None:
    text = end.join([HEADING, GOOD, ""]).replace(",", delimiter)
    found = read_agencies(text_of(text.encode(encoding)))
    assert found.problems == []
    assert found.rows[0].values["name"] == "Pflegestützpunkt Lippe"


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (GOOD.replace("counselling", "Behörde"), "counselling"),
        (GOOD.replace("other", ""), "Rechtliche Art"),
        (GOOD.replace(",no,", ",vielleicht,"), "ja oder nein"),
        (GOOD.replace("Pflegestützpunkt Lippe", "=HYPERLINK(1)"), "Formel"),
        (GOOD.replace("Lemgo", "@SUM(1)"), "Formel"),
        (GOOD.replace("Lemgo", "-1"), "Formel"),
        (GOOD + ",mehr", "8"),
        ("Kreis Lippe", "Felder"),
        (GOOD.replace("Pflege,", "P" * 61 + ","), "Zeichen"),
        (GOOD.replace("Lemgo", "Le\x07mgo"), "Zeichen"),
        (GOOD, "zweimal"),
        (GOOD.replace("Pflege,", "PFLEGE,"), "zweimal"),
        (GOOD.replace("Pflege,", "Anders,"), "zweimal"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_taken_over(
    line: str, word: str, access_administrator: Membership
) -> None:
    before = Agency.objects.count()
    found = read_agencies(file_of(GOOD, line))
    assert [problem.line for problem in found.problems] == [3]
    assert word in found.problems[0].sentence
    with pytest.raises(Refusal):
        take_over(file_of(GOOD, line), by=access_administrator)
    assert Agency.objects.count() == before


def test_another_agencys_name_is_a_mistake(jobcentre: Agency) -> None:
    found = read_agencies(file_of(GOOD.replace("Pflegestützpunkt Lippe", jobcentre.name)))
    assert jobcentre.short_name in found.problems[0].sentence


@pytest.mark.parametrize(
    "text",
    [
        "",
        HEADING,
        GOOD,
        HEADING.replace(",place", ""),
        HEADING.replace("carrier,agency", "agency,carrier"),
        HEADING + ",notes",
        f'{HEADING}\n"Kreis',
        "\n".join([HEADING, *[GOOD] * 501]),
    ],
    ids=["empty", "heading alone", "no heading", "column missing", "order", "column more", "quote", "many"],
)
def test_what_is_no_such_table_is_refused_as_a_whole(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_agencies(text)
    assert refused.value.field == "file"


@pytest.mark.parametrize("content", [HEADING.encode("utf-16"), b"PK\x03\x04\x00\x00", b"\x81\x8d"])
def test_another_encoding_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal):
        text_of(content)


def test_what_was_not_shown_is_not_done(access_administrator: Membership) -> None:
    take_over(file_of(GOOD), by=access_administrator)
    text = file_of(GOOD.replace("Lemgo", "Lage"))
    seen = read_agencies(text).fingerprint
    take_over(file_of(GOOD.replace("Lemgo", "Detmold")), by=access_administrator)
    with working_as(access_administrator), pytest.raises(Refusal):
        import_agencies(text, seen=seen, by=access_administrator)
    assert Agency.objects.get(short_name="Pflege").place == "Detmold"
