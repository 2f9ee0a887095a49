# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What events are called when a person reads the log.

Each app says it of its own events in its `happened.py`; the log itself keeps codes alone.
"""

from collections.abc import Mapping
from functools import cache

from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules

_names: dict[str, Promise] = {}


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
