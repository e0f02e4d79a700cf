"""Measures what docs/performance.md promises, on databases of its own; the application never imports it."""
