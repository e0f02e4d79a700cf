"""What happened in a case, as one reader sees it; a kind of thing is one file here and a line in `sources.py`."""
