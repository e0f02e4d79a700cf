"""What a role may do at all. The other factor, what its agency may do with a case, is the participation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The roles of a membership."""

    CASEWORKER = "caseworker", _("caseworker")
    TEAM_LEAD = "team_lead", _("team lead")
    MODERATOR = "moderator", _("moderator")
    CATALOGUE_ADMINISTRATOR = "catalogue_admin", _("catalogue administrator")
    ACCESS_ADMINISTRATOR = "access_admin", _("access administrator")
    DATA_PROTECTION_OFFICER = "data_protection_officer", _("data protection officer")


CASE_WORK = frozenset({"take_up_case", "view_case", "change_case", "steer_case"})

CODENAMES: dict[str, frozenset[str]] = {
    Role.CASEWORKER: CASE_WORK,
    Role.TEAM_LEAD: CASE_WORK | {"assign_case"},
    Role.MODERATOR: frozenset(),
    Role.CATALOGUE_ADMINISTRATOR: frozenset({"edit_catalogues"}),
    Role.ACCESS_ADMINISTRATOR: frozenset({"manage_access"}),
    Role.DATA_PROTECTION_OFFICER: frozenset(),
}

# Whose holders can be named as responsible for a case.
ROLES_ON_CASES = [role for role, codenames in CODENAMES.items() if "view_case" in codenames]

# These two watch over the others, so they are never mixed with what they watch over.
ACTED_IN_ALONE = frozenset({Role.ACCESS_ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER})


def allows(roles: frozenset[str], codename: str) -> bool:
    """Whether one of the roles may do this at all."""
    return any(codename in CODENAMES[role] for role in roles)
