"""Everything that hangs on a case in the fixed world, by the name that addresses call it."""

from tests.access.parts import (
    administration,
    analyses,
    catalogues,
    messages,
    papers,
    persons,
    search,
    way,
    work,
)
from tests.access.parts.making import Maker

PACKAGES = (administration, analyses, catalogues, messages, papers, persons, search, way, work)
MADE: dict[str, Maker] = {name: maker for package in PACKAGES for name, maker in package.MADE.items()}
