# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does in every kommune: one that fails holds up no other, and is not forgotten."""

import logging
from collections.abc import Callable

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality

_log = logging.getLogger(__name__)


class FailedSomewhere(RuntimeError):  # noqa: N818 - it reads as what happened
    """Every kommune has had its turn, and in some the work failed: the log has their traces."""


def everywhere(what: str, act: Callable[[], object], *, platform: bool = False) -> int:
    """Do something for each open kommune, in a transaction of its own; return what it adds up to.

    Args:
        what: is done, in a few words for the log, for instance `reminders of agreements`.
        act: does it for the kommune that is worked for; the numbers it returns are added up.
        platform: whether the organisation that runs the platform has its turn too, last.

    Raises:
        FailedSomewhere: all have had their turn, and it failed for some.
    """

    def one(municipality: Municipality) -> object:
        with working_for(municipality.pk):
            return act()

    return each_kommune(what, one, platform=platform)


def each_kommune(
    what: str, act: Callable[[Municipality], object], *, platform: bool = False
) -> int:
    """Do the same with what is told the kommune and opens its transactions itself."""
    national = tenancy.national() if platform else None
    total = failed = 0
    for municipality in [*tenancy.opened(), *([national] if national else [])]:
        try:
            done = act(municipality)
        except Exception:  # noqa: BLE001 - the others shall have theirs; the log has the trace
            failed += 1
            _log.exception("%s failed for kommune %s", what, municipality.pk)
        else:
            total += done if isinstance(done, int) else 0
    if failed:
        raise FailedSomewhere(f"{what} failed for {failed} kommuner")
    return total
