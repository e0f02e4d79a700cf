"""Cases for other programs: the same actions, permissions and entries of the trail as the pages."""
