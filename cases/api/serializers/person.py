"""The person in full: other names, nationalities, whereabouts."""

from typing import Any

from rest_framework import serializers

from cases.api.serializers.strict import PlainText, StrictModel
from cases.models import Whereabouts
from cases.models.migrant import ALIASES_AT_MOST, NATIONALITIES_AT_MOST
from cases.models.nationality import validate_nationality


class AliasesField(serializers.ListField):
    """Other names of the person, as they are printed or as she is called."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(child=PlainText(max_length=160), max_length=ALIASES_AT_MOST, **kwargs)


class NationalitiesField(serializers.ListField):
    """ISO 3166-1 in two letters; XXA is stateless, XXX is not settled."""

    def __init__(self, **kwargs: Any) -> None:
        code = serializers.CharField(max_length=3, validators=[validate_nationality])
        super().__init__(child=code, max_length=NATIONALITIES_AT_MOST, **kwargs)


class WhereaboutsSerializer(StrictModel):
    """Address, municipality and contact."""

    class Meta:
        model = Whereabouts
        fields = ["street", "postal_code", "town", "municipality", "telephone", "email"]
