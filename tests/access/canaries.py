"""Words that stand nowhere else, one in every text field of every part, each with those who may read it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from django.apps import apps
from django.db import models

# Fields with text that no caseworker types, or that everybody may read.
NOT_PLANTED = {
    "Case.number": "given by the database; searched for as it is",
    "Migrant.birth": "a date",
    "FamilyLink.birth": "a date",
    "FamilyLink.changed_by": "name and agency of a colleague",
    "ResidencePeriod.changed_by": "name and agency of a colleague",
    "PhaseChange.by": "name and agency of a colleague",
    "Participation.granted_by": "name and agency of a colleague",
    "Participation.ended_by": "name and agency of a colleague",
    "AnalysisPdf.error_code": "a code of ours",
    "AnalysisPdf.language": "de or en",
    "AnalysisPdf.code": "drawn by lot",
    "AnalysisVersion.content": "holds what was typed into the analysis",
    "JourneyStep.on": "a date",
    "MigrantMerge.by": "name and agency of a colleague",
    "MigrantMerge.undone_by": "name and agency of a colleague",
    "SavedFilter.chosen": "choices of a form",
    "InterviewStatement.question": "a code of the guide",
    **{
        f"{catalogue}.{name}": "the catalogue is open to all"
        for catalogue, name in product(
            ("LegalBasis", "LeadQuestion", "AreaPrompts"),
            (
                "code",
                "source",
                "written_by",
                "checked_by",
                "checked_against",
                "citation",
                "title",
                "wording",
                "prompts",
            ),
        )
    },
}
WORD = re.compile(r"QX\d{5,}XQ")


@dataclass(frozen=True)
class Canary:
    """One word, where it stands, and whose eyes it may meet."""

    word: str
    field: str
    readers: frozenset[str]


@dataclass
class Aviary:
    """All words of a world."""

    birds: list[Canary] = field(default_factory=list)

    def word(self, name: str, readers: Iterable[str]) -> str:
        """A new word for the field of this name; no hyphenation divides it, in a PDF either."""
        canary = Canary(f"QX{len(self.birds):05}XQ", name, frozenset(readers))
        self.birds.append(canary)
        return canary.word

    def in_text(self, text: str) -> set[Canary]:
        """Those that stand in it, whatever spaces a line break or a PDF has put between the letters."""
        found = set(WORD.findall("".join(text.split())))
        return {canary for canary in self.birds if canary.word in found}

    def leaked(self, text: str, *, to: str) -> list[str]:
        """The fields of those that this person must not read."""
        return sorted(canary.field for canary in self.in_text(text) if to not in canary.readers)

    @property
    def fields(self) -> set[str]:
        """Where words were planted."""
        return {canary.field for canary in self.birds}


def text_fields() -> set[str]:
    """Every field of a case in which text of people can stand, as "Model.field"."""
    return set(_text_fields()) - set(NOT_PLANTED)


def _text_fields() -> Iterator[str]:
    for model in apps.get_app_config("cases").get_models():
        for each in model._meta.concrete_fields:
            holds_text = isinstance(each, models.CharField | models.TextField | models.JSONField)
            if model._meta.managed and holds_text and not each.choices:
                yield f"{model.__name__}.{each.name}"
