"""The one place that calls guardian: what an agency may do with an object."""

from typing import TYPE_CHECKING

from django.db import models
from guardian.core import ObjectPermissionChecker

from core.today import today

if TYPE_CHECKING:
    from agencies.models import Agency


def grants(agency: "Agency", codename: str, subject: models.Model) -> bool:
    """Whether the agency's group holds the object permission today.

    The checker is kept on the subject, so that a page asks the database once per object, agency and day.
    """
    checkers = subject.__dict__.setdefault("_permission_checkers", {})
    key = (agency.pk, today())
    if key not in checkers:
        checkers[key] = ObjectPermissionChecker(agency.group)
    return bool(checkers[key].has_perm(codename, subject))
