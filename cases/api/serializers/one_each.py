"""Lists with at most one entry for each word of a vocabulary, answered in its order."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from cases.models import InterviewStatement, LeadQuestion
from cases.models.analysis import TextKind
from cases.models.vocabulary import LifeArea


class OneEach(serializers.ListSerializer[Any]):
    """`field` is the name of the field that holds the word."""

    field: str
    words: list[str]

    def to_internal_value(self, data: Any) -> list[Any]:
        """The entries; two for one word would leave open which of them counts."""
        if isinstance(data, list) and len(data) > len(self.words):
            raise serializers.ValidationError({"non_field_errors": [_("There are too many entries.")]})
        entries: list[Any] = super().to_internal_value(data)
        named = [entry[self.field] for entry in entries]
        if twice := sorted({word for word in named if named.count(word) > 1}):
            sentence = _("Each may be named once only: %(words)s.") % {"words": ", ".join(twice)}
            raise serializers.ValidationError({"non_field_errors": [sentence]})
        return entries

    def to_representation(self, data: Any) -> list[Any]:
        """The entries in the order of the vocabulary."""
        entries = data.all() if hasattr(data, "all") else data
        return super().to_representation(sorted(entries, key=self.place))

    def place(self, entry: Any) -> Any:
        """Where an entry stands in the answer."""
        return self.words.index(getattr(entry, self.field))


class OnePerArea(OneEach):
    """One entry for each life area."""

    field, words = "life_area", LifeArea.values


class OnePerQuestion(OneEach):
    """One answer to each lead question."""

    field = "question"

    @property
    def words(self) -> list[str]:  # type: ignore[override]  # the others are fixed
        """Every question that the guide ever asked."""
        return [question.code for question in LeadQuestion.objects.newest()]

    def place(self, entry: InterviewStatement) -> tuple[int, str]:
        """As the guide asked it."""
        return entry.asked.position, entry.question


class OnePerSection(OneEach):
    """One text for each section."""

    field, words = "kind", TextKind.values
