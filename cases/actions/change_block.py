"""Setting or lifting the information block (Auskunftssperre, § 51 BMG) on a person's whereabouts."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.models import Case, Migrant
from cases.permissions import locked
from core.refusal import Refusal
from core.today import today


@transaction.atomic
def change_block(case: Case, *, blocked: bool, until: date | None, by: Membership) -> Migrant:
    """From the very next request on, address, municipality and contact are hidden from all but the leading agency.

    Raises Refusal for a last day in the past, or without a block.
    """
    case = locked(case, for_=by, codename="steer_case")
    if until is not None and not blocked:
        raise Refusal(_("Only a block has a last day."), field="until")
    if until is not None and until < today():
        raise Refusal(_("The last day lies in the past. Please lift the block instead."), field="until")
    migrant = Migrant.objects.select_for_update().get(pk=case.migrant_id)
    migrant.information_block, migrant.blocked_until = blocked, until
    migrant.save(update_fields=["information_block", "blocked_until"])
    case.touch()
    trail.record(
        trail.Verb.CHANGED,
        case,
        reason=_("Information block set") if blocked else _("Information block lifted"),
    )
    return migrant
