# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What events are called when a person reads the log.

Each app says it of its own events in its `happened.py`; the log itself keeps codes alone.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules

_names: dict[str, Promise] = {}
Telling = Callable[[Mapping[str, Any]], str]
_told: dict[str, Telling] = {}


def name_events(app: str, names: Mapping[str, Promise]) -> None:
    """Say what an app's events are called: what happened, in a few words, whoever did it.

    Raises:
        ValueError: it is said twice of one.
    """
    for happened, name in names.items():
        code = f"{app}.{happened}"
        if _names.get(code, name) is not name:
            raise ValueError(f"What {code} is called is said twice.")
        _names[code] = name


def tell_events(app: str, tellings: Mapping[str, Telling]) -> None:
    """Say how an app's events read in full: from the numbers they hold to what was decided.

    The log keeps numbers alone. "" from a telling: the row they lead to is there no more.
    """
    for happened, telling in tellings.items():
        _told[f"{app}.{happened}"] = telling


def event_told(kind: str, data: Mapping[str, Any]) -> str:
    """Return what an event says in the reader's language; of what nobody tells its numbers."""
    _discovered()
    telling = _told.get(kind)
    said = telling(data) if telling is not None else ""
    return said or ", ".join(f"{name}: {value}" for name, value in sorted(data.items()))


def event_name(kind: str) -> str:
    """Return what happened, in the reader's language; the code of what nobody has named."""
    _discovered()
    return str(_names.get(kind, kind))


def named_events() -> list[str]:
    """Return the codes of all events that have a name."""
    _discovered()
    return sorted(_names)


@cache
def _discovered() -> None:
    autodiscover_modules("happened")
