"""Taking a quick note, for example after a telephone call; it stays with the own agency."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from agencies.models import Membership
from audit import trail
from cases.models import Case, Note
from cases.permissions import locked


@transaction.atomic
def take_note(
    case: Case,
    *,
    text: str,
    by: Membership,
    spoke_with: str = "",
    at: datetime | None = None,
    key: UUID | None = None,
) -> Note:
    """Store the note; with a key, sent twice, the second is an IntegrityError."""
    case = locked(case, for_=by, codename="change_case")
    whose = {"case": case, "agency": by.agency, "author": by}
    note = Note(id=key or uuid4(), at=at or timezone.now(), spoke_with=spoke_with, text=text, **whose)
    note.save(force_insert=True)
    case.touch()
    trail.record(trail.Verb.CREATED, note)
    return note
