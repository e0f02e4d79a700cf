"""How one thing of the fixed world comes about."""

from collections.abc import Callable

from django.db.models import Model

from agencies.models import Membership
from cases.models import Case

# Made in the name of a caseworker who may write in the case; its id stands in addresses under the maker's name.
Maker = Callable[[Case, Membership], Model]
