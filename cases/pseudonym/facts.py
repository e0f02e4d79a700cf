"""What is known about a person and therefore recognised in every text about her."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownFacts:
    """Names, numbers and places as they stand in the records, for one reader."""

    names: tuple[str, ...] = ()
    """Of the person: as printed, in any script, and under which she is known besides."""
    relatives: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    """Of everybody who works on the case, mediators included."""
    agencies: tuple[tuple[str, str], ...] = ()
    """Name of an agency, and its kind, by which it may be called."""
    numbers: tuple[str, ...] = ()
    """Case and file numbers."""
    telephones: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    municipality: str = ""
    blocked: bool = False
    """With an information block no part of the Kreis is told either."""
    birth: str = ""
    """As far as it is known: 1994, 1994-05 or 1994-05-12."""
