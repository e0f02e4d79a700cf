"""One person's case."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """Persons, cases and what belongs to them."""

    name = "cases"
    verbose_name = _("Cases")
