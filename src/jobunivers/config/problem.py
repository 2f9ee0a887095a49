# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one kind of failure the command line shows as a single clear line."""

import errno


class Problem(Exception):  # noqa: N818  (it is what the person reads)
    """Something the person at the keyboard can do something about, said in one line."""


def of_the_disk(error: OSError) -> Problem:
    """Turn an operating system's refusal into the line that says what to do."""
    place = error.filename or "the project folder"
    if error.errno == errno.ENOSPC:
        return Problem(f"no space left on the disk while writing {place}: free some and try again")
    if error.errno == errno.EDQUOT:
        return Problem(f"the disk quota is used up while writing {place}: free some and try again")
    if error.errno == errno.EROFS:
        return Problem(f"{place} is on a read-only disk: Jobunivers keeps its data in its folder")
    if error.errno in {errno.EACCES, errno.EPERM}:
        return Problem(f"no permission for {place}: run as the owner of the project folder")
    return Problem(f"{error.strerror or error}: {place}")
