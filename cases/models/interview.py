"""A conversation about the present life situation, by the project's guide."""

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models.guide import LeadQuestion
from cases.models.part import OwnPart, OwnPartQuerySet, SharedPart, SharedPartQuerySet


class ConsentForm(models.TextChoices):
    """How the person agreed to the interview; without it there is none (§ 67b Abs. 2 SGB X)."""

    WRITTEN = "written", _("in writing")
    ORAL = "oral", _("orally, noted here")


class Question(models.TextChoices):
    """The codes of the three lead questions that the project began with; their wordings stand in the guide."""

    SUCCESS = "success"
    COOPERATION = "cooperation"
    PROBLEMS = "problems"


class InterviewQuerySet(OwnPartQuerySet["Interview"]):
    """Interviews: an agency sees its own, and of the others those of which an answer is open to it."""

    def visible_to(self, membership: Membership | None) -> Self:
        """Her agency's own interviews, and the heads of those with an answer shared with it."""
        if membership is None:
            return self.none()
        answers = InterviewAnswer.objects.visible_to(membership).filter(interview_id=models.OuterRef("pk"))
        own = models.Q(agency_id=membership.agency_id)
        return self._in_visible_cases(membership).filter(own | models.Q(models.Exists(answers)))


class Interview(OwnPart):
    """Its head. Language, mediator and consent are shown to the agency that held it alone."""

    author = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("held by")
    )
    held_on = models.DateField(_("held on"))
    language = models.CharField(_("language of the interview"), max_length=60, blank=True)
    mediator = models.CharField(_("language mediator"), max_length=120, blank=True)
    consent = models.CharField(_("consent to the interview"), max_length=10, choices=ConsentForm)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        ordering = ["-held_on", "-id"]

    def __str__(self) -> str:
        return f"{self.held_on:%d.%m.%Y}"


class InterviewStatement(OwnPart):
    """The person's own words to a lead question; they belong to no life area and are never shared."""

    interview = models.ForeignKey(
        Interview, on_delete=models.CASCADE, related_name="statements", verbose_name=_("interview")
    )
    question = models.SlugField(_("question"), max_length=40, db_index=False)
    asked = models.ForeignKey(
        LeadQuestion,
        on_delete=models.PROTECT,
        db_index=False,
        related_name="+",
        verbose_name=_("wording that was asked"),
    )
    text = models.TextField(_("answer"), max_length=10_000)

    objects = OwnPartQuerySet["InterviewStatement"].as_manager()

    class Meta:
        verbose_name = _("answer to a lead question")
        verbose_name_plural = _("answers to the lead questions")
        constraints = [
            models.UniqueConstraint(fields=["interview", "question"], name="interview_asks_a_question_once"),
        ]

    def __str__(self) -> str:
        return self.question


class InterviewAnswer(SharedPart):
    """What was said in one life area; an area without an answer was not asked."""

    interview = models.ForeignKey(
        Interview, on_delete=models.CASCADE, related_name="answers", verbose_name=_("interview")
    )
    situation = models.TextField(_("situation"), max_length=10_000, blank=True)
    wishes = models.TextField(_("wishes"), max_length=10_000, blank=True)
    agencies_involved = models.CharField(_("agencies involved"), max_length=300, blank=True)
    rating = models.PositiveSmallIntegerField(
        _("own rating"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
        help_text=_("1 is very bad, 5 is very good."),
    )

    objects = SharedPartQuerySet["InterviewAnswer"].as_manager()

    class Meta:
        verbose_name = _("answer in a life area")
        verbose_name_plural = _("answers in the life areas")
        constraints = [
            models.UniqueConstraint(fields=["interview", "life_area"], name="interview_answers_an_area_once"),
            models.CheckConstraint(
                condition=models.Q(rating=None) | models.Q(rating__range=(1, 5)),
                name="interview_rating_is_1_to_5",
                violation_error_message=_("A rating is 1 to 5, or not asked."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_life_area_display())
