"""Finding a case by the number somebody reads out: the case number, or the agency's own file number."""

from agencies.models import Membership
from cases.case_list import visible_participations
from cases.models import Case

HITS_AT_MOST = 20


def find_cases(number: str, *, for_: Membership) -> list[Case]:
    """Visible cases with exactly this case number or own file number, the latest activity first."""
    wanted = number.strip()
    if not wanted:
        return []
    by_number = Case.objects.visible_to(for_).filter(number=wanted.upper()).values_list("pk", flat=True)
    by_file = (
        visible_participations(for_)
        .filter(file_number=wanted)
        .exclude(file_number="")
        .values_list("case_id", flat=True)
    )
    ids = {*by_number[:1], *by_file[:HITS_AT_MOST]}
    cases = Case.objects.filter(pk__in=ids).select_related("migrant", "lead_agency")
    return list(cases.order_by("-last_activity", "-pk"))
