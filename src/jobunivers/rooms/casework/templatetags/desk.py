# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The blocks of the staff's first page: fifty lines and more, so no template."""

from collections.abc import Iterable

from django.template import Library
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jobunivers.foundation.desk import Shown
from jobunivers.foundation.ui import wording
from jobunivers.foundation.ui.addresses import address
from jobunivers.foundation.ui.markup import escaped
from jobunivers.rooms.casework.queries.desk import HomeBlock, NamedLine

register = Library()


@register.filter
def desk_blocks(blocks: Iterable[HomeBlock]) -> SafeString:
    """Return blocks with their lines: whom or what, why, and the act."""
    return mark_safe("\n".join(_block(one) for one in blocks))


def _block(block: HomeBlock) -> str:
    filled = block.filled
    name = f"{filled.anchor}-navn"
    if filled.shown is None:
        inside = f"<p>{escaped(_('Det kan ikke vises lige nu. Prøv igen om lidt.'))}</p>"
    else:
        inside = _inside(block, filled.shown)
    return (
        f'<section class="desk-block" id="{filled.anchor}" aria-labelledby="{name}">'
        f'<h2 id="{name}">{escaped(filled.block.name)}</h2>\n{inside}</section>'
    )


def _inside(block: HomeBlock, shown: Shown) -> str:
    parts = [f"<p>{escaped(shown.note)}</p>"] if shown.note else []
    if block.lines:
        lines = "".join(_line(one) for one in block.lines)
        parts.append(f'<ul class="nobullet-list desk-lines">{lines}</ul>')
    elif shown.empty:
        parts.append(f"<p>{escaped(shown.empty)}</p>")
    if shown.more_path:
        total = f" ({wording.number(shown.total)})" if shown.total else ""
        parts.append(
            f'<p><a href="{escaped(shown.more_path)}">{escaped(shown.more)}{total}</a></p>'
        )
    return "\n".join(parts)


def _line(one: NamedLine) -> str:
    line, name = one.line, escaped(one.name)
    called = f"<strong>{name}</strong>" if name else ""
    if line.citizen_id:
        hers = escaped(address("casework:citizen", line.citizen_id))
        called = f'<a href="{hers}"><strong>{name}</strong></a>'
    return (
        f'<li class="desk-line"><p class="desk-what">{called}'
        f' <span class="desk-why">{escaped(line.why)}</span></p>'
        f'<a class="function-link desk-act" href="{escaped(line.path)}">'
        f'<span>{escaped(line.act)}</span><span class="sr-only">: {name}</span></a></li>'
    )
