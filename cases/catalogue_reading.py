"""One version of a text for its page: what it says, what changed, who may do what with it."""

from dataclasses import dataclass
from functools import cached_property

from agencies.models import CheckedText, Membership
from cases.catalogues import Catalogue
from cases.text_difference import Piece, difference
from core.today import today


@dataclass(frozen=True, slots=True)
class Change:
    """One part of the text, and how it came from the version before."""

    label: str
    pieces: list[Piece]


class TextReading:
    """A version among its versions."""

    def __init__(self, catalogue: Catalogue, text: CheckedText, *, reader: Membership) -> None:
        self.catalogue = catalogue
        self.text = text
        self.reader = reader

    @cached_property
    def versions(self) -> list[CheckedText]:
        """The latest first."""
        return self.catalogue.versions_of(self.text)

    @property
    def parts(self) -> list[tuple[str, str]]:
        """What it says, part by part."""
        return [(self.text.label_of(name), said) for name, said in self.text.content.items()]

    @cached_property
    def before(self) -> CheckedText | None:
        """The version that it replaced."""
        return next((each for each in self.versions if each.version < self.text.version), None)

    @property
    def newest(self) -> CheckedText:
        """The version written last."""
        return self.versions[0]

    @property
    def is_newest(self) -> bool:
        """Nobody has written another one since."""
        return self.newest.pk == self.text.pk

    @property
    def changes(self) -> list[Change]:
        """The parts that differ from the version before."""
        if self.before is None:
            return []
        before, now = self.before.content, self.text.content
        return [
            Change(self.text.label_of(name), difference(before[name], now[name]))
            for name in now
            if before[name] != now[name]
        ]

    @property
    def is_over(self) -> bool:
        """It counts no longer."""
        return self.text.is_over(on=today())

    @property
    def begins_later(self) -> bool:
        """It does not count yet."""
        return self.text.valid_from > today()

    @property
    def may_edit(self) -> bool:
        """She keeps the catalogues, and this is the version to go on from."""
        return self.reader.allows("edit_catalogues") and self.is_newest and not self.is_over

    @property
    def wrote_it(self) -> bool:
        """She wrote it herself."""
        return self.text.writer_id == self.reader.user_id

    @property
    def waits_for_check(self) -> bool:
        """Nobody has checked it, and she keeps the catalogues."""
        return self.reader.allows("edit_catalogues") and not self.text.is_checked and not self.is_over

    @property
    def may_check(self) -> bool:
        """She is the second person."""
        return self.waits_for_check and not self.wrote_it
