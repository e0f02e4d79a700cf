"""Correcting a note: by whoever wrote it, until the end of the day."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone

from agencies.models import Membership
from audit import trail
from cases.models import Case, Note
from cases.permissions import locked


@transaction.atomic
def correct_note(note: Note, *, case: Case, text: str, spoke_with: str, by: Membership) -> Note:
    """Write over the note.

    Raises Http404 for a note that is not hers to see, PermissionDenied for a colleague's or an older one.
    """
    case = locked(case, for_=by, codename="change_case")
    notes = Note.objects.visible_to(by).select_related("author", "case").select_for_update(of=("self",))
    present = get_object_or_404(notes, pk=note.pk, case=case)
    if not present.may_be_corrected_by(by):
        raise PermissionDenied
    present.text, present.spoke_with, present.corrected_at = text, spoke_with, timezone.now()
    present.save(update_fields=["text", "spoke_with", "corrected_at"])
    trail.record(trail.Verb.CHANGED, present)
    return present
