"""The fonts that documents carry with them, and the characters these have a shape for."""

import atexit
import re
from functools import cache
from pathlib import Path

from celery.signals import worker_process_shutdown
from django.conf import settings
from fontTools.ttLib import TTFont
from weasyprint.text.fonts import FontConfiguration

STATIC = Path(settings.BASE_DIR) / "static"
STYLE_SHEET = STATIC / "css" / "pdf" / "fonts.css"
FILE = re.compile(r'url\("own:([^"]+)"\)')
FAMILY = re.compile(r'font-family: "([^"]+)"')


@cache
def warm_fonts() -> FontConfiguration:
    """Fonts that stay unpacked, in a folder of the process, for its life."""
    return FontConfiguration()


@atexit.register
@worker_process_shutdown.connect
def forget_fonts(**_: object) -> None:
    """Have the folder removed while Python can still do it; a worker's child ends without the first of the two."""
    warm_fonts.cache_clear()


@cache
def shapes() -> frozenset[int]:
    """Code points for which the shipped fonts have a shape, read once from the files that the style sheet names."""
    points: set[int] = set()
    for file in FILE.findall(STYLE_SHEET.read_text()):
        with TTFont(STATIC / file, lazy=True) as font:
            points |= font.getBestCmap().keys()
    return frozenset(points)


@cache
def families() -> str:
    """The shipped families in the order in which they are tried, for pictures: these know no style sheet."""
    return ",".join(dict.fromkeys(FAMILY.findall(STYLE_SHEET.read_text())))
