"""A real worker process is killed while it makes a PDF, and the broker forgets everything: made, and once."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import redis

from agencies.models import Membership
from audit.models import Entry
from audit.trail import Verb
from cases.actions.request_pdf import request_pdf
from cases.actions.write_analysis import write_analysis
from cases.analysis_content import AnalysisContent
from cases.models import AnalysisPdf, Case
from cases.models.vocabulary import LifeArea
from core.acting import acting
from core.dev.broker import EmbeddedBroker
from core.today import today
from tests.factories import working_as
from tests.worker.conftest import in_a_process, kill_everything_of, worker

SWEEP = "import cases.tasks as t; t.resume_unfinished_pdfs()"
# Enough pages to be caught in the middle.
LONG = "Der Antrag liegt vollständig vor, eine Antwort steht aus. " * 120


def wait_for(job: AnalysisPdf, holds: Callable[[AnalysisPdf], bool], *, seconds: float) -> AnalysisPdf:
    """The job as soon as it is as wanted."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with acting(job.agency_id):
            found = AnalysisPdf.objects.get(pk=job.pk)
        if holds(found):
            return found
        time.sleep(0.02)
    raise AssertionError(f"after {seconds} s the job is {found.state} at {found.progress} %")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("environment")
def test_made_once_after_the_worker_was_killed_and_the_broker_flushed(
    case: Case, lead: Membership, broker: EmbeddedBroker, tmp_path: Path
) -> None:
    rows = {area: {"situation": LONG, "need": LONG} for area in LifeArea.values}
    content = AnalysisContent(as_of=today(), title="Lang", rows=rows)
    with working_as(lead):
        job = request_pdf(write_analysis(case, content=content, by=lead), by=lead)

    first = worker(tmp_path)
    in_a_process(SWEEP)
    wait_for(job, lambda found: found.progress == 40, seconds=40)
    kill_everything_of(first)
    with acting(lead.agency_id):
        meanwhile = AnalysisPdf.objects.get(pk=job.pk)
    assert (meanwhile.state, meanwhile.attempts) == ("running", 1)
    assert not meanwhile.path.exists()

    redis.Redis.from_url(broker.address).flushall()
    second = worker(tmp_path)
    # Two clocks at once, and once more: still one paper.
    in_a_process(SWEEP)
    in_a_process(SWEEP)
    made = wait_for(job, lambda found: found.is_done, seconds=40)
    in_a_process(SWEEP)
    time.sleep(1)
    second.stop()

    assert (made.state, made.attempts) == ("finished", 2)
    assert made.path.read_bytes().startswith(b"%PDF")
    with acting(lead.agency_id):
        assert AnalysisPdf.objects.get(pk=job.pk).attempts == 2
        assert Entry.objects.filter(object_id=job.pk, verb=Verb.MADE).count() == 1
    made.path.unlink()
