"""The fixed words of a case: life areas, target groups, phases, access."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LifeArea(models.TextChoices):
    """The twelve areas that an interview asks about and that sharing is counted in."""

    RESIDENCE = "residence", pgettext_lazy("life area", "Residence")
    FIRST_ORIENTATION = "first_orientation", pgettext_lazy("life area", "First orientation")
    EDUCATION = "education", pgettext_lazy("life area", "Education")
    SCHOOL = "school", pgettext_lazy("life area", "School")
    LANGUAGE = "language", pgettext_lazy("life area", "Language")
    WORK = "work", pgettext_lazy("life area", "Work and training")
    HOUSING = "housing", pgettext_lazy("life area", "Housing")
    HEALTH = "health", pgettext_lazy("life area", "Health")
    FAMILY = "family", pgettext_lazy("life area", "Family and care")
    FINANCES = "finances", pgettext_lazy("life area", "Finances and benefits")
    MOBILITY = "mobility", pgettext_lazy("life area", "Mobility")
    SOCIAL_PARTICIPATION = "social_participation", pgettext_lazy("life area", "Participation")


class TargetGroup(models.TextChoices):
    """The six groups of the project; nothing known is a seventh, honest answer."""

    UNACCOMPANIED_MINOR = "unaccompanied_minor", _("Unaccompanied minor refugee")
    TOLERATED = "tolerated", _("Tolerated person")
    ASYLUM_PROCEDURE = "asylum_procedure", _("Person in the asylum procedure")
    RECOGNISED = "recognised", _("Recognised refugee")
    EU_CITIZEN = "eu_citizen", _("EU citizen")
    THIRD_COUNTRY = "third_country", _("Third-country national")
    UNDETERMINED = "undetermined", _("Not determined")


class Phase(models.TextChoices):
    """The phases of case management, in their order."""

    CLARIFICATION = "clarification", _("Clarification")
    ASSESSMENT = "assessment", _("Assessment")
    PLANNING = "planning", _("Planning")
    LINKING = "linking", _("Linking")
    MONITORING = "monitoring", _("Monitoring")
    EVALUATION = "evaluation", _("Evaluation")
    CLOSED = "closed", _("Closed")


class Urgency(models.TextChoices):
    """How soon something must happen in a case, as the leading agency sees it."""

    NORMAL = "normal", pgettext_lazy("urgency", "normal")
    SOON = "soon", pgettext_lazy("urgency", "soon")
    URGENT = "urgent", pgettext_lazy("urgency", "urgent")


class Access(models.TextChoices):
    """How far a participation reaches."""

    READ = "read", _("reads")
    CONTRIBUTE = "contribute", _("reads and contributes")
    LEAD = "lead", _("leads the case")


# The one statement of access → codename; the view behind guardian is made from it (migration 0002).
CODENAMES_OF_ACCESS: dict[str, tuple[str, ...]] = {
    Access.READ: ("view_case",),
    Access.CONTRIBUTE: ("view_case", "change_case"),
    Access.LEAD: ("view_case", "change_case", "steer_case"),
}


class Sex(models.TextChoices):
    """As in the papers."""

    FEMALE = "female", _("female")
    MALE = "male", _("male")
    DIVERSE = "diverse", _("diverse")
    UNKNOWN = "unknown", _("unknown")


class YesNo(models.TextChoices):
    """An answer that may honestly be missing."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    NOT_ASKED = "not_asked", _("not asked")
