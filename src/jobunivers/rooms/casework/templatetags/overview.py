# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parts of the overview that are many: made at once, as a template takes ten times as long."""

from collections.abc import Iterable, Sequence

from django.template import Library
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from jobunivers.foundation.ui.addresses import address
from jobunivers.foundation.ui.markup import escaped
from jobunivers.rooms.casework.queries.fields import LATELY, POINTS
from jobunivers.rooms.casework.queries.lately import NOTHING_KNOWN
from jobunivers.rooms.casework.queries.overview import Line

register = Library()


@register.filter
def rows(lines: Iterable[Line], columns: Sequence[str]) -> SafeString:
    """Return the list's rows: a box to choose her by, and the name that leads to her.

    On a phone the rest of a row than what asks for something is unfolded.
    """
    choose = escaped(gettext("Vælg"))
    more = (
        f'<span class="ov-more-words">{escaped(gettext("Vis mere"))}</span>'
        f'<span class="ov-less-words">{escaped(gettext("Vis mindre"))}</span>'
    )
    kinds = _kinds(columns)
    headings: dict[tuple[str, str], str] = {}
    fold = any(kinds)
    return mark_safe(
        "\n".join(
            f'<tr><td class="ov-choose" data-title="{choose}"><div class="form-group-checkbox">'
            f'<input class="form-checkbox" type="checkbox" form="valgte" name="ids"'
            f' value="{line.citizen_id}" id="valg-{line.citizen_id}">'
            f'<label for="valg-{line.citizen_id}"><span class="sr-only">{choose} {name}</span>'
            f'</label></div></td><th scope="row"><a href="{escaped(hers)}">{name}</a></th>'
            f"{_fold(more, name) if fold else ''}{_cells(line, kinds, headings)}</tr>"
            for line in lines
            for name in [escaped(line.name)]
            for hers in [address("casework:citizen", line.citizen_id)]
        )
    )


def _fold(more: str, name: str) -> str:
    return (
        f'<td class="ov-folding"><details class="ov-fold"><summary>{more}'
        f'<span class="sr-only">: {name}</span></summary></details></td>'
    )


def _kinds(columns: Sequence[str]) -> list[str]:
    """Return the class of each column's cells: what a phone shows at once has none that folds.

    Without what happened last and what asks for something, that is the first two.
    """
    first = [one for one in columns if one in {LATELY, POINTS}] or list(columns[:2])
    return [
        " ".join(
            ["ov-more"] * (one not in first)
            + ["ov-lately"] * (one == LATELY)
            + ["ov-points"] * (one == POINTS)
        )
        for one in columns
    ]


def _cells(line: Line, kinds: Sequence[str], headings: dict[tuple[str, str], str]) -> str:
    """Return a row's cells; `headings` keeps how each begins as HTML, the same on all rows."""
    found = []
    for (heading, text), kind in zip(line.cells, kinds, strict=True):
        said = f"{kind} ov-none".strip() if text == NOTHING_KNOWN else kind
        key = (heading, said)
        if key not in headings:
            named = f' class="{said}"' if said else ""
            headings[key] = f'<td{named} data-title="{escaped(heading)}">'
        found.append(f"{headings[key]}{escaped(text)}</td>")
    return "".join(found)


@register.filter
def options(fields: Sequence[tuple[str, str]]) -> SafeString:
    """Return the options of a select."""
    return format_html_join("", '<option value="{}">{}</option>', fields)
