#!/usr/bin/env python
"""Django's command line for the portal."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minutes_portal.settings")
    try:
        from django.core.management import execute_from_command_line

        from minutes_portal.environment import SettingError
    except ImportError as error:
        sys.exit(f"{error}: run `make install`, then use .venv/bin/python.")
    try:
        execute_from_command_line(sys.argv)
    except SettingError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
