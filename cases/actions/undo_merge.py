"""Undoing a merge puts both records back as they were, as long as nobody has changed since what was merged."""

from django.db import connection, transaction
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from agencies.models.notification import NotificationKind
from cases.actions.tell_of_merge import tell_of_merge
from cases.models import Case, MigrantMerge
from cases.permissions import locked
from core.refusal import Refusal

# The parts of a person as they are named to people, by the table that holds them.
PARTS = {
    "cases_case": gettext_lazy("the person's cases"),
    "cases_migrant": gettext_lazy("the facts about the person"),
    "cases_whereabouts": gettext_lazy("address and contact"),
    "cases_furtherlanguage": gettext_lazy("languages"),
    "cases_residenceperiod": gettext_lazy("residence titles"),
    "cases_familylink": gettext_lazy("family"),
}


@transaction.atomic
def undo_merge(merge: MigrantMerge, *, case: Case, by: Membership) -> None:
    """Put back what was merged within the last day.

    Raises Refusal when the day has passed, it is undone already, or something merged was changed since.
    """
    case = locked(case, for_=by, codename="steer_case")
    with connection.cursor() as cursor:
        cursor.execute("SELECT changed_since_merge(%s)", [merge.pk])
        changed: list[str] | None = cursor.fetchone()[0]
        present = MigrantMerge.objects.visible_to(by).filter(pk=merge.pk, kept_id=case.migrant_id).first()
        if present is None:
            raise Http404
        if changed is None or not present.can_be_undone:
            raise Refusal(_("This can no longer be undone."))
        if changed:
            parts = ", ".join(str(PARTS[part]) for part in PARTS if part in changed)
            raise Refusal(
                _("This can no longer be undone, because it was changed since: %(parts)s.") % {"parts": parts}
            )
        cursor.execute("SELECT undo_merge(%s, %s)", [merge.pk, str(by)])
    reason = _("The merging of two records was undone.")
    tell_of_merge(merge.pk, kind=NotificationKind.MERGE_UNDONE, reason=reason, by=by)
