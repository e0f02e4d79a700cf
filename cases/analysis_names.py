"""How what an analysis rests on is called, for one reader."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.models import Membership
from cases.analysis_content import AnalysisContent
from cases.models import Case, Interview


def names_in(contents: Iterable[AnalysisContent], *, case: Case, reader: Membership) -> dict[UUID, str]:
    """The names by id; what she may not see has none."""
    wanted = {key for content in contents for key in content.interviews}
    interviews = (
        Interview.objects.visible_to(reader).filter(case=case, pk__in=wanted).select_related("agency")
    )
    return {each.pk: interview_name(each) for each in interviews}


def interview_name(interview: Interview) -> str:
    """Its day and the agency that held it."""
    return _("Interview of %(day)s, %(agency)s") % {"day": interview, "agency": interview.agency.short_name}
