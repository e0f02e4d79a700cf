"""The interview and the analysis of a case: all life areas, every other one shared."""

from random import Random
from uuid import UUID

from cases.models.analysis import TextKind
from cases.models.interview import ConsentForm
from cases.models.vocabulary import LifeArea
from cases.scale.offices import Office
from cases.scale.tables import Tables

SENTENCE = "Angelegt zum Messen: ein Absatz von der Länge, die ein Gespräch in einem Lebensbereich ergibt. "
TEXT = (SENTENCE * 4).strip()
# The head alone: nobody compares versions while measuring lists.
FIRST_VERSION = (
    '{"as_of": "%(on)s", "title": "Fallanalyse", "interviews": ["%(interview)s"], '
    '"steps": [], "break_points": {}, "texts": {}, "rows": {}, "proposal": null}'
)


class PartRows:
    """Collects the parts that one agency wrote in a case."""

    def __init__(self, rnd: Random, *, tables: Tables, days: list[str], asked: dict[str, str]) -> None:
        self.rnd = rnd
        self.asked = asked
        self.tables = tables
        self.days = days

    def add(self, case: str, day: int, *, office: Office) -> None:
        """An interview and the analysis of the same day."""
        own, on, author = (case, office.id), self.days[day], office.somebody(self.rnd)
        interview, analysis = self._id(), self._id()
        self.tables.interviews.add(interview, *own, author, on, ConsentForm.WRITTEN.value)
        for question, wording in self.asked.items():
            self.tables.statements.add(self._id(), *own, interview, question, wording, TEXT)
        self.tables.analyses.add(analysis, *own, author, on, "Fallanalyse", f"{on} 12:00+00")
        self.tables.rests_on.add(self._id(), *own, analysis, interview)
        content = FIRST_VERSION % {"on": on, "interview": UUID(interview)}
        self.tables.versions.add(self._id(), *own, analysis, "1", content, author, f"{on} 12:00+00")
        for kind in TextKind.values:
            self.tables.texts.add(self._id(), *own, analysis, kind, TEXT)
        for area in LifeArea.values:
            shared = "t" if self.rnd.random() < 0.5 else "f"
            rating = str(self.rnd.randrange(1, 6))
            self.tables.answers.add(self._id(), *own, interview, area, shared, TEXT, SENTENCE.strip(), rating)
            deadline = self.days[day + self.rnd.randrange(14, 200)]
            self.tables.rows.add(self._id(), *own, analysis, area, shared, TEXT, SENTENCE.strip(), deadline)

    def _id(self) -> str:
        return f"{self.rnd.getrandbits(128):032x}"
