# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She follows employers, fields of work and themes, and sees what is new from them."""

from collections.abc import Iterable
from typing import NamedTuple

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.vacancies import access, actions, queries
from jobunivers.rooms.vacancies.models import Followed, FollowKind
from jobunivers.rooms.vacancies.queries.following import LONGEST_THEME, Following, Target
from jobunivers.rooms.vacancies.queries.told_following import kind_words


class Choice(NamedTuple):
    """Something that can be followed from a page, and her row of it when she does."""

    target: Target
    name: str
    row: Followed | None


def choices(targets: Iterable[Target], following: Following, language: str) -> list[Choice]:
    """Return what can be followed, in words, and what of it she follows."""
    return [Choice(one, one.name(language), following.row_of(one)) for one in targets]


def _back(request: Request) -> HttpResponseRedirect:
    wanted = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return HttpResponseRedirect(wanted if here else reverse("vacancies:following"))


@for_citizens
@reads
def following(request: Request) -> HttpResponseBase:
    page = queries.following_page(
        citizen_id=access.citizen_id_or_404(request),
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
    )
    return _page(request, page)


def _page(
    request: Request, page: queries.FollowingPage, *, typed: str = "", problem: str = ""
) -> HttpResponseBase:
    headings = kind_words()
    context = {
        "page": page,
        "groups": [(headings[kind], rows) for kind, rows in page.groups],
        "typed": typed,
        "problem": problem,
        "longest": LONGEST_THEME,
    }
    status = 422 if problem else 200
    return render(request, "vacancies/following.html", context, status=status)


@for_citizens
@require_POST
def follow(request: Request) -> HttpResponseBase:
    """Follow what a button names; words of her own come from the page's field."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    # What names nothing at all is her own form, sent empty.
    typed = request.POST.get("emne", None if "hvad" in request.POST else "")
    code = request.POST.get("hvad", "") if typed is None else f"{FollowKind.THEME.value}:{typed}"
    target = queries.target_of(code)
    if target is None and typed is None:
        raise Http404
    problem = "" if target else _problem(typed or "")
    if target is not None:
        try:
            row = actions.follow(citizen_id=citizen_id, target=target, at=now)
        except actions.FollowsTooMuch:
            problem = _("Du følger allerede %(most)s ting. Stop med en af dem først.") % {
                "most": actions.MOST_FOLLOWED
            }
        else:
            name = row.name(request.LANGUAGE_CODE)
            text = _("Du følger nu “%(name)s”. Vi siger til, når der er nye job.")
            messages.success(request, text % {"name": name})
            return _back(request)
    if typed is None:
        messages.warning(request, problem)
        return _back(request)
    page = queries.following_page(citizen_id=citizen_id, language=request.LANGUAGE_CODE, at=now)
    return _page(request, page, typed=typed[:200], problem=problem)


def _problem(typed: str) -> str:
    if len(typed.strip()) > LONGEST_THEME:
        return _("Skriv det kortere: højst %(most)s tegn.") % {"most": LONGEST_THEME}
    return _("Skriv et eller flere ord, for eksempel “grøn energi”.")


@for_citizens
@require_POST
def stop_following(request: Request, pk: int) -> HttpResponseBase:
    citizen_id = access.citizen_id_or_404(request)
    row = get_object_or_404(Followed, pk=pk, citizen_id=citizen_id)
    actions.stop_following(row=row, at=timezone.now())
    messages.success(
        request,
        _("Du følger ikke længere “%(name)s”.") % {"name": row.name(request.LANGUAGE_CODE)},
    )
    return _back(request)
