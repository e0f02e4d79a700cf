"""The page of a paper says why it is no longer given out."""

import pytest
from django.urls import reverse
from django.utils import timezone

from agencies.models import Membership
from cases.actions.request_pdf import request_pdf
from cases.models import AnalysisPdf, AnalysisRow, AnalysisText, Case
from tests.cases.test_write_analysis import write
from tests.factories import client_for, working_as

CHANGED, SEES_LESS = (
    "Die Analyse wurde geändert, nachdem",
    "Ihre Stelle darf inzwischen weniger vom Fall sehen",
)


@pytest.fixture
def paper(case: Case, lead: Membership) -> AnalysisPdf:
    """Finished, with all that the analysis holds."""
    written = write(case, by=lead)
    with working_as(lead):
        job = request_pdf(written, by=lead)
        parts = (AnalysisRow.objects, AnalysisText.objects)
        job.holds = [
            pk for part in parts for pk in part.filter(analysis=written).values_list("pk", flat=True)
        ]
        job.started_at = job.finished_at = timezone.now()
        job.save()
    return job


def shown(paper: AnalysisPdf, *, to: Membership) -> str:
    return client_for(to).get(reverse("cases:pdf", args=[paper.case_id, paper.pk])).content.decode()


def test_it_is_given_out_as_long_as_it_holds(paper: AnalysisPdf, lead: Membership) -> None:
    page = shown(paper, to=lead)
    assert CHANGED not in page
    assert SEES_LESS not in page


def test_after_a_change_of_the_analysis_it_says_so(paper: AnalysisPdf, case: Case, lead: Membership) -> None:
    write(case, by=lead, analysis=paper.analysis, title="Zweite Fassung")
    page = shown(paper, to=lead)
    assert CHANGED in page
    assert SEES_LESS not in page


def test_of_what_is_no_longer_open_it_says_so(paper: AnalysisPdf, lead: Membership) -> None:
    with working_as(lead):
        AnalysisRow.objects.filter(analysis=paper.analysis).delete()
    page = shown(paper, to=lead)
    assert SEES_LESS in page
    assert CHANGED not in page
