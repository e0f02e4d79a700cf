"""Keeping a way of narrowing the list of cases under a name."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from agencies.permissions import require_role
from cases.models import SavedFilter
from cases.models.saved_filter import KEPT_AT_MOST
from core.refusal import Refusal


@transaction.atomic
def keep_filter(*, name: str, chosen: dict[str, str], by: Membership) -> SavedFilter:
    """Store what was chosen.

    Raises Refusal without a choice, for a name that is taken, and when she keeps many already.
    """
    require_role(by, "view_case")
    if not chosen:
        raise Refusal(_("Nothing is chosen yet. Please choose first, then keep the view."))
    if SavedFilter.objects.visible_to(by).count() >= KEPT_AT_MOST:
        raise Refusal(
            _("You keep %(limit)d views already. Please delete one first.") % {"limit": KEPT_AT_MOST}
        )
    try:
        with transaction.atomic():
            return SavedFilter.objects.create(agency=by.agency, author=by, name=name, chosen=chosen)
    except IntegrityError as error:
        raise Refusal(_("You keep a view under this name already."), field="name") from error
