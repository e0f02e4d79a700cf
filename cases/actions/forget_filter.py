"""Deleting a kept view of the list; the cases in it stay as they are."""

from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from agencies.models import Membership
from cases.models import SavedFilter


@transaction.atomic
def forget_filter(filter_id: UUID, *, by: Membership) -> None:
    """Delete it.

    Raises Http404 for one that is not hers.
    """
    get_object_or_404(SavedFilter.objects.visible_to(by), pk=filter_id).delete()
