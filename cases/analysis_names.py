"""How what an analysis rests on is called, for one reader."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.models import Membership
from cases.analysis_basis import basis_of
from cases.analysis_content import AnalysisContent
from cases.models import BreakPoint, Case, Interview, JourneyStep
from core.partial_date import for_people


def names_in(contents: Iterable[AnalysisContent], *, case: Case, reader: Membership) -> dict[UUID, str]:
    """The names by id, each kind in its order; what she may not see has none."""
    named = [basis_of(content) for content in contents]
    interviews = Interview.objects.visible_to(reader).filter(
        case=case, pk__in={key for basis in named for key in basis.interviews}
    )
    steps = JourneyStep.objects.visible_to(reader).filter(
        case=case, pk__in={key for basis in named for key in basis.steps}
    )
    break_points = BreakPoint.objects.visible_to(reader).filter(
        case=case, pk__in={key for basis in named for key in basis.break_points}
    )
    return {
        **{
            each.pk: interview_name(each)
            for each in interviews.select_related("agency").order_by("held_on", "pk")
        },
        **{each.pk: ": ".join(filter(None, [for_people(each.on), each.what])) for each in steps.in_order()},
        **{
            each.pk: f"{each.interface}: {each.what_happened}"
            for each in break_points.select_related("interface").order_by("found_on", "pk")
        },
    }


def interview_name(interview: Interview) -> str:
    """Its day and the agency that held it."""
    return _("Interview of %(day)s, %(agency)s") % {"day": interview, "agency": interview.agency.short_name}
