"""Canaries in what an agency keeps to itself about its analysis: judgements, the second look, why there is none."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from agencies.models import Membership
from cases.actions.ask_second_look import ask_second_look
from cases.actions.give_second_look import give_second_look
from cases.actions.waive_second_look import waive_second_look
from cases.actions.write_analysis import write_analysis
from cases.analysis_basis import present_content
from cases.analysis_content import AboutBreakPoint
from cases.models import BreakPoint, CaseAnalysis
from tests.factories import make_membership, working_as

Word = Callable[[str, Iterable[str]], str]


def plant_judgement(analysis: CaseAnalysis, *, by: Membership, word: Word, own: tuple[str, ...]) -> None:
    """A note on a break point; then a colleague's remarks, and the reason why the next look was waived."""
    case, colleague = analysis.case, make_membership(by.agency)
    with working_as(by):
        found = BreakPoint.objects.filter(case=case, agency=by.agency)
        about = {each.pk: AboutBreakPoint(note=word("AnalysisBreakPoint.note", own)) for each in found}
        content = replace(present_content(analysis), break_points=about)
        analysis = write_analysis(case, content=content, by=by, analysis=analysis)
        asked = ask_second_look(analysis, case=case, colleague=colleague, by=by)
    with working_as(colleague):
        give_second_look(
            asked,
            case=case,
            verdict="with_remarks",
            remarks=word("SecondLook.remarks", own),
            version=analysis.version,
            by=colleague,
        )
    with working_as(by):
        waive_second_look(analysis, case=case, reason=word("SecondLookWaiver.reason", own), by=by)
