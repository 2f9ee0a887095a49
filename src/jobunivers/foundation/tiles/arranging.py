# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How tiles stand on a page, and how they are moved; nothing here knows a database.

Tiles that nobody offers just now keep their place: they are passed over when others are moved,
and stand there again when they come back.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

RICH, SIMPLE = "rich", "simple"
MAIN, SIDE = "main", "side"
COLUMNS = {RICH: (MAIN, SIDE), SIMPLE: (SIMPLE,)}


class CannotArrange(Exception):  # noqa: N818 - it reads as what happened
    """The tile does not stand there (any more), or there is nowhere to move it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Which tiles stand where: two columns in the rich view, one in the simple one.

    `own`: what she has put there herself.
    """

    view: str = RICH
    main: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    simple: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    @property
    def columns(self) -> dict[str, tuple[str, ...]]:
        """Return the columns of the view she has chosen, by name."""
        return {name: getattr(self, name) for name in COLUMNS[self.view]}

    @property
    def codes(self) -> tuple[str, ...]:
        """Return all tiles of the view, in order."""
        return tuple(code for column in self.columns.values() for code in column)

    @property
    def everywhere(self) -> frozenset[str]:
        """Return all tiles of both views."""
        return frozenset((*self.main, *self.side, *self.simple))

    def with_columns(
        self, columns: Mapping[str, Iterable[str]], *, own: Iterable[str] | None = None
    ) -> "Arrangement":
        """Return the same with these columns."""
        return Arrangement(
            view=self.view,
            main=tuple(columns.get(MAIN, self.main)),
            side=tuple(columns.get(SIDE, self.side)),
            simple=tuple(columns.get(SIMPLE, self.simple)),
            own=self.own if own is None else tuple(own),
        )

    def column_of(self, code: str) -> str:
        """Return the name of the column a tile stands in.

        Raises:
            CannotArrange: it stands in none of this view.
        """
        for name, column in self.columns.items():
            if code in column:
                return name
        raise CannotArrange(code)

    def as_kept(self) -> dict[str, Any]:
        """Return the same as a row keeps it."""
        return asdict(self)


def read(kept: Mapping[str, Any]) -> Arrangement:
    """Return what a row keeps; what is missing there is empty."""
    lists = {name: tuple(kept.get(name) or ()) for name in (MAIN, SIDE, SIMPLE, "own")}
    view = kept.get("view")
    return Arrangement(view=view if view in COLUMNS else RICH, **lists)


def moved(page: Arrangement, code: str, by: int, *, shown: Container[str]) -> Arrangement:
    """Return the page with a tile one place up (-1) or down (1), past what is not shown.

    Raises:
        CannotArrange: it is not there, or at the end already.
    """
    name = page.column_of(code)
    column = list(getattr(page, name))
    here = column.index(code)
    steps = range(here + by, -1 if by < 0 else len(column), by)
    there = next((at for at in steps if column[at] in shown), None)
    if there is None:
        raise CannotArrange(code)
    column.insert(there, column.pop(here))
    return page.with_columns({name: column})


def across(page: Arrangement, code: str) -> Arrangement:
    """Return the page with a tile in the other column, at the height it had.

    Raises:
        CannotArrange: it is not there, or the view has one column.
    """
    name = page.column_of(code)
    others = [one for one in page.columns if one != name]
    if not others:
        raise CannotArrange(code)
    here, there = list(getattr(page, name)), list(getattr(page, others[0]))
    at = here.index(code)
    here.remove(code)
    there.insert(at, code)
    return page.with_columns({name: here, others[0]: there})


def removed(page: Arrangement, code: str) -> Arrangement:
    """Return the page without a tile, in the view she looks at.

    Raises:
        CannotArrange: it is not there.
    """
    name = page.column_of(code)
    column = tuple(one for one in getattr(page, name) if one != code)
    return page.with_columns({name: column}, own=(one for one in page.own if one != code))


def added(page: Arrangement, code: str, *, wide: bool) -> Arrangement:
    """Return the page with one more tile, at the end of its column.

    Raises:
        CannotArrange: it stands there already.
    """
    if code in page.codes:
        raise CannotArrange(code)
    name = SIMPLE if page.view == SIMPLE else (MAIN if wide else SIDE)
    own = page.own if code in page.own else (*page.own, code)
    return page.with_columns({name: (*getattr(page, name), code)}, own=own)


def begun(page: Arrangement, code: str, *, start: Arrangement) -> Arrangement:
    """Return the page with a tile where a start has it: before what follows it there.

    Raises:
        CannotArrange: it stands there already, or the start does not have it in this view.
    """
    if code in page.codes:
        raise CannotArrange(code)
    name = next((one for one in page.columns if code in getattr(start, one)), None)
    if name is None:
        raise CannotArrange(code)
    wanted, column = getattr(start, name), list(getattr(page, name))
    after = wanted[wanted.index(code) + 1 :]
    at = next((place for place, one in enumerate(column) if one in after), len(column))
    column.insert(at, code)
    own = page.own if code in page.own else (*page.own, code)
    return page.with_columns({name: column}, own=own)


def ordered(
    page: Arrangement, wanted: Mapping[str, Iterable[str]], *, shown: Container[str]
) -> Arrangement:
    """Return the page with the shown tiles where they were dragged; the others stay beside them.

    Raises:
        CannotArrange: these are not the tiles of the view: it was changed meanwhile.
    """
    new = {name: [*wanted.get(name, ())] for name in page.columns}
    said = [code for column in new.values() for code in column]
    if sorted(said) != sorted(code for code in page.codes if code in shown):
        raise CannotArrange(",".join(said))
    for name, column in page.columns.items():
        for at, code in enumerate(column):
            if code not in shown:
                new[name].insert(at, code)
    return page.with_columns(new)


def looked_at(page: Arrangement, view: str) -> Arrangement:
    """Return the page in the other view.

    Raises:
        CannotArrange: there is no such view.
    """
    if view not in COLUMNS:
        raise CannotArrange(view)
    return replace(page, view=view)
