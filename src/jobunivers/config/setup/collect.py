# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Collects the static files; run with the virtual environment's Python, without a database."""

import os


def main() -> None:
    """Empty the folder and fill it anew: half a file left by an interruption looks up to date."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "jobunivers.config.settings"
    # The names of the files are those of real use; nothing is served, so no secret is needed.
    os.environ["JOBUNIVERS_MODE"] = "demo"

    import django
    from django.core.management import call_command

    django.setup()
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)


if __name__ == "__main__":
    main()
