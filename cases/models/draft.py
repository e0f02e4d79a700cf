"""What somebody is still writing: it saves itself, and nobody else sees it."""

import uuid

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, Membership
from cases.models.case import Case

# The hidden field by which a form says what it changes.
ABOUT = "about"


class DraftKind(models.TextChoices):
    """The forms that save themselves."""

    TAKE_UP = "take_up", _("Take up a person")
    INTERVIEW = "interview", _("Interview")
    ANALYSIS = "analysis", _("Case analysis")


class DraftQuerySet(models.QuerySet["Draft"]):
    """Drafts by their writer."""

    def visible_to(self, membership: Membership | None) -> "DraftQuerySet":
        """Her own drafts for the acting agency, in cases she still sees."""
        if membership is None or not membership.allows("view_case"):
            return self.none()
        visible = Case.objects.visible_to(membership).values("pk")
        mine = self.filter(agency_id=membership.agency_id, user_id=membership.user_id)
        return mine.filter(models.Q(case=None) | models.Q(case__in=visible))


class Draft(models.Model):
    """The fields of a form as they were typed, unchecked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="+", verbose_name=_("agency"))
    user_id = models.UUIDField(_("writer"))
    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("case")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=DraftKind)
    fields = models.JSONField(_("fields"), default=dict)
    saved_at = models.DateTimeField(_("saved at"), default=timezone.now)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "user_id", "case", "kind"],
                nulls_distinct=False,
                name="draft_is_one_of_its_kind",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        """The form in which writing goes on."""
        if self.case_id is None:
            return reverse("cases:take_up")
        if self.about and self.kind == DraftKind.ANALYSIS:
            return reverse("cases:analysis_edit", kwargs={"case_id": self.case_id, "analysis_id": self.about})
        return reverse(f"cases:{self.kind}_new", kwargs={"case_id": self.case_id})

    @property
    def about(self) -> str:
        """The id of what the form changes; empty for something new."""
        return "".join(self.fields.get(ABOUT, []))
