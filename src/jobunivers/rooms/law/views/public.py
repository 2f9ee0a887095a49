# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everybody reads the rules by date, and the law they rest on."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jobunivers.foundation.http import Request, public, reads
from jobunivers.rooms.law import access
from jobunivers.rooms.law.forms import ChangesForm, DayForm
from jobunivers.rooms.law.queries import pages
from jobunivers.rooms.law.queries.citing import citation_of
from jobunivers.rooms.law.queries.rules import law
from jobunivers.rooms.law.queries.searching import law_search
from jobunivers.science.law.references import packed

_LONGEST_WORDS = 500


@public
@reads
def rules(request: Request) -> HttpResponseBase:
    """Show the rules of a day by topic, in plain words, each with its paragraph."""
    form = DayForm(request.GET, today=timezone.localdate(timezone.now()))
    page = pages.rules_page(on=form.day, group=form.group, language=request.LANGUAGE_CODE)
    context = {"page": page, "form": form, "on": form.day, "today": form.today}
    return render(request, "law/rules.html", context)


@public
@reads
def changes(request: Request) -> HttpResponseBase:
    """Show what changed between two days: from the last change to today at first."""
    today = timezone.localdate(timezone.now())
    past = [day for day in law().register.days() if day <= today]
    first = pages.day_before(past[-1]) if past else today
    form = ChangesForm(request.GET, first=first, today=today)
    start, end = form.days
    found = pages.changes_page(first=start, second=end, language=request.LANGUAGE_CODE)
    context = {"changes": found, "form": form, "first": start, "second": end}
    return render(request, "law/changes.html", context)


@public
@reads
def rule(request: Request, code: str) -> HttpResponseBase:
    """Show one rule through the years."""
    page = pages.rule_page(code=code, language=request.LANGUAGE_CODE)
    if page is None:
        raise Http404
    return render(request, "law/rule.html", {"page": page, "today": timezone.localdate()})


@public
@reads
def search(request: Request) -> HttpResponseBase:
    """Search in the law texts that were brought in."""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:_LONGEST_WORDS]
    here = pages.anything_here()
    found = law_search(words) if words and here else []
    context = {"words": words, "found": found, "here": here, "broken_off": pages.broken_off()}
    return render(request, "law/search.html", context)


@public
@reads
def document(request: Request, slug: str) -> HttpResponseBase:
    """Show an act with its paragraphs; without its text, where it is read."""
    page = pages.document_page(access.document_or_404(slug))
    context = {"page": page, "slug": slug, "broken_off": pages.broken_off()}
    return render(request, "law/document.html", context)


@public
@reads
def provision(request: Request, slug: str, section: str) -> HttpResponseBase:
    """Show a paragraph with all its clauses, and the rules that rest on it today."""
    today = timezone.localdate(timezone.now())
    place = access.place_or_404(slug, packed(section), request.GET.get("stk", ""))
    cited = citation_of(place.whole, on=today, language=request.LANGUAGE_CODE)
    if cited.known is False:
        raise Http404
    page = pages.provision_page(place=place, cited=cited, on=today, language=request.LANGUAGE_CODE)
    return render(request, "law/provision.html", {"page": page, "slug": slug})
