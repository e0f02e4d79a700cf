"""Texts of the catalogues: one shape for all of them, in what is answered and in what is sent."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from agencies.models import CheckedText, Language
from cases.catalogues import CatalogueState
from cases.forms.catalogue import FORMS
from cases.models import AreaPrompts, LeadQuestion
from core.api_strict import Day, PlainText, Strict


class CatalogueSerializer(serializers.Serializer[CatalogueState]):
    """A catalogue and how it stands; `for_you` counts the texts that you may check."""

    catalogue = serializers.CharField(source="catalogue.slug", read_only=True)
    title = serializers.CharField(source="catalogue.title", read_only=True)
    total = serializers.IntegerField(read_only=True)
    unchecked = serializers.IntegerField(read_only=True)
    for_you = serializers.IntegerField(source="for_her", read_only=True)
    last_change = serializers.DateTimeField(read_only=True, allow_null=True)


class CatalogueTextSerializer(serializers.Serializer[CheckedText]):
    """One version of a text; `content` has the parts of its catalogue, such as `wording` or `citation`."""

    id = serializers.UUIDField(read_only=True)
    code = serializers.SlugField(read_only=True)
    version = serializers.IntegerField(read_only=True)
    content = serializers.SerializerMethodField()
    source = serializers.CharField(read_only=True)  # type: ignore[assignment]  # a field of this name
    valid_from = serializers.DateField(read_only=True)
    valid_until = serializers.DateField(read_only=True, allow_null=True)
    written_by = serializers.CharField(read_only=True)
    written_at = serializers.DateTimeField(read_only=True)
    checked_by = serializers.CharField(read_only=True)
    checked_on = serializers.DateField(read_only=True, allow_null=True)
    checked_against = serializers.CharField(read_only=True)

    @extend_schema_field(dict[str, Any])
    def get_content(self, text: CheckedText) -> dict[str, Any]:
        """The parts as they are stored."""
        return {name: getattr(text, name) for name in text.CONTENT}


class WriteTextSerializer(Strict):
    """A new text, or the next version of one; `content` has all parts of its catalogue."""

    content = serializers.DictField()
    source = PlainText(max_length=200)  # type: ignore[assignment]  # a field of this name
    valid_from = Day()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """By the same form as on the page; what is wrong is said at its part."""
        model: type[CheckedText] = self.context["model"]
        content = attrs["content"]
        form = FORMS[model]({**content, **{k: attrs[k] for k in ("source", "valid_from")}}, text=None)
        if unknown := sorted(set(content) - set(model.CONTENT)):
            raise serializers.ValidationError({"content": [f"{', '.join(unknown)}: ?"]})
        if not form.is_valid():
            problems = [f"{name}: {' '.join(map(str, said))}" for name, said in form.errors.items()]
            raise serializers.ValidationError({"content": problems})
        return {"text": form.text()}


class CheckTextSerializer(Strict):
    """That you have compared the text with its source."""

    against = PlainText(max_length=300)


class EndTextSerializer(Strict):
    """The first day on which it counts no longer; null takes back an end that lies ahead."""

    valid_until = Day(allow_null=True)


class LanguageSerializer(serializers.ModelSerializer[Language]):
    """A language that the forms offer today."""

    class Meta:
        model = Language
        fields = ["code", "name", "own_name", "right_to_left", "checked_on"]
        read_only_fields = fields


class QuestionSerializer(serializers.ModelSerializer[LeadQuestion]):
    """A lead question; interviews name it by its code."""

    class Meta:
        model = LeadQuestion
        fields = ["code", "wording", "checked_on"]
        read_only_fields = fields


class PromptsSerializer(serializers.ModelSerializer[AreaPrompts]):
    """What one may think of in a life area."""

    life_area = serializers.CharField(source="code", read_only=True)
    prompts = serializers.ListField(source="lines", child=serializers.CharField(), read_only=True)

    class Meta:
        model = AreaPrompts
        fields = ["life_area", "prompts", "checked_on"]
        read_only_fields = fields


class GuideSerializer(serializers.Serializer[dict[str, Any]]):
    """The guide of the interview as it counts today."""

    questions = QuestionSerializer(many=True, read_only=True)
    prompts = PromptsSerializer(many=True, read_only=True)
