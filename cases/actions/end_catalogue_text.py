"""Ending a text of a catalogue: from a day on it counts no longer, in none of its versions."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import CheckedText, Membership
from agencies.permissions import require_role
from audit import trail
from core.refusal import Refusal
from core.today import today


@transaction.atomic
def end_catalogue_text(text: CheckedText, *, on: date | None, by: Membership) -> None:
    """Set the first day on which it no longer counts; None takes an end back that still lies ahead.

    Raises Refusal when the day is past, when the text has ended already, or when a version begins later;
    PermissionDenied when her role keeps no catalogues.
    """
    require_role(by, "edit_catalogues")
    model = type(text)._default_manager  # noqa: SLF001 - Django's public way to a model's rows
    versions = list(model.select_for_update().filter(code=text.code).order_by("-version"))
    if versions[0].is_over(on=today()):
        raise Refusal(_("This text has ended already. If it counts again, please write a new one."))
    if on is not None and on < today():
        raise Refusal(
            _("Please choose today or a later day: what has counted stays so."), field="valid_until"
        )
    if on is not None and any(version.valid_from > on for version in versions):
        raise Refusal(_("A version of this text begins later than that."), field="valid_until")
    model.filter(pk__in=[version.pk for version in versions]).update(valid_until=on)
    trail.record(trail.Verb.ENDED if on else trail.Verb.CHANGED, versions[0], reason=f"{on or ''}")
