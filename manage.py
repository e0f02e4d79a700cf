#!/usr/bin/env python
"""The command line of Fallbrücke."""

import os
import sys

from django.core.management import execute_from_command_line

from config.env import WrongSetting
from core.dev import environment
from core.dev.cannot_start import CannotStart


def main() -> None:
    """Run one management command; a wrong setting is answered by its one sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        if sys.argv[1:2] == ["dev"]:
            environment.fill_for_server()
        else:
            environment.fill_from_running_server()
        execute_from_command_line(sys.argv)
    except (WrongSetting, CannotStart) as refusal:
        sys.exit(str(refusal))


if __name__ == "__main__":
    main()
