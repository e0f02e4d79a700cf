"""Ending a membership, at once or on a day."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.actions.change_roles import locked_member, tell_access_changed
from agencies.administration import (
    end_sessions_without_access,
    refuse_herself,
    refuse_watching_roles,
    refuse_without_successor,
)
from agencies.models import Membership
from agencies.notifications import mail_access_ends
from agencies.permissions import administered_agency
from audit import trail
from core.refusal import Refusal
from core.today import today


@transaction.atomic
def end_membership(
    membership: Membership, *, reason: str, by: Membership, on: date | None = None
) -> Membership:
    """`on` is the first day without access; without it, her next click, call and job get nothing.

    Raises Refusal for her own membership, one that has ended, a watching role that is not hers to take, the last
    central administrator, and a day before the membership began or in the past.
    """
    administered_agency(membership.agency_id, by=by)
    membership = locked_member(membership)
    refuse_herself(membership.user_id, by=by)
    refuse_watching_roles([], held=membership.roles, by=by)
    refuse_without_successor([membership])
    membership.ends_on = _day(membership, on or max(today(), membership.starts_on))
    membership.save(update_fields=["ends_on"])
    trail.record(trail.Verb.ENDED, membership, reason=reason)
    end_sessions_without_access([membership])
    mail_access_ends(membership)
    if membership.ends_on > today():
        tell_access_changed(membership, by=by)
    return membership


def _day(membership: Membership, day: date) -> date:
    if day < today():
        raise Refusal(_("This day lies in the past."), field="ends_on")
    if day < membership.starts_on:
        raise Refusal(_("The membership ends before it begins."), field="ends_on")
    return day
