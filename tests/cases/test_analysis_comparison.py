"""Two states of an analysis side by side."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from cases.analysis_comparison import Comparison, marked
from cases.analysis_content import AnalysisContent, ProposalContent

CONTENT = AnalysisContent(
    as_of=date(2026, 9, 14), title="Drei Ämter warten", texts={"goals": "bis zum Winter fahren"}
)


def test_words_that_differ_are_marked_and_the_rest_is_not() -> None:
    before, after = marked("bis zum Winter fahren", "bis zum Frühling wieder fahren")
    assert [piece.text for piece in before if piece.is_marked] == ["Winter "]
    assert [piece.text for piece in after if piece.is_marked] == ["Frühling wieder "]
    assert "".join(piece.text for piece in after) == "bis zum Frühling wieder fahren"


def test_only_what_differs_is_shown() -> None:
    changed = replace(
        CONTENT,
        texts={"goals": "fahren", "worked": "Der Anruf"},
        rows={"work": {"need": "Kurs", "shared": True}},
        proposal=ProposalContent(question="Wer zahlt?"),
    )
    comparison = Comparison(CONTENT, changed, names={})
    assert len(comparison.changed) == 4
    assert len(comparison.unchanged) == 18


def test_what_the_reader_does_not_see_has_no_name() -> None:
    key = uuid4()
    comparison = Comparison(CONTENT, replace(CONTENT, steps=(key,)), names={})
    (section,) = comparison.changed
    assert str(key) not in str(section)


def test_a_long_repetitive_text_is_compared_at_once() -> None:
    before, after = marked("ja " * 3300, "nein " + "ja " * 3300)
    assert "".join(piece.text for piece in after).startswith("nein ")
    assert before
