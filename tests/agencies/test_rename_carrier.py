"""Another name for a carrier."""

import pytest
from django.core.exceptions import PermissionDenied

from agencies.actions.rename_carrier import rename_carrier
from agencies.models import Carrier, Membership
from core.refusal import Refusal
from tests.factories import working_as


def test_it_may_be_written_otherwise_but_not_like_another(access_administrator: Membership) -> None:
    carrier, other = (Carrier.objects.create(name=name) for name in ("Kreis Herford", "Kreis Höxter"))
    with working_as(access_administrator):
        assert rename_carrier(carrier, name="KREIS Herford", by=access_administrator).name == "KREIS Herford"
        with pytest.raises(Refusal):
            rename_carrier(carrier, name=other.name, by=access_administrator)


def test_a_delegated_administrator_renames_none(delegated_administrator: Membership) -> None:
    with working_as(delegated_administrator), pytest.raises(PermissionDenied):
        rename_carrier(delegated_administrator.agency.carrier, name="x", by=delegated_administrator)
