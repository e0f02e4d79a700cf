"""The wiring."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConfigConfig(AppConfig):
    """What is composed of several apps."""

    name = "config"
    verbose_name = _("Fallbrücke")
