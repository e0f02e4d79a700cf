"""How a life area stands in a case, as one agency sees it: one current row for each agency and area."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models.part import SharedPart, SharedPartQuerySet
from core.today import today

NEED_LENGTH = 500


class AreaProgress(models.TextChoices):
    """How far an agency has come in a life area."""

    SETTLED = "settled", _("settled")
    IN_PROGRESS = "in_progress", _("in progress")
    NEED = "need", _("need")
    URGENT = "urgent", _("urgent")
    NOT_ASKED = "not_asked", _("not asked")


class AreaState(SharedPart):
    """State and need of a life area; what the whole history says is told by interviews and analyses."""

    author = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    state = models.CharField(_("state"), max_length=12, choices=AreaProgress)
    need = models.CharField(_("need"), max_length=NEED_LENGTH, blank=True)
    changed_on = models.DateField(_("changed on"), default=today)

    objects = SharedPartQuerySet["AreaState"].as_manager()

    class Meta:
        verbose_name = _("state of a life area")
        verbose_name_plural = _("states of life areas")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agency", "life_area"], name="area_state_is_one_of_each_agency"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_life_area_display())
