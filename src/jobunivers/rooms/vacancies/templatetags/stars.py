# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The button that keeps an advertisement; made without a template, since a list has twenty."""

from django.template import Context, Library
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jobunivers.foundation.ui.addresses import address
from jobunivers.foundation.ui.frame import this_address
from jobunivers.foundation.ui.markup import escaped
from jobunivers.foundation.ui.templatetags.ui import icon
from jobunivers.rooms.vacancies.models import Vacancy

register = Library()


@register.simple_tag(takes_context=True)
def star(context: Context, vacancy: Vacancy, starred: bool = False) -> SafeString:  # noqa: FBT001, FBT002
    """Return the button that keeps an advertisement; the answer to itself knows the way back."""
    done = context["request"].method == "POST"
    back = context["back"] if done else this_address(context)
    token = context.get("csrf_token", "")
    return _form(vacancy, starred=bool(starred), token=token, back=back, done=done)


def _form(vacancy: Vacancy, *, starred: bool, token: object, back: str, done: bool) -> SafeString:
    """Return the form that keeps an advertisement, or keeps it no longer.

    Args:
        vacancy: which.
        starred: it is kept now.
        token: what guards the form.
        back: the address of the page it stands on.
        done: the form is the answer to itself, and what was done is read aloud.
    """
    act = escaped(address("vacancies:unstar" if starred else "vacancies:star", vacancy.pk))
    announced = ""
    if done:
        said = _("Jobbet er gemt.") if starred else _("Jobbet er ikke længere gemt.")
        announced = f' data-announce="{escaped(said)}"'
    if starred:
        more = f'<span class="sr-only"> – {escaped(_("gem ikke længere"))}</span>'
        text = f"{icon('star-fill')}<span>{escaped(_('Gemt'))}</span>{more}"
    else:
        text = f"{icon('star')}<span>{escaped(_('Gem'))}</span>"
    return mark_safe(
        f'<form method="post" action="{act}" hx-post="{act}" hx-target="closest .vac-star"'
        f' hx-swap="innerHTML"{announced}>'
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{escaped(str(token))}">'
        f'<input type="hidden" name="next" value="{escaped(back)}">'
        f'<button class="button button-tertiary vac-star-button" id="star-{vacancy.pk}"'
        f' type="submit">{text}<span class="sr-only">: {escaped(vacancy.title)}</span></button>'
        "</form>"
    )
