"""What is sent is taken literally (core/api_strict.py)."""

from core.api_strict import KeyField, PlainText, Strict, StrictModel

__all__ = ["KeyField", "PlainText", "Strict", "StrictModel"]
