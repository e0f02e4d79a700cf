"""What can happen in cases, one verb per file."""
