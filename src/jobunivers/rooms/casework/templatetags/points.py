# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attention points with all that can be done about each: some forty on a page, so no template."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.template import Context, Library
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobunivers.foundation.ui.addresses import address
from jobunivers.foundation.ui.markup import button, details, escaped
from jobunivers.foundation.ui.templatetags.ui import badge, icon
from jobunivers.foundation.ui.wording import day_year
from jobunivers.rooms.casework.queries.attention import PointLine
from jobunivers.rooms.casework.queries.attention_words import Way

register = Library()
AT_ONCE, _FOLDED = 2, 4  # from so many on, all but the first two unfold
_USUALLY = 7  # days until a point that is put off comes again
_KEPT = "casework.points"


@register.simple_tag(takes_context=True)
def attention_points(context: Context, points: Iterable[PointLine]) -> SafeString:
    """Return points as staff read them: why, what can be done, later, and not so.

    The page has `postpone`, the form to put one off by.
    """
    # Made once a page, which shows each citizen's points by themselves.
    kept: dict[Any, Any] = context.render_context.dicts[0]
    around = kept.get(_KEPT) or kept.setdefault(_KEPT, _around(context))
    made = [_point(one, around) for one in points]
    if len(made) < _FOLDED:
        return mark_safe("\n".join(made))
    rest = len(made) - AT_ONCE
    more = ngettext("Se %(count)s punkt mere", "Se %(count)s punkter mere", rest)
    folded = details(more % {"count": rest}, mark_safe("\n".join(made[AT_ONCE:])))
    return mark_safe("\n".join([*made[:AT_ONCE], folded]))


@dataclass(frozen=True, slots=True)
class _Around:
    """What is the same for all points of a page, as HTML: forms' beginnings, buttons, choices."""

    hidden: str
    onwards: str  # the query that leads back here
    solved: str
    later: str
    days: str


def _around(context: Context) -> _Around:
    here = context["request"].get_full_path()
    choices = context["postpone"].fields["dage"].choices
    return _Around(
        hidden=f'<input type="hidden" name="csrfmiddlewaretoken" value="{context["csrf_token"]}">'
        f'<input type="hidden" name="next" value="{escaped(here)}">',
        onwards=f"&amp;next={quote(here, safe='')}",
        solved=button(_("Løst"), kind="tertiary", icon=icon("check")),
        later=button(_("Senere"), kind="tertiary"),
        days="".join(
            f'<option value="{value}"{" selected" if value == _USUALLY else ""}>{escaped(label)}'
            "</option>"
            for value, label in choices
        ),
    )


def _point(point: PointLine, around: _Around) -> str:
    since = _("Lagt mærke til %(when)s") % {"when": day_year(point.opened_at)}
    # What the sentence above says already is not said again.
    told = [(name, value) for name, value in point.facts if value not in point.text]
    facts = "".join(f" · {escaped(name)}: {escaped(value)}" for name, value in told)
    return (
        f'<h3 class="h5">{escaped(point.name)}</h3>\n{_objection(point)}\n'
        f'<p>{escaped(point.text)}</p>\n<p class="ju-muted ju-small">{escaped(since)}{facts}</p>\n'
        f'<div class="ju-actions">{"".join(_way(one, around) for one in point.ways)}\n'
        f"{_solve(point, around)}</div>\n"
        f"{details(_('Senere, eller passer ikke'), mark_safe(_later(point, around)))}"
    )


def _objection(point: PointLine) -> str:
    """Return that she says it does not fit, and her words; nothing when she does not."""
    if not point.objected:
        return ""
    mark = badge(_("Borgeren siger, at det ikke passer"), kind="info", icon="reply")
    words = f"<p>“{escaped(point.objection)}”</p>" if point.objection else ""
    return f"<p>{mark}</p>{words}"


def _form(url: str, around: _Around) -> str:
    return f'<form method="post" action="{escaped(url)}">{around.hidden}'


def _how(how: str) -> str:
    return f'<input type="hidden" name="how" value="{how}">'


def _way(way: Way, around: _Around) -> str:
    if way.post:
        press = button(way.label, kind="secondary", icon=icon("check"))
        return f"{_form(way.url, around)}{_how('confirmed')}{press}</form>"
    onwards = around.onwards if "?" in way.url else ""
    label = escaped(way.label)
    return f'<a class="button button-secondary" href="{escaped(way.url)}{onwards}">{label}</a>'


def _solve(point: PointLine, around: _Around) -> str:
    form = _form(address("casework:attention_solve", point.pk), around)
    return f"{form}{_how('agreed' if point.objected else 'handled')}{around.solved}</form>"


def _later(point: PointLine, around: _Around) -> str:
    wrong = escaped(address("casework:attention_wrong", point.pk))
    return (
        f"{_form(address('casework:attention_postpone', point.pk), around)}"
        f'<label class="form-label" for="dage-{point.pk}">{escaped(_("Kom igen om"))}</label>'
        f'<select class="form-select input-width-s" id="dage-{point.pk}" name="dage">{around.days}'
        f'</select><div class="ju-actions">{around.later} <a class="button button-tertiary"'
        f' href="{wrong}">{escaped(_("Passer ikke"))}</a></div></form>'
    )
