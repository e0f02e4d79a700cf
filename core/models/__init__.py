"""What is, in core: a text that waits, the mails to be sent, and the abstract job that makes a paper."""

from core.models.kept_text import KeptText
from core.models.outbox import OutboxMessage
from core.models.render_job import RenderJob

__all__ = ["KeptText", "OutboxMessage", "RenderJob"]
