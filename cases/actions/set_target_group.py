"""Setting the target group by hand, where the table of residence titles does not tell it."""

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.actions.refresh_target_group import refresh_target_groups_of
from cases.models import Case, Migrant
from cases.permissions import locked
from core.refusal import Refusal


@transaction.atomic
def set_target_group(case: Case, *, group: str, reason: str, by: Membership) -> Migrant:
    """Set it and say why; with an empty group it follows the residence title again.

    Raises Refusal without a reason.
    """
    case = locked(case, for_=by, codename="steer_case")
    if group and not reason:
        raise Refusal(_("Please say why the target group is set by hand."), field="reason")
    migrant = Migrant.objects.select_for_update().get(pk=case.migrant_id)
    migrant.target_group_override, migrant.override_reason = group, reason if group else ""
    migrant.save(update_fields=["target_group_override", "override_reason"])
    case.touch()
    trail.record(trail.Verb.CHANGED, case, reason=_("Target group"))
    refresh_target_groups_of(case, by=by)
    return migrant
