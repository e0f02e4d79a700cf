"""The two boxes beside a case page, in which something is written in seconds."""

from functools import cached_property

from agencies.models import Membership
from cases.forms.follow_up import FollowUpForm
from cases.forms.note import NoteForm
from cases.models import Case, FollowUp, Note
from cases.short_form import ShortForm

NOTES_SHOWN = 3
FOLLOW_UPS_SHOWN = 10


class NoteBox:
    """A form for a note, and the latest notes of the own agency."""

    def __init__(
        self, case: Case, *, reader: Membership, short: ShortForm, form: NoteForm | None = None
    ) -> None:
        self.case = case
        self.reader = reader
        self.short = short
        self.form = form or NoteForm()
        if not self.form.is_bound:
            short.refill(self.form)

    @cached_property
    def notes(self) -> list[Note]:
        """The latest."""
        found = Note.objects.visible_to(self.reader).filter(case=self.case)
        return list(found.select_related("author__user")[:NOTES_SHOWN])


class FollowUpBox:
    """A form for a reminder, and her open reminders in this case."""

    def __init__(
        self, case: Case, *, reader: Membership, short: ShortForm, form: FollowUpForm | None = None
    ) -> None:
        self.case = case
        self.reader = reader
        self.short = short
        self.form = form or FollowUpForm()
        if not self.form.is_bound:
            short.refill(self.form)

    @cached_property
    def follow_ups(self) -> list[FollowUp]:
        """The first to come first."""
        found = FollowUp.objects.visible_to(self.reader).open().filter(case=self.case)
        return list(found.order_by("due_on", "pk")[:FOLLOW_UPS_SHOWN])
