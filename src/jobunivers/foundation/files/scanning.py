# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way to a scanner that knows harmful files; without one, files are checked by content only."""

from typing import IO

from django.conf import settings

from jobunivers.integrations import clamd


class ScannerSilent(Exception):  # noqa: N818 - it reads as what is wrong
    """A scanner is set and does not answer: no file is taken until it does."""


def scan(file: IO[bytes]) -> tuple[str, str]:
    """Return who has scanned a file, and the name of what was found; both empty without a scanner.

    Raises:
        ScannerSilent: the scanner is not there, or gave no answer.
    """
    if not settings.CLAMD:
        return "", ""
    try:
        found = clamd.scan(settings.CLAMD, file)
    except clamd.NoAnswer as error:
        raise ScannerSilent from error
    return "clamd", found
