"""The app of the mechanics that know no domain."""

from importlib import import_module

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Mechanics without domain; knows no other app."""

    name = "core"

    def ready(self) -> None:
        """Register the system check that says whether papers can be made here."""
        import_module("core.pdf.availability")
