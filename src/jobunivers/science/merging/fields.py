# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where two lines that are one say more, or otherwise."""

from typing import NamedTuple

from jobunivers.science.merging import likeness
from jobunivers.science.merging.records import Kind, Line

_SAME_NAME = 0.8
"""From here on two ways to write a name are no disagreement."""
COMPARED: dict[Kind, tuple[str, ...]] = {
    "experience": ("title", "employer", "started", "ended", "description"),
    "education": ("title", "institution", "level", "ended"),
    "competence": (),
    "wish": (),
    "language": ("level",),
    "licence": (),
    "basics": ("value",),
}
_TIMES = frozenset({"started", "ended"})
_NAMES = frozenset({"title", "employer", "institution"})
_OWN_WORDS = frozenset({"description"})
"""Free text: two texts do not contradict each other."""


class Difference(NamedTuple):
    """Fields that `told` fills or says nearer, says otherwise, and may not be asked about."""

    adds: tuple[str, ...]
    differs: tuple[str, ...]
    settled: tuple[str, ...]


def difference(have: Line, told: Line) -> Difference:
    """Return where a line told says more or otherwise than the profile's line."""
    adds, differs, settled = [], [], []
    own_words = have.fields.get("code") == "summary"  # two texts do not contradict each other
    for name in COMPARED[have.kind]:
        mine, theirs = have.fields.get(name, ""), told.fields.get(name, "")
        says = _says(name, mine, theirs, same_concept=bool(have.concept == told.concept != ""))
        if says == "nothing" or (own_words and mine):
            continue
        if name in have.settled:
            settled.append(name)
        elif says == "more":
            adds.append(name)
        else:
            differs.append(name)
    return Difference(tuple(adds), tuple(differs), tuple(settled))


def _says(name: str, mine: str, theirs: str, *, same_concept: bool) -> str:
    """Return "nothing", "more" or "otherwise"."""
    if not theirs or theirs == mine:
        return "nothing"
    if not mine:
        return "more"
    if name in _TIMES and likeness.agree(mine, theirs):
        return "more" if likeness.nearer(theirs, mine) else "nothing"
    if name in _OWN_WORDS or _same_name(name, mine, theirs, same_concept=same_concept):
        return "nothing"
    return "otherwise"


def _same_name(name: str, mine: str, theirs: str, *, same_concept: bool) -> bool:
    if name not in _NAMES:
        return likeness.plain(mine) == likeness.plain(theirs)
    if name == "title" and same_concept:
        return True
    read = likeness.plain if name == "title" else likeness.firm
    return likeness.alike(read(mine), read(theirs)) >= _SAME_NAME
