"""What is, in audit: the entry."""

from audit.models.entry import Entry

__all__ = ["Entry"]
