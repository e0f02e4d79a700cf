"""Writing a text of a catalogue makes a new version; it counts from its first day, checked or not."""

from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from agencies.actions.notify import notify
from agencies.models import CheckedText, Membership, NotificationKind
from agencies.permissions import require_role
from agencies.roles import Role
from audit import trail
from cases.catalogues import path_of
from core.refusal import Refusal
from core.today import today

TextT = TypeVar("TextT", bound=CheckedText)


@transaction.atomic
def write_catalogue_text(
    text: TextT, *, by: Membership, instead_of: TextT | None = None, seen: UUID | None = None
) -> TextT:
    """Store a new text, or the next version of one; the others who keep the catalogues are asked to check it.

    `seen` is the version that the writer had before her. Raises Refusal when somebody wrote another one meanwhile,
    when nothing was changed, or when the text counts no longer; PermissionDenied when her role keeps no catalogues.
    """
    require_role(by, "edit_catalogues")
    if instead_of is not None:
        _follow(text, _newest_of(instead_of, seen=seen or instead_of.pk))
    else:
        text.code = _free_code(text)
    text.written_by, text.writer_id, text.written_at = str(by), by.user_id, timezone.now()
    try:
        with transaction.atomic():
            text.save(force_insert=True)
    except IntegrityError as error:
        raise Refusal(_("Somebody saved a text at the same time. Please save once more.")) from error
    trail.record(trail.Verb.CREATED if instead_of is None else trail.Verb.CHANGED, text)
    _ask_for_a_check(text, by=by)
    return text


def _newest_of(text: TextT, *, seen: UUID) -> TextT:
    versions = type(text)._default_manager.select_for_update().filter(code=text.code)  # noqa: SLF001
    newest: TextT = versions.order_by("-version")[0]
    if newest.pk != seen:
        raise Refusal(
            _(
                "%(who)s has written a new version meanwhile. Your text still stands here. "
                "Compare the two; if you save once more, yours becomes the newest version."
            )
            % {"who": newest.written_by}
        )
    return newest


def _follow(text: CheckedText, before: CheckedText) -> None:
    if before.is_over(on=today()):
        raise Refusal(_("This text counts no longer. Please write a new one."))
    if all(getattr(text, name) == getattr(before, name) for name in (*text.CONTENT, "source")):
        raise Refusal(_("Nothing has been changed."))
    if text.valid_from < today():
        raise Refusal(_("A new version counts from today at the earliest."), field="valid_from")
    if before.valid_until is not None and text.valid_until is None:
        text.valid_until = before.valid_until
    if text.valid_until is not None and text.valid_until < text.valid_from:
        raise Refusal(_("The text ends before this version would begin."), field="valid_from")
    text.code, text.version = before.code, before.version + 1


def _free_code(text: CheckedText) -> str:
    """The code is for programs; it comes from the text's first words."""
    there: Any = type(text)._default_manager  # noqa: SLF001 - Django's public way to a model's rows
    if any(str(each).casefold() == str(text).casefold() for each in there.in_force(today())):
        raise Refusal(_("There is an entry of this name already."), field=text.CONTENT[0])
    taken = set(there.values_list("code", flat=True))
    base = slugify(f"{text.CODE_BEGINS} {text}")[:32].strip("-")
    return next(code for code in (base, *(f"{base}-{n}" for n in range(2, 1000))) if code not in taken)


def _ask_for_a_check(text: CheckedText, *, by: Membership) -> None:
    keepers = Membership.objects.in_force().filter(roles__contains=[Role.CATALOGUE_ADMINISTRATOR])
    notify(NotificationKind.CHECK_WANTED, to=keepers, about=text.pk, path=path_of(text), by=by)
