"""A database filled for load: invented people, unevenly spread work, the same rows for the same seed."""
