"""All that an agency writes in an analysis, as plain values: what a form sends, and what a version keeps."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any, Self
from uuid import UUID

from cases.models.analysis import TextKind
from cases.models.conference_proposal import Naming
from cases.models.vocabulary import LifeArea

# What an area says when only a part of it is named.
EMPTY_ROW: Mapping[str, Any] = {
    "situation": "",
    "resources": "",
    "need": "",
    "agencies": "",
    "deadline": None,
    "deadline_note": "",
    "shared": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalContent:
    """The question to the case conference and what it needs."""

    question: str
    aim: str = ""
    agencies: str = ""
    minutes: int | None = None
    naming: str = Naming.PSEUDONYMISED


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutBreakPoint:
    """What the analysis says about a break point; the break point itself is recorded in the way."""

    classification: str = ""
    workgroup: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisContent:
    """Sections in running text, a row for each life area that says something, and what the analysis rests on."""

    as_of: date
    title: str
    interviews: tuple[UUID, ...] = ()
    steps: tuple[UUID, ...] = ()
    break_points: Mapping[UUID, AboutBreakPoint] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    proposal: ProposalContent | None = None

    @property
    def says_something(self) -> bool:
        """A word stands in it; what it rests on alone is none."""
        return any(self.texts.values()) or bool(self.rows) or self.proposal is not None

    def in_order(self) -> Self:
        """The same in one form, so that two contents that say the same are equal."""
        return replace(
            self,
            interviews=tuple(sorted(self.interviews, key=str)),
            steps=tuple(sorted(self.steps, key=str)),
            break_points=dict(sorted(self.break_points.items(), key=lambda item: str(item[0]))),
            texts={kind: self.texts[kind] for kind in TextKind.values if self.texts.get(kind)},
            rows={area: {**EMPTY_ROW, **self.rows[area]} for area in LifeArea.values if area in self.rows},
        )

    def frozen(self) -> dict[str, Any]:
        """The content as a version stores it."""
        content = self.in_order()
        return {
            "as_of": content.as_of.isoformat(),
            "title": content.title,
            "interviews": [str(key) for key in content.interviews],
            "steps": [str(key) for key in content.steps],
            "break_points": {str(key): asdict(each) for key, each in content.break_points.items()},
            "texts": content.texts,
            "rows": {
                area: {**row, "deadline": row["deadline"].isoformat() if row["deadline"] else None}
                for area, row in content.rows.items()
            },
            "proposal": asdict(content.proposal) if content.proposal else None,
        }

    @classmethod
    def thawed(cls, stored: Mapping[str, Any]) -> Self:
        """The content of a version."""
        rows = {
            area: {**row, "deadline": date.fromisoformat(row["deadline"]) if row["deadline"] else None}
            for area, row in stored["rows"].items()
        }
        return cls(
            as_of=date.fromisoformat(stored["as_of"]),
            title=stored["title"],
            interviews=tuple(UUID(key) for key in stored["interviews"]),
            steps=tuple(UUID(key) for key in stored["steps"]),
            break_points={UUID(key): AboutBreakPoint(**each) for key, each in stored["break_points"].items()},
            texts=dict(stored["texts"]),
            rows=rows,
            proposal=ProposalContent(**stored["proposal"]) if stored["proposal"] else None,
        )
