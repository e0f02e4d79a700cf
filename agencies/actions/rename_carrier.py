"""Renaming a carrier; its agencies stay where they are."""

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Carrier, Membership
from agencies.permissions import require_central
from audit import trail
from core.one_at_a_time import one_at_a_time
from core.refusal import Refusal


@transaction.atomic
def rename_carrier(carrier: Carrier, *, name: str, by: Membership) -> Carrier:
    """The same carrier under another name.

    Raises Refusal when another one has it.
    """
    require_central(by)
    carrier = Carrier.objects.select_for_update().get(pk=carrier.pk)
    refuse_taken_name(name, but=carrier)
    carrier.name = name
    carrier.save(update_fields=["name"])
    trail.record(trail.Verb.CHANGED, carrier)
    return carrier


def refuse_taken_name(name: str, *, but: Carrier | None = None) -> None:
    """Two carriers of one name could not be told apart."""
    one_at_a_time("names of carriers")
    others = Carrier.objects.exclude(pk=but.pk) if but else Carrier.objects.all()
    if others.filter(name__iexact=name).exists():
        raise Refusal(_("There is a carrier of this name already."), field="name")
