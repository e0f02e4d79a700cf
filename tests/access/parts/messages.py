"""What the tests' worlds hold of: mails and notices."""

from django.db.models import Model

from agencies.actions.notify import notify
from agencies.models import Membership, Notification, NotificationKind
from cases.models import Case
from tests.access.parts.making import Maker
from tests.factories import working_as


def _notice(case: Case, by: Membership) -> Model:
    kind, path = NotificationKind.ASSIGNED, f"/cases/{case.pk}/"
    with working_as(by):
        notify(kind, to=[by], about=case.pk, path=path, case_id=case.pk, case_number=case.number)
        return Notification.objects.get(key=f"{kind}:{case.pk}", recipient=by)


MADE: dict[str, Maker] = {"notice": _notice}
