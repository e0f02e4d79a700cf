"""Bringing in an agency lets it work in the case: in named life areas, each on a legal basis, for a time."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from agencies.models import Agency, Membership
from audit import trail
from cases.models import Case, LegalBasis, Participation, ParticipationArea
from cases.models.vocabulary import Access
from cases.notifications import tell_brought_in
from cases.permissions import locked
from core.refusal import Refusal
from core.today import today


@transaction.atomic
def bring_in_agency(
    case: Case,
    *,
    agency: Agency,
    access: str,
    areas: dict[str, LegalBasis],
    by: Membership,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Participation:
    """Grant the participation; from the next request on the agency sees its share.

    ends_on is the first day without access. Raises Refusal when the agency takes part already, no longer works
    with Fallbrücke, or would get nothing; PermissionDenied when the acting agency does not lead the case.
    """
    case = locked(case, for_=by, codename="steer_case")
    starts_on = starts_on or today()
    _refuse_nonsense(agency, access=access, areas=areas, starts_on=starts_on, ends_on=ends_on)
    participation = Participation(
        case=case,
        agency=agency,
        access=access,
        starts_on=starts_on,
        ends_on=ends_on,
        granted_by=str(by),
        last_activity=case.last_activity,
        phase=case.phase,
        target_group=case.target_group,
        urgency=case.urgency,
    )
    _write_once(participation)
    ParticipationArea.objects.bulk_create(
        ParticipationArea(participation=participation, case=case, life_area=area, legal_basis=basis)
        for area, basis in areas.items()
    )
    case.touch()
    citations = ", ".join(sorted({basis.citation for basis in areas.values()}))
    trail.record(trail.Verb.GRANTED, participation, reason=citations[:200])
    tell_brought_in(participation, case=case, by=by)
    return participation


def _refuse_nonsense(
    agency: Agency, *, access: str, areas: dict[str, LegalBasis], starts_on: date, ends_on: date | None
) -> None:
    if not agency.active:
        raise Refusal(_("This agency no longer works with Fallbrücke."), field="agency")
    if access == Access.LEAD:
        raise Refusal(_("Only one agency leads a case."), field="access")
    if not areas:
        raise Refusal(_("Please choose at least one life area."), field="areas")
    if ends_on is not None and ends_on <= starts_on:
        raise Refusal(_("The participation would end before it begins."), field="ends_on")


def _write_once(participation: Participation) -> None:
    try:
        with transaction.atomic():
            participation.save(force_insert=True)
    except IntegrityError as error:
        raise Refusal(
            _("This agency already takes part in the case at that time."), field="agency"
        ) from error
