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

# How people are told what a codename stands for.
WHAT_MAY_BE_DONE = {
    "view_case": _("read the cases of the own agency"),
    "take_up_case": _("take up a person"),
    "change_case": _("record interviews, write analyses and notes"),
    "steer_case": _("bring in agencies, change the phase, where the own agency leads"),
    "assign_case": _("assign cases inside the own agency"),
    "edit_catalogues": _("edit catalogues and texts, with a second person's check"),
    "manage_access": _("administer agencies, members and their roles"),
}

EXPLAINED = {
    Role.CASEWORKER: _("Works on the cases in which her agency takes part, as far as it takes part."),
    Role.TEAM_LEAD: _("Works on cases too, and distributes them inside the agency."),
    Role.MODERATOR: _("Prepares and leads case conferences; sees only what was put forward for them."),
    Role.CATALOGUE_ADMINISTRATOR: _("Keeps legal bases, the interview guide and texts; sees no case."),
    Role.ACCESS_ADMINISTRATOR: _(
        "Says who works for which agency; sees no case and never gives anything to herself."
    ),
    Role.DATA_PROTECTION_OFFICER: _("Watches over who looked at what; edits nothing."),
}

# Whose holders can be named as responsible for a case.
ROLES_ON_CASES = [role for role, codenames in CODENAMES.items() if "view_case" in codenames]

# These two watch over the others, so they are never mixed with what they watch over.
ACTED_IN_ALONE = frozenset({Role.ACCESS_ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER})


def allows(roles: frozenset[str], codename: str) -> bool:
    """Whether one of the roles may do this at all."""
    return any(codename in CODENAMES[role] for role in roles)
