"""What an analysis proposes to the case conference; it stays with the agency until somebody puts the case forward."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.analysis import CaseAnalysis
from cases.models.part import OwnPart, OwnPartQuerySet


class Naming(models.TextChoices):
    """Whether the conference is to hear the person's name."""

    NAMED = "named", _("with the name")
    PSEUDONYMISED = "pseudonymised", _("pseudonymised")


class ConferenceProposal(OwnPart):
    """The question to the conference, what it is to reach, who must be there, and how long it takes."""

    SHORTEST, LONGEST = 5, 180

    analysis = models.OneToOneField(
        CaseAnalysis, on_delete=models.CASCADE, related_name="proposal", verbose_name=_("analysis")
    )
    question = models.TextField(_("question"), max_length=2_000)
    aim = models.TextField(_("aim"), max_length=2_000, blank=True)
    agencies = models.CharField(_("agencies needed"), max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(SHORTEST), MaxValueValidator(LONGEST)],
    )
    naming = models.CharField(
        _("how the case is put forward"), max_length=20, choices=Naming, default=Naming.PSEUDONYMISED
    )

    objects = OwnPartQuerySet["ConferenceProposal"].as_manager()

    class Meta:
        verbose_name = _("proposal for the case conference")
        verbose_name_plural = _("proposals for the case conference")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minutes=None) | models.Q(minutes__range=(5, 180)),
                name="proposal_takes_5_to_180_minutes",
                violation_error_message=_("A case takes 5 to 180 minutes."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_naming_display())
