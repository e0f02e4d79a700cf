"""A package, so that its world ends with it."""
