"""German words are divided where a reader expects it."""

from itertools import pairwise

import pytest

from core.pdf.hyphens import GermanWords


def divided(word: str) -> str:
    cuts = [0, *GermanWords().positions(word), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(cuts))


@pytest.mark.parametrize(
    "word",
    [
        "Grund-qua-li-fi-ka-tion",
        "Be-rufs-sprach-kurs",
        "Bun-des-agen-tur",
        "An-sprech-partner",
        "Stra-ßen-ver-kehrs-amt",
        "Aus-län-der-be-hörde",
        "In-te-gra-ti-ons-zen-trum",
        "Ge-mein-schafts-un-ter-kunft",
    ],
)
def test_compound_is_divided_at_its_seams(word: str) -> None:
    assert divided(word.replace("-", "")) == word


@pytest.mark.parametrize("word", ["Amt", "Олександра", "x", "123456789", "Arbeit" * 20])
def test_what_is_no_long_german_word_stays_whole(word: str) -> None:
    assert divided(word) == word
