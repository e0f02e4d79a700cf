"""Writing an analysis: an agency's own work, row by row shared or kept."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from agencies.models import Membership
from audit.models.entry import Verb
from cases.actions.write_analysis import write_analysis
from cases.analysis_content import AnalysisContent
from cases.models import AnalysisRow, AnalysisText, Case, CaseAnalysis
from core.refusal import Refusal
from core.today import today
from tests.factories import interview, take_up, working_as
from tests.trail import CANARY, no_entry, one_entry

CONTENT = AnalysisContent(
    as_of=today(),
    title="Erste Analyse",
    texts={"goals": "Ausbildung", "occasion": ""},
    rows={"work": {"need": "Praktikum", "shared": True}, "health": {"need": "Facharzt"}},
)


def write(
    case: Case, *, by: Membership, analysis: CaseAnalysis | None = None, **changed: Any
) -> CaseAnalysis:
    with working_as(by):
        return write_analysis(case, content=replace(CONTENT, **changed), by=by, analysis=analysis)


def rows(analysis: CaseAnalysis, *, seen_by: Membership) -> dict[str, str]:
    with working_as(seen_by):
        found = AnalysisRow.objects.visible_to(seen_by).filter(analysis=analysis)
        return {row.life_area: row.need for row in found}


def test_the_writer_sees_all_and_the_others_what_is_shared(
    shared_case: Case, lead: Membership, partner: Membership, reader: Membership
) -> None:
    analysis = write(shared_case, by=partner)
    assert rows(analysis, seen_by=partner) == {"work": "Praktikum", "health": "Facharzt"}
    assert rows(analysis, seen_by=lead) == {"work": "Praktikum"}
    assert rows(analysis, seen_by=reader) == {}
    with working_as(lead):
        assert not AnalysisText.objects.visible_to(lead).exists()
    with working_as(reader):
        assert not CaseAnalysis.objects.visible_to(reader).exists()


def test_an_empty_section_leaves_no_row(case: Case, lead: Membership) -> None:
    analysis = write(case, by=lead)
    with working_as(lead):
        assert [text.kind for text in analysis.texts.all()] == ["goals"]


def test_a_change_replaces_sections_and_rows(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    analysis = write(shared_case, by=partner)
    again = write(
        shared_case,
        by=partner,
        analysis=analysis,
        texts={"own_words": "Ich will"},
        rows={"work": {"need": "Betrieb"}},
    )
    assert again.pk == analysis.pk
    assert rows(again, seen_by=partner) == {"work": "Betrieb"}
    assert rows(again, seen_by=lead) == {}
    with working_as(partner):
        assert [text.kind for text in again.texts.all()] == ["own_words"]


def test_a_colleague_changes_what_the_agency_wrote(
    case: Case, lead: Membership, team_lead: Membership
) -> None:
    analysis = write(case, by=lead)
    changed = write(case, by=team_lead, analysis=analysis, title="Durchgesehen")
    assert (changed.title, changed.author) == ("Durchgesehen", lead)


def test_nobody_changes_what_another_agency_wrote(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    analysis = write(shared_case, by=partner)
    with no_entry(lead), pytest.raises(PermissionDenied):
        write(shared_case, by=lead, analysis=analysis)
    assert rows(analysis, seen_by=partner) == {"work": "Praktikum", "health": "Facharzt"}


def test_an_analysis_of_another_case_does_not_exist(case: Case, lead: Membership) -> None:
    elsewhere = write(take_up(lead), by=lead)
    with no_entry(lead), pytest.raises(Http404):
        write(case, by=lead, analysis=elsewhere)


def test_an_interview_of_another_case_does_not_exist(case: Case, lead: Membership) -> None:
    elsewhere = interview(take_up(lead), by=lead)
    with no_entry(lead), pytest.raises(Http404):
        write(case, by=lead, interviews=(elsewhere.pk,))


def test_an_interview_that_is_not_visible_does_not_exist(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    hidden = interview(shared_case, by=lead, kept=["work"])
    with no_entry(partner), pytest.raises(Http404):
        write(shared_case, by=partner, interviews=(hidden.pk,))


def test_it_names_the_interviews_it_rests_on(case: Case, lead: Membership) -> None:
    held = interview(case, by=lead)
    later = interview(case, by=lead)
    analysis = write(case, by=lead, interviews=(held.pk, later.pk))
    with working_as(lead):
        assert {each.interview for each in analysis.interviews.all()} == {held, later}
    write(case, by=lead, analysis=analysis, interviews=(later.pk,))
    with working_as(lead):
        assert [each.interview for each in analysis.interviews.all()] == [later]


def test_writing_and_changing_are_one_entry_each_without_content(
    shared_case: Case, partner: Membership
) -> None:
    words = {
        "situation": CANARY,
        "resources": CANARY,
        "need": CANARY,
        "agencies": CANARY,
        "deadline_note": CANARY,
    }
    content: dict[str, Any] = {
        "title": CANARY,
        "texts": {"goals": CANARY, "own_words": CANARY},
        "rows": {"work": words},
    }
    with one_entry(partner, Verb.CREATED, case=shared_case, about="CaseAnalysis", reason=""):
        analysis = write(shared_case, by=partner, **content)
    with one_entry(partner, Verb.CHANGED, case=shared_case, about="CaseAnalysis", reason=""):
        write(shared_case, by=partner, analysis=analysis, **{**content, "title": f"{CANARY} neu"})


def test_not_dated_in_the_future(case: Case, lead: Membership) -> None:
    with no_entry(lead), pytest.raises(Refusal) as refusal:
        write(case, by=lead, as_of=today() + timedelta(days=1))
    assert refusal.value.field == "as_of"


def test_not_without_a_word(case: Case, lead: Membership) -> None:
    with no_entry(lead), pytest.raises(Refusal):
        write(case, by=lead, texts={"goals": ""}, rows={})
