"""The app of the mechanics that know no domain."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Mechanics without domain; knows no other app."""

    name = "core"
