"""Versions of an analysis: their list, two of them side by side, making an earlier one the present one again."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.restore_version import restore_version
from cases.analysis_comparison import Comparison
from cases.analysis_content import AnalysisContent
from cases.analysis_names import names_in
from cases.models import AnalysisVersion, Case, CaseAnalysis
from cases.overview import CaseOverview
from cases.views.analysis_scope import analysis_of_hers
from cases.views.scope import with_case
from core.see_other import see_other


@require_safe
@with_case("view_case")
def index(request: ActingRequest, case: Case, analysis_id: UUID) -> HttpResponse:
    """All versions, the latest first."""
    analysis = analysis_of_hers(request, case, analysis_id)
    trail.record(trail.Verb.VIEWED, analysis)
    context = {
        "case": case,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "analyses",
        "analysis": analysis,
        "versions": _versions(analysis),
    }
    return render(request, "cases/analyses/versions.html", context)


@require_safe
@with_case("view_case")
def compare(request: ActingRequest, case: Case, analysis_id: UUID) -> HttpResponse:
    """Two versions side by side, the older one first."""
    analysis = analysis_of_hers(request, case, analysis_id)
    before, after = _chosen(request, analysis)
    trail.record(trail.Verb.VIEWED, analysis)
    contents = [AnalysisContent.thawed(each.content) for each in (before, after)]
    names = names_in(contents, case=case, reader=request.membership)
    context = {
        "case": case,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "analyses",
        "analysis": analysis,
        "before": before,
        "after": after,
        "versions": _versions(analysis),
        "comparison": Comparison(*contents, names=names),
        "may_restore": before.number < analysis.version and request.membership.may("change_case", case),
    }
    return render(request, "cases/analyses/compare.html", context)


@require_POST
@with_case("change_case")
def restore(request: ActingRequest, case: Case, analysis_id: UUID, version_id: UUID) -> HttpResponse:
    """Make an earlier version the present one again."""
    analysis = analysis_of_hers(request, case, analysis_id)
    version = get_object_or_404(
        analysis.versions.select_related("analysis"), pk=version_id, analysis=analysis
    )
    restored = restore_version(version, case=case, by=request.membership)
    sentence = _("Version %(number)s is the present one again, as version %(new)s.")
    messages.success(request, sentence % {"number": version.number, "new": restored.version})
    return see_other("cases:analysis", case_id=case.pk, analysis_id=analysis.pk)


def _versions(analysis: CaseAnalysis) -> list[AnalysisVersion]:
    return list(analysis.versions.select_related("author__user").order_by("-number"))


def _chosen(request: ActingRequest, analysis: CaseAnalysis) -> tuple[AnalysisVersion, AnalysisVersion]:
    """The two that the address names; without a name the present one and the one before it."""
    latest = analysis.version
    wanted = request.GET.get("before", str(max(latest - 1, 1))), request.GET.get("after", str(latest))
    if not all(number.isascii() and number.isdecimal() and len(number) < 6 for number in wanted):
        raise Http404
    numbers = sorted(int(number) for number in wanted)
    found = {
        each.number: each
        for each in analysis.versions.select_related("author__user").filter(number__in=numbers)
    }
    if set(numbers) - found.keys():
        raise Http404
    return found[numbers[0]], found[numbers[1]]
