"""The world of these tests, made once for all of them."""

from tests.made_once import by_itself, db, files, made_once

__all__ = ["by_itself", "db", "files"]

globals().update(made_once("world"))
