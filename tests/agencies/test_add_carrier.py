"""A new carrier."""

import pytest

from agencies.actions.add_carrier import add_carrier
from agencies.models import Membership
from core.refusal import Refusal
from tests.factories import working_as


def test_its_name_is_given_once(access_administrator: Membership) -> None:
    with working_as(access_administrator):
        assert add_carrier("Kreis Herford", by=access_administrator).name == "Kreis Herford"
        with pytest.raises(Refusal) as refused:
            add_carrier("kreis herford", by=access_administrator)
    assert refused.value.field == "name"
