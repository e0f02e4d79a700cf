"""The lists of the access administration, narrowed and cut into pages."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from agencies.forms.agency import CLOSED, AgencyFilterForm, CarrierFilterForm
from agencies.forms.member import ENDED, IN_FORCE, MemberFilterForm
from agencies.models import AccessInvitation, Agency, Carrier, Membership
from agencies.models.membership import in_force
from core.today import today

PAGE_SIZE = 25


def page_of(found: QuerySet[Any], number: str | None) -> Page[Any]:
    """One page; a number that no page has gives the nearest."""
    return Paginator(found, PAGE_SIZE).get_page(number or 1)


def chosen(form: AgencyFilterForm | CarrierFilterForm | MemberFilterForm) -> dict[str, Any]:
    """What narrows the list; nonsense narrows nothing."""
    form.is_valid()
    return {name: value for name, value in form.cleaned_data.items() if value}


def agencies_for(membership: Membership, *, narrowed_to: dict[str, Any]) -> QuerySet[Agency]:
    """The agencies that she administers, by name, with the number of their members today."""
    found = Agency.objects.administered_by(membership).select_related("carrier")
    if words := narrowed_to.get("words"):
        found = found.filter(Q(name__icontains=words) | Q(short_name__icontains=words))
    for column in ("kind", "carrier"):
        if column in narrowed_to:
            found = found.filter(**{column: narrowed_to[column]})
    if state := narrowed_to.get("state"):
        found = found.filter(active=state != CLOSED)
    today_only = in_force(prefix="memberships__")
    return found.annotate(member_count=Count("memberships", filter=today_only)).order_by("name", "pk")


def carriers(*, narrowed_to: dict[str, Any]) -> QuerySet[Carrier]:
    """All carriers by name, with the number of their agencies."""
    found = Carrier.objects.filter(name__icontains=narrowed_to.get("words", ""))
    return found.annotate(agency_count=Count("agencies")).order_by("name", "pk")


def members_of(agency: Agency, *, narrowed_to: dict[str, Any]) -> QuerySet[Membership]:
    """The members by name; without a choice those in force or to come."""
    found = Membership.objects.filter(agency=agency).select_related("user", "agency")
    if role := narrowed_to.get("role"):
        found = found.filter(roles__contains=[role])
    over = Q(ends_on__lte=today())
    state = narrowed_to.get("state", IN_FORCE)
    if state == ENDED:
        found = found.filter(over)
    elif state == IN_FORCE:
        found = found.exclude(over)
    return found.order_by("user__name", "pk")


def invitations_of(agency: Agency) -> QuerySet[AccessInvitation]:
    """Invitations that nobody has answered, the latest first."""
    found = AccessInvitation.objects.unanswered().filter(agency=agency)
    return found.select_related("agency", "invited_by__user")
