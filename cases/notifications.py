"""Who is told what happens with a case: that something happened and where, never what it is about."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from django.urls import reverse

from agencies.actions.notify import notify
from agencies.models import Membership, NotificationKind
from cases.models import Case, Participation


def tell_brought_in(participation: Participation, *, case: Case, by: Membership) -> None:
    """Whoever distributes the work in the agency hears that it is in a case now."""
    to = Membership.objects.to_be_told(participation.agency)
    _tell(NotificationKind.BROUGHT_IN, to=to, about=participation.pk, case=case, by=by)


def tell_participation_ends(participation: Participation, *, case: Case, by: Membership) -> None:
    """The same, and the person responsible, hear that it ends; and again when it shall end earlier."""
    to = {each.pk: each for each in Membership.objects.to_be_told(participation.agency)}
    if participation.responsible is not None:
        to[participation.responsible.pk] = participation.responsible
    about = uuid5(participation.pk, str(participation.ends_on))
    _tell(NotificationKind.PARTICIPATION_ENDS, to=to.values(), about=about, case=case, by=by)


def _tell(kind: str, *, to: Iterable[Membership], about: UUID, case: Case, by: Membership) -> None:
    path = reverse("cases:detail", args=[case.pk])
    notify(kind, to=to, about=about, path=path, by=by, case_id=case.pk, case_number=case.number)
