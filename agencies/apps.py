"""Who works together."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgenciesConfig(AppConfig):
    """Users, carriers, agencies and memberships."""

    name = "agencies"
    verbose_name = _("Agencies")
