"""What identifies a person: known facts do not survive, suspicions are pointed out, harmless words stay."""

import pytest
from django.utils.translation import override

from cases.pseudonym.cleaning import Cleaner, Finding
from cases.pseudonym.code import LENGTH, new_code
from cases.pseudonym.facts import KnownFacts
from cases.pseudonym.places import region_of
from tests.cases.pseudonym.traps import FACTS, HARMLESS, POINTED_OUT, REPLACED


def cleaned(text: str, facts: KnownFacts = FACTS) -> tuple[str, list[Finding]]:
    cleaner = Cleaner(facts)
    with override("de"):
        return cleaner.clean(text, section="Anlass"), cleaner.findings


def test_the_table_is_long_enough() -> None:
    assert len(REPLACED) + len(POINTED_OUT) >= 80


@pytest.mark.parametrize(("text", "gone"), REPLACED)
def test_what_is_known_does_not_survive(text: str, gone: str) -> None:
    assert gone in text
    clean, findings = cleaned(text)
    assert gone not in clean
    assert any(finding.replacement is not None for finding in findings)


@pytest.mark.parametrize(("text", "found", "kind"), POINTED_OUT)
def test_what_is_suspected_is_pointed_out_and_stays(text: str, found: str, kind: str) -> None:
    clean, findings = cleaned(text)
    assert [(each.found, each.kind) for each in findings if each.replacement is None] == [(found, kind)]
    assert found in clean


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_words_stay_and_trouble_nobody(text: str) -> None:
    assert cleaned(text) == (text, [])


def test_the_rest_of_the_sentence_stays() -> None:
    text = "Herr Tesfay aus Detmold bekam am 12.02.2025 Post von Frau Wiesner."
    assert (
        cleaned(text)[0] == "Herr [Name] aus [Lippe-Mitte] bekam im Februar 2025 Post von Frau [Fachkraft]."
    )


def test_a_sentence_that_begins_with_a_day_still_begins_one() -> None:
    assert cleaned("Am 12.02.2025 kam Post.")[0] == "Im Februar 2025 kam Post."


def test_a_finding_shows_the_words_around_it() -> None:
    (finding,) = cleaned("Es half Herr Berhane aus dem Verein.")[1]
    assert (finding.before, finding.found, finding.after) == ("Es half Herr ", "Berhane", " aus dem Verein.")
    assert finding.section == "Anlass"


def test_known_lage_is_a_place_only_where_it_is_one() -> None:
    facts = KnownFacts(municipality="Lage")
    assert cleaned("Die Lage der Familie in Lage", facts)[0] == "Die Lage der Familie in [Lippe-West]"


def test_a_region_is_never_a_single_place() -> None:
    assert region_of("Detmold") == region_of("Lemgo") != region_of("Blomberg")
    assert region_of("Bielefeld") == "Kreis Lippe"


def test_long_text_is_read_in_time() -> None:
    text = "Der Antrag von Herrn Tesfay liegt seit dem 12.02.2025 vollständig vor, in Detmold. " * 120
    assert "Tesfay" not in cleaned(text)[0]


def test_codes_say_nothing_and_differ() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(len(code) == LENGTH and code.isalpha() and code.isupper() for code in codes)
    assert not set("".join(codes)) & set("AEIOUQVJYZ01")


def test_a_name_recorded_in_cyrillic_is_recognised_in_latin_letters() -> None:
    facts = KnownFacts(names=("Наталія Шевченко",))
    for written in ("Schewtschenko", "Shevchenko", "Natalija"):
        assert written not in cleaned(f"Gestern kam {written}.", facts)[0]


def test_of_a_blocked_person_not_even_the_part_of_the_kreis_is_told() -> None:
    facts = KnownFacts(municipality="Detmold", blocked=True)
    assert cleaned("Sie wohnt in Detmold.", facts)[0] == "Sie wohnt in [Kreis Lippe]."
