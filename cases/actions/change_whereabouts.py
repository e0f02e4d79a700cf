"""Changing where somebody lives and how she is reached."""

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.models import Case, Whereabouts
from cases.permissions import locked


@transaction.atomic
def change_whereabouts(case: Case, *, whereabouts: dict[str, str], by: Membership) -> Whereabouts:
    """Store address, municipality and contact; the leading agency alone does."""
    case = locked(case, for_=by, codename="steer_case")
    stored, _made = Whereabouts.objects.select_for_update().get_or_create(migrant_id=case.migrant_id)
    for name, value in whereabouts.items():
        setattr(stored, name, value)
    stored.save(update_fields=list(whereabouts))
    case.touch()
    trail.record(trail.Verb.CHANGED, case, reason=_("Whereabouts"))
    return stored
