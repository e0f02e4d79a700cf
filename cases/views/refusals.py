"""An action's refusal becomes a sentence at the field of the form that caused it."""

from core.forms.refused import refused

__all__ = ["refused"]
