"""Checking a text of a catalogue: a second person has compared it with its source."""

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import CheckedText, Membership
from agencies.permissions import require_role
from audit import trail
from core.refusal import Refusal
from core.today import today

CHECKED = ["checked_on", "checked_by", "checker_id", "checked_against"]


@transaction.atomic
def check_catalogue_text(text: CheckedText, *, against: str, by: Membership) -> None:
    """Note who checked this version, when, and against what; a check is given once.

    Raises Refusal when she wrote it herself or somebody has checked it already; PermissionDenied when her role
    keeps no catalogues.
    """
    require_role(by, "edit_catalogues")
    versions = type(text)._default_manager.select_for_update()  # noqa: SLF001 - Django's public way to its rows
    version = versions.get(pk=text.pk)
    if version.is_checked:
        raise Refusal(_("%(who)s has checked this version already.") % {"who": version.checked_by})
    if version.writer_id == by.user_id:
        raise Refusal(_("You wrote this text yourself. Another person has to check it."))
    version.checked_on, version.checked_by, version.checker_id = today(), str(by), by.user_id
    version.checked_against = against
    version.save(update_fields=CHECKED)
    trail.record(trail.Verb.CHANGED, version, reason="second check")
