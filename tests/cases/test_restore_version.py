"""Versions: each change leaves one, and an earlier one can be made the present one again."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Membership
from cases.actions.delete_step import delete_step
from cases.actions.restore_version import restore_version
from cases.actions.write_analysis import write_analysis
from cases.analysis_basis import present_content
from cases.analysis_content import AboutBreakPoint, AnalysisContent, ProposalContent
from cases.models import AnalysisRow, Case, CaseAnalysis
from core.refusal import Outdated
from core.today import today
from tests.cases.test_write_analysis import CONTENT, rows, write
from tests.factories import analysis, break_point, full_analysis, interview, step, working_as


def restore(written: CaseAnalysis, number: int, *, by: Membership) -> CaseAnalysis:
    with working_as(by):
        version = written.versions.select_related("analysis").get(number=number)
        return restore_version(version, case=written.case, by=by)


def numbers(written: CaseAnalysis, *, reader: Membership) -> list[int]:
    with working_as(reader):
        return [each.number for each in written.versions.order_by("number")]


def test_a_save_that_says_the_same_leaves_no_version(case: Case, lead: Membership) -> None:
    written = write(case, by=lead)
    write(case, by=lead, analysis=written)
    assert numbers(written, reader=lead) == [1]
    write(case, by=lead, analysis=written, title="Neu")
    assert numbers(written, reader=lead) == [1, 2]


def test_a_content_survives_freezing(case: Case, lead: Membership) -> None:
    content = AnalysisContent(
        as_of=today(),
        title="Ganz",
        interviews=(interview(case, by=lead).pk,),
        steps=(step(case, by=lead).pk,),
        break_points={break_point(case, by=lead).pk: AboutBreakPoint(classification="single_case")},
        texts={"worked": "Der Anruf"},
        rows={"work": {"need": "Kurs", "deadline": today()}},
        proposal=ProposalContent(question="Wer zahlt?", minutes=25),
    )
    with working_as(lead):
        written = write_analysis(case, content=content, by=lead)
        assert present_content(written) == content.in_order()


def test_an_outdated_text_is_refused_and_nothing_is_lost(
    case: Case, lead: Membership, team_lead: Membership
) -> None:
    written = write(case, by=lead)
    write(case, by=team_lead, analysis=written, title="Von der Leitung")
    with working_as(lead), pytest.raises(Outdated):
        write_analysis(case, content=replace(CONTENT, title="Von mir"), by=lead, analysis=written, version=1)
    assert numbers(written, reader=lead) == [1, 2]


def test_restoring_makes_a_new_version(case: Case, lead: Membership) -> None:
    written = write(case, by=lead)
    changed = write(case, by=lead, analysis=written, title="Neu", rows={})
    restored = restore(changed, 1, by=lead)
    assert (restored.title, restored.version) == (CONTENT.title, 3)
    assert set(rows(restored, seen_by=lead)) == {"work", "health"}
    with working_as(lead):
        assert restored.versions.get(number=3).restores == 1


def test_restoring_shares_nothing_that_is_not_shared_now(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    written = analysis(shared_case, by=lead, shared=["work"])
    kept = write(shared_case, by=lead, analysis=written, rows={"work": {"need": "x"}})
    restore(kept, 1, by=lead)
    with working_as(partner):
        assert not AnalysisRow.objects.visible_to(partner).exists()


def test_restoring_names_only_what_is_still_there(case: Case, lead: Membership) -> None:
    written = full_analysis(case, by=lead)
    with working_as(lead):
        delete_step(written.steps.get().step, case=case, by=lead)
        assert not written.steps.exists()
    changed = write(case, by=lead, analysis=written, title="Neu")
    restored = restore(changed, 1, by=lead)
    with working_as(lead):
        assert present_content(restored).steps == ()
        assert len(present_content(restored).break_points) == 1


def test_what_is_no_longer_open_stays_named(shared_case: Case, lead: Membership, partner: Membership) -> None:
    """Another agency takes a shared interview back: the analysis made from it still says that it was."""
    held = interview(shared_case, by=lead, shared=["work"])
    written = write(shared_case, by=partner, interviews=(held.pk,))
    with working_as(lead):
        held.answers.update(shared=False)
    changed = write(shared_case, by=partner, analysis=written, title="Neu")
    with working_as(partner):
        assert [each.interview_id for each in changed.interviews.all()] == [held.pk]


def test_another_agency_restores_nothing(shared_case: Case, lead: Membership, partner: Membership) -> None:
    written = analysis(shared_case, by=lead, shared=["work"])
    with working_as(lead):
        version = written.versions.select_related("analysis__case").get()
    with working_as(partner), pytest.raises(PermissionDenied):
        restore_version(version, case=shared_case, by=partner)
