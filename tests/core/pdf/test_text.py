"""What becomes of characters before they are set."""

import pytest

from core.pdf.fonts import families, shapes
from core.pdf.text import ZERO_WIDTH_SPACE, breakable, direction, printable
from tests.core.pdf.papers import paper, text_of

LATIN = frozenset(range(0x20, 0x17F)) | {0xFFFD, 0x1EB9}


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Straße", "Straße"),
        ("a\x00b\x1bc", "a�b�c"),
        ("lone \ud800 surrogate", "lone � surrogate"),
        ("\ufffe\ufdd0", "��"),
        ("one\r\ntwo\rthree\u2028four\u2029five\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("name\u202etxt.exe\u202c", "nametxt.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("mark\u200e\u200f joiner\u200c", "mark\u200e\u200f joiner\u200c"),
        ("smile 😀", "smile �"),
        ("family 👨‍👩‍👧 and flag 🇺🇦", "family � and flag �"),
        ("e\u0301", "é"),
    ],
)
def test_printable(given: str, shown: str) -> None:
    assert printable(given, shapes=LATIN) == shown


def test_shipped_fonts_cover_the_scripts_of_those_who_come() -> None:
    for text in (
        "Łódź Şırnak Nguyễn",
        "Їжакевич Ґалаґан Ћирић",
        "سلمى کوردی پښتو",
        "ትግርኛ",
        "ქართული",
        "Հայաստան",
        "✓ ☐ ⚠ →",
    ):
        assert printable(text, shapes=shapes()) == text
    assert "Noto Sans Arabic" in families()


def test_citation_stays_together() -> None:
    assert breakable("§ 25 Abs. 2 AufenthG") == "§\u00a025 Abs.\u00a02 AufenthG"
    assert breakable("SGB II und § X") == "SGB\u00a0II und §\u00a0X"


def test_endless_word_gets_places_to_break() -> None:
    word = "x" * 10_000
    pieces = breakable(word).split(ZERO_WIDTH_SPACE)
    assert "".join(pieces) == word
    assert max(map(len, pieces)) <= 20
    assert breakable("Fachkräfteeinwanderungsgesetz") == "Fachkräfteeinwanderungsgesetz"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Frau", "ltr"),
        ("سلمى Müller", "rtl"),
        ("12.03. سلمى", "rtl"),
        ("Їжак", "ltr"),
        ("עברית", "rtl"),
        ("2026", "ltr"),
        ("", "ltr"),
    ],
)
def test_direction_follows_the_first_letter(text: str, way: str) -> None:
    assert direction(text) == way


@pytest.mark.parametrize(
    "text",
    [
        "سلمى عبد الرحمن الحسن",
        "لقد أخبرت كل مكتب بكل شيء",
        "سيّد محمّد العربيّة",
        "یک سال است که اینجا هستم",
        "کوردی پښتو اُردو گفتگو",
        "Олександра Ґалаґан-Їжакевич",
        "Nguyễn Thị Ánh, Łukasz Żółć, Çağla Şimşek",
        "ትግርኛ ቋንቋ",
        "ქართული ენა",
        "Häufige Füße fließen",
    ],
)
def test_text_comes_out_as_it_went_in(text: str) -> None:
    assert text in text_of(paper(f'<p dir="auto">{text}</p>'))
