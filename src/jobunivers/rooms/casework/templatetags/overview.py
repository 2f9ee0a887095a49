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
from jobunivers.rooms.casework.queries.overview import Line

register = Library()


@register.filter
def rows(lines: Iterable[Line]) -> SafeString:
    """Return the list's rows: a box to choose her by, and the name that leads to her."""
    choose = escaped(gettext("Vælg"))
    headings: dict[str, str] = {}
    return mark_safe(
        "\n".join(
            f'<tr><td data-title="{choose}"><div class="form-group-checkbox">'
            f'<input class="form-checkbox" type="checkbox" form="valgte" name="ids"'
            f' value="{line.citizen_id}" id="valg-{line.citizen_id}">'
            f'<label for="valg-{line.citizen_id}"><span class="sr-only">{choose} {name}</span>'
            f'</label></div></td><th scope="row"><a href="{escaped(hers)}">{name}</a></th>'
            f"{_cells(line, headings)}</tr>"
            for line in lines
            for name in [escaped(line.name)]
            for hers in [address("casework:citizen", line.citizen_id)]
        )
    )


def _cells(line: Line, headings: dict[str, str]) -> str:
    """Return a row's cells; `headings` keeps what each heading is as HTML, the same on all rows."""
    found = []
    for heading, text in line.cells:
        if heading not in headings:
            headings[heading] = f'<td data-title="{escaped(heading)}">'
        found.append(f"{headings[heading]}{escaped(text)}</td>")
    return "".join(found)


@register.filter
def options(fields: Sequence[tuple[str, str]]) -> SafeString:
    """Return the options of a select."""
    return format_html_join("", '<option value="{}">{}</option>', fields)
