# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What else a statement says, as a person reads it: one line a thing, no signs of a program."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.dateparse import parse_duration
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.ui.wording import number

# They stand in the row's own fields.
_TOLD_ALREADY = {"id", "actor", "verb", "object", "timestamp", "stored", "authority", "version"}
# They only lead to what they hold.
_DRAWERS = {"result", "context", "extensions", "score", "contextActivities", "definition"}
_MINUTE = 60


def _per_cent(value: Any) -> str:
    return _("%(share)s procent") % {"share": number(round(value))}


def _time(value: Any) -> str:
    """Return an ISO 8601 duration in minutes; as it stands when it is none."""
    took = parse_duration(str(value))
    if took is None:
        return str(value)
    minutes = max(1, round(took.total_seconds() / _MINUTE))
    return _("%(minutes)s minutter") % {"minutes": number(minutes)}


_Said = tuple[Promise, Callable[[Any], str] | None]
_NAMES: Mapping[str, _Said] = {
    "scaled": (gettext_lazy("Resultat"), lambda value: _per_cent(value * 100)),
    "raw": (gettext_lazy("Point"), None),
    "min": (gettext_lazy("Færrest point"), None),
    "max": (gettext_lazy("Flest point"), None),
    "success": (gettext_lazy("Bestået"), None),
    "completion": (gettext_lazy("Gennemført"), None),
    "duration": (gettext_lazy("Tid, du brugte"), _time),
    "response": (gettext_lazy("Dit svar"), None),
    "progress": (gettext_lazy("Så langt kom du"), _per_cent),
    "language": (gettext_lazy("Sprog"), None),
    "platform": (gettext_lazy("Hvor"), None),
}


def plainly(told: Mapping[str, Any]) -> str:
    """Return what a statement says besides who did what to what, and when; "" for nothing."""
    return "\n".join(
        line for key, said in told.items() if key not in _TOLD_ALREADY for line in _lines(key, said)
    )


def _lines(key: str, said: Any) -> Iterator[str]:
    # Whoever adds a word of their own names it by an address; its end is the word.
    name = key.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]
    if isinstance(said, Mapping):
        for inner, one in said.items():
            yield from _lines(inner if name in _DRAWERS else f"{name} {inner}", one)
    elif isinstance(said, list):
        for one in said:
            yield from _lines(key, one)
    else:
        yield _line(name, said)


def _line(name: str, said: Any) -> str:
    words, formed = _NAMES.get(name, (name, None))
    is_number = isinstance(said, int | float) and not isinstance(said, bool)
    if formed is not None and (is_number or formed is _time):
        return f"{words}: {formed(said)}"
    if isinstance(said, bool):
        return f"{words}: {_('Ja') if said else _('Nej')}"
    if is_number:
        return f"{words}: {number(said, 0 if float(said).is_integer() else 2)}"
    return f"{words}: {said}"
