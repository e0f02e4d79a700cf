"""Removing the file of a PDF; the row stays and says that it was there."""

from uuid import UUID

from django.utils import timezone

from audit import trail
from cases.models import AnalysisPdf
from core.acting import acting


def remove_pdf(job_id: UUID, *, agency_id: UUID) -> None:
    """Remove the file from the disk and say so in the row."""
    with acting(agency_id):
        job = AnalysisPdf.objects.select_related("agency", "case").get(pk=job_id)
        job.path.unlink(missing_ok=True)
        job.removed_at = timezone.now()
        job.save(update_fields=["removed_at"])
        with trail.acted_by(trail.Actor(agency_id=agency_id, agency=job.agency.name, channel="task")):
            trail.record(trail.Verb.REMOVED, job)
