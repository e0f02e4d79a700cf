"""What is, in core: a text that waits, and the abstract job that makes a paper."""

from core.models.kept_text import KeptText
from core.models.render_job import RenderJob

__all__ = ["KeptText", "RenderJob"]
