"""Documents: a template becomes a tagged, archivable, self-checked PDF that loads nothing but our own files."""
