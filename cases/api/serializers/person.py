"""The person in full: names, nationalities, languages, whereabouts and the block on them."""

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from rest_framework import serializers

from cases.models import FurtherLanguage, Migrant, Whereabouts
from cases.models.further_language import LANGUAGES_AT_MOST
from cases.models.migrant import ALIAS_LENGTH, ALIASES_AT_MOST, NATIONALITIES_AT_MOST
from cases.models.nationality import validate_nationality
from cases.models.vocabulary import TargetGroup, YesNo
from core.api_strict import Day, PlainText, Strict, StrictModel


class AliasesField(serializers.ListField):
    """Other names of the person, as they are printed or as she is called."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(child=PlainText(max_length=ALIAS_LENGTH), max_length=ALIASES_AT_MOST, **kwargs)


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


class FurtherLanguageSerializer(StrictModel):
    """One more language, and whether somebody has to mediate."""

    class Meta:
        model = FurtherLanguage
        fields = ["language", "mediator_needed"]


class ChangePersonSerializer(StrictModel):
    """Who she is; `birth` is a date, a month, a year or empty: 1992-03-14, 1992-03, 1992."""

    aliases = AliasesField(required=False)
    nationalities = NationalitiesField(required=False)

    class Meta:
        model = Migrant
        fields = [
            "given_names",
            "family_name",
            "aliases",
            "birth",
            "sex",
            "nationalities",
            "origin",
            "unaccompanied_minor",
        ]
        extra_kwargs: ClassVar[dict[str, Any]] = {"family_name": {"required": False}}


class PersonSerializer(ChangePersonSerializer):
    """The person as the reader may see her; `whereabouts` is null when unknown or hidden by the block."""

    further_languages = FurtherLanguageSerializer(many=True)
    information_block = serializers.BooleanField(source="is_blocked")
    target_group_override = serializers.ChoiceField(choices=TargetGroup.choices, allow_blank=True)
    whereabouts = WhereaboutsSerializer(allow_null=True, source="open_whereabouts")

    class Meta(ChangePersonSerializer.Meta):
        fields = [
            *ChangePersonSerializer.Meta.fields,
            "language",
            "mediator_needed",
            "further_languages",
            "target_group_override",
            "information_block",
            "blocked_until",
            "whereabouts",
        ]
        read_only_fields = fields


class BlockSerializer(Strict):
    """Whether there is a block, and its last day; null is until it is lifted."""

    blocked = serializers.BooleanField()
    until = Day(required=False, allow_null=True, default=None)


class LanguagesSerializer(Strict):
    """The main language and the further ones, all of them."""

    language = PlainText(max_length=60, allow_blank=True)
    mediator_needed = serializers.ChoiceField(choices=YesNo.choices)
    further_languages = FurtherLanguageSerializer(many=True, required=False)

    def validate_further_languages(self, value: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """As many as the form takes."""
        if len(value) > LANGUAGES_AT_MOST:
            raise serializers.ValidationError({"non_field_errors": [_("There are too many entries.")]})
        return value

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        further = attrs.get("further_languages", [])
        return {
            "main": (attrs["language"], attrs["mediator_needed"]),
            "further": [(each["language"], each.get("mediator_needed", YesNo.NOT_ASKED)) for each in further],
        }


class TargetGroupSerializer(Strict):
    """The group and why; an empty group follows the residence title."""

    group = serializers.ChoiceField(choices=TargetGroup.choices, allow_blank=True)
    reason = PlainText(max_length=300, allow_blank=True, default="")
