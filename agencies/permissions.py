"""The one place that calls guardian: what an agency may do with an object."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from guardian.core import ObjectPermissionChecker

from core.today import today


def grants(agency: models.Model, codename: str, subject: models.Model) -> bool:
    """Whether the agency's group holds the object permission.

    The checker is kept on the subject, so that a page asks the database once per object, agency and day.
    """
    checkers = subject.__dict__.setdefault("_permission_checkers", {})
    key = (agency.pk, today())
    checker = checkers.get(key)
    if checker is None:
        checker = checkers[key] = ObjectPermissionChecker(agency.group)
    return checker.has_perm(codename, subject)


def require_role(membership: Any, codename: str) -> None:
    """Raise PermissionDenied when nobody acts, or the acting roles may not do this at all."""
    if membership is None or not membership.allows(codename):
        raise PermissionDenied
