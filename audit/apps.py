"""Who looked, who changed."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """The append-only trail."""

    name = "audit"
    verbose_name = _("Audit trail")
