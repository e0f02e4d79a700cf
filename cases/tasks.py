"""What the worker does in cases; the rules are in the actions."""

import logging
from datetime import timedelta
from uuid import UUID

from celery import shared_task
from django.conf import settings
from django.db import OperationalError
from django.utils import timezone

from agencies.models import Agency
from audit import trail
from cases.actions.make_pdf import make_pdf
from cases.actions.refresh_target_group import refresh_target_group
from cases.actions.remove_pdf import remove_pdf
from cases.actions.request_pdf import TASK
from cases.models.migrant_merge import UNDONE_WITHIN
from cases.without_agency import (
    cases_with_a_changed_basis,
    empty_merges,
    expired_pdfs,
    list_after_ended_blocks,
    unfinished_pdfs,
)
from core.acting import acting
from core.today import today
from core.worker import wake

log = logging.getLogger("fallbruecke.tasks")
# A night without a worker must not leave a group behind.
DAYS_LOOKED_BACK = 7


@shared_task(name=TASK)
def make_analysis_pdf(job_id: str, agency_id: str) -> None:
    """Make one PDF."""
    make_pdf(UUID(job_id), agency_id=UUID(agency_id))


@shared_task
def resume_unfinished_pdfs() -> None:
    """Send every unfinished job again; the lock and the row see to it that it is made once."""
    for job_id, agency_id in unfinished_pdfs():
        wake(TASK, job_id, agency_id)


@shared_task
def remove_expired_pdfs() -> None:
    """Remove files that are older than they are kept."""
    for job_id, agency_id in expired_pdfs(
        finished_before=timezone.now() - timedelta(hours=settings.PDF_KEPT_HOURS)
    ):
        remove_pdf(job_id, agency_id=agency_id)


@shared_task
def refresh_target_groups() -> None:
    """Let each case whose basis changed lately follow the title that is effective today."""
    for case_id, agency_id in cases_with_a_changed_basis(
        since=today() - timedelta(days=DAYS_LOOKED_BACK), until=today()
    ):
        agency = Agency.objects.get(pk=agency_id)
        actor = trail.Actor(agency_id=agency.pk, agency=agency.name, channel="task")
        try:
            with acting(agency_id), trail.acted_by(actor):
                refresh_target_group(case_id)
        except OperationalError as error:
            # Somebody is writing in the case; the next nights look back to it.
            log.warning("target group of case %s not refreshed: %s", case_id, type(error).__name__)


@shared_task
def list_persons_after_blocks() -> None:
    """List persons under their municipality again when their information block is over."""
    list_after_ended_blocks(
        since=today() - timedelta(days=DAYS_LOOKED_BACK), until=today() - timedelta(days=1)
    )


@shared_task
def forget_merged_records() -> None:
    """After a day a merge is final, and what was kept for undoing it goes."""
    empty_merges(before=timezone.now() - UNDONE_WITHIN)
