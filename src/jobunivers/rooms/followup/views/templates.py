# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommune's own texts of templates, over the country's."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.followup import actions, queries
from jobunivers.rooms.followup.forms import TemplateForm
from jobunivers.rooms.followup.models import LetterTemplate
from jobunivers.rooms.followup.queries.templates import filled
from jobunivers.rooms.followup.views.common import me, to

_for_writers = for_roles(Role.EDITOR, Role.ADMINISTRATOR)


@_for_writers
@reads
def templates(request: Request) -> HttpResponseBase:
    """Show the templates in force."""
    rows = [
        (one, queries.KINDS[one.kind], one.title(request.LANGUAGE_CODE))
        for one in queries.templates().values()
    ]
    return render(request, "followup/templates.html", {"rows": rows})


@_for_writers
@require_http_methods(["GET", "HEAD", "POST"])
def template_new(request: Request) -> HttpResponseBase:
    """Write a template that the country does not have."""
    form = TemplateForm(request.POST or None, new=True)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        if queries.template(code) is not None:
            form.add_error("code", _("Der er allerede en skabelon med det navn."))
        elif "se" not in request.POST and (done := _saved(request, code, form)) is not None:
            return done
    return _page(request, form, None, new=True)


@_for_writers
@require_http_methods(["GET", "HEAD", "POST"])
def template(request: Request, code: str) -> HttpResponseBase:
    """Show a template with its earlier texts, and take the kommune's next one."""
    used = queries.template(code)
    kept = queries.versions(code)
    if used is None and not kept:
        raise Http404
    if request.method == "POST" and "fjern" in request.POST:
        return _withdrawn(request, code)
    first: dict[str, Any] = {"number": kept[0].number if kept else 0}
    source = used or kept[0]
    first |= {"kind": source.kind, "way": source.way}
    if isinstance(source, queries.Template):
        first |= {f"title_{one}": text for one, text in source.titles.items()}
        first |= {f"body_{one}": text for one, text in source.bodies.items()}
    else:
        first |= {n: getattr(source, n) for n in ("title_da", "body_da", "title_en", "body_en")}
    form = TemplateForm(request.POST or None, new=False, initial=first)
    if request.method == "POST" and form.is_valid() and "se" not in request.POST:
        done = _saved(request, code, form)
        if done is not None:
            return done
        return _page(request, form, used, kept=queries.versions(code), status=409)
    return _page(request, form, used, kept=kept)


def _withdrawn(request: Request, code: str) -> HttpResponseBase:
    number = request.POST.get("number", "")
    try:
        actions.withdraw_template(
            code=code, number=int(number) if number.isdecimal() else -1, actor_id=me(request),
            at=timezone.now(),
        )  # fmt: skip
    except actions.ChangedTemplate:
        messages.error(request, _("En kollega har ændret skabelonen. Se den igennem igen."))
        return to(request.get_full_path())
    messages.success(request, _("Jeres egen tekst er taget ud af brug. Den kan stadig læses."))
    return to(reverse("followup:templates"))


def _saved(request: Request, code: str, form: TemplateForm) -> HttpResponseBase | None:
    try:
        actions.save_template(
            code=code, entry=form.entry(), number=form.cleaned_data.get("number") or 0,
            actor_id=me(request), at=timezone.now(),
        )  # fmt: skip
    except actions.ChangedTemplate as changed:
        again = request.POST.copy()
        again["number"] = str(changed.newest.number if changed.newest else 0)
        form.data = again
        messages.error(request, _("En kollega har skrevet en ny tekst imens. Din tekst står her."))
        return None
    messages.success(request, _("Skabelonen er gemt."))
    return to(reverse("followup:templates"))


def _page(
    request: Request,
    form: TemplateForm,
    used: queries.Template | None,
    *,
    kept: list[LetterTemplate] | None = None,
    new: bool = False,
    status: int = 0,
) -> HttpResponseBase:
    wrong = request.method == "POST" and bool(form.errors)
    data = form.data if form.is_bound else form.initial
    example = {
        "navn": "Kirsten", "dato": "1. december 2026", "konsulent": "Omar Said",
        "kommune": "Aarhus Kommune", "møde": "tirsdag den 1. december kl. 10.00",
    }  # fmt: skip
    preview = [
        (words, filled(str(data.get(f"title_{one}", "")), example),
         filled(str(data.get(f"body_{one}", "")), example))
        for one, words in (("da", _("På dansk")), ("en", _("På engelsk")))
        if data.get(f"body_{one}")
    ]  # fmt: skip
    context = {
        "form": form, "used": used, "kept": kept or [], "new": new, "fields": queries.FIELDS,
        "preview": preview,
    }  # fmt: skip
    return render(
        request, "followup/template.html", context, status=status or (422 if wrong else 200)
    )
