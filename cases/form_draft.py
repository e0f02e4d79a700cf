"""What waits for a form: the text that was kept when her session ended, or the draft she saved."""

from functools import cached_property

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agencies.acting_request import ActingRequest
from cases.actions.save_draft import discard_draft, save_draft
from cases.models import Case, Draft
from cases.models.draft import ABOUT
from cases.short_form import ShortForm
from core.kept_text import refill
from core.middleware.kept_text import NEVER_KEPT
from core.refusal import Refusal
from core.today import today

# The button "Save as draft" of a form.
BUTTON = "draft"


class FormDraft(ShortForm):
    """One form of the signed-in person, in a case or outside of one.

    `about` is the id of what the form changes, empty for something new: in a case there is one draft of a kind,
    and it is offered only in the form that it came from.
    """

    def __init__(
        self, request: ActingRequest, *, kind: str, case: Case | None = None, about: str = ""
    ) -> None:
        super().__init__(request)
        self.kind = kind
        self.case = case
        self.about = about

    @property
    def is_wanted(self) -> bool:
        """She pressed the button that saves without sending."""
        return self.request.method == "POST" and BUTTON in self.request.POST

    @cached_property
    def saved(self) -> Draft | None:
        """Her draft of this form."""
        return self._waiting if self._waiting and self._waiting.about == self.about else None

    @cached_property
    def elsewhere(self) -> Draft | None:
        """Her draft of the same kind that belongs to another form; it must not be overwritten."""
        return self._waiting if self._waiting and not self.saved else None

    @property
    def elsewhere_about(self) -> str:
        """What that other form changes; empty for something new."""
        return self.elsewhere.about if self.elsewhere else ""

    @property
    def fields(self) -> QueryDict | None:
        """What was typed before; the text kept last goes before the draft."""
        if self.kept is not None or self.saved is None:
            return self.kept
        typed = QueryDict(mutable=True)
        for name, values in self.saved.fields.items():
            typed.setlist(name, values)
        return typed

    @property
    def names_with_text(self) -> set[str]:
        """The fields in which something was typed, now or before; a form may have lost one of them since."""
        typed = self.request.POST if self.request.method == "POST" else self.fields
        return {name for name, text in typed.items() if str(text).strip()} if typed is not None else set()

    @property
    def text(self) -> str:
        """When the draft was saved, in one line; empty without one."""
        return saved_at(self.saved) if self.saved else ""

    def refill(self, form: forms.BaseForm) -> None:
        """Show what waits; the page says which of the two it is."""
        refill(form, self.fields)

    def save(self) -> Draft:
        """Keep what was typed.

        Raises Refusal for a character that cannot be stored, and when a draft of another form would be lost.
        """
        if self.elsewhere is not None:
            raise Refusal(other_draft_first())
        typed = {
            name: values for name, values in self.request.POST.lists() if name not in (*NEVER_KEPT, BUTTON)
        }
        typed[ABOUT] = [self.about]
        # A draft is unchecked; but no database stores NUL.
        if any("\x00" in text for name, values in typed.items() for text in (name, *values)):
            raise Refusal(_("The text contains a character that cannot be stored. Please delete it."))
        return save_draft(by=self.request.membership, case=self.case, kind=self.kind, fields=typed)

    def discard(self) -> None:
        """Forget what was typed: the form was sent, or she wants to begin anew."""
        discard_draft(by=self.request.membership, case=self.case, kind=self.kind)
        super().discard()

    @cached_property
    def _waiting(self) -> Draft | None:
        drafts = Draft.objects.visible_to(self.request.membership)
        return drafts.filter(case=self.case, kind=self.kind).first()


def saved_at(draft: Draft) -> str:
    """ "Draft saved at 14:32", with the day when it was not today."""
    at = timezone.localtime(draft.saved_at)
    time = date_format(at, "TIME_FORMAT")
    if at.date() == today():
        return _("Draft saved at %(time)s") % {"time": time}
    return _("Draft saved on %(day)s at %(time)s") % {
        "day": date_format(at, "SHORT_DATE_FORMAT"),
        "time": time,
    }


def other_draft_first() -> str:
    """Why a second text of the same kind cannot be begun."""
    return _(
        "You are still writing another text of this kind in the case. Please finish or discard that draft first."
    )
