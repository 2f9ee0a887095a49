# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her sources: bring a file, let a system outside tell, decide what comes along."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity import queries as identity
from jobunivers.identity.access import for_citizens
from jobunivers.integrations.profiles import reading
from jobunivers.integrations.profiles.formats import own as own_format
from jobunivers.rooms.entrance import access
from jobunivers.rooms.entrance.actions import fetching, settling, taking, telling
from jobunivers.rooms.entrance.forms.sources import FileForm, filled_in
from jobunivers.rooms.entrance.queries import asks, exporting, source_words, sources
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.queries import words as profile_words
from jobunivers.trust import actions as trust

if TYPE_CHECKING:
    from jobunivers.rooms.journey.models import Profile

_form_methods = require_http_methods(["GET", "HEAD", "POST"])


def _next(request: Request) -> str:
    """Return where she came from, when it is here; "" otherwise."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if url_has_allowed_host_and_scheme(wanted, {request.get_host()}) else ""


def _onwards(request: Request, name: str) -> HttpResponseRedirect:
    """Go to a page of sources, and remember where she came from."""
    wanted = _next(request)
    query = f"?{urlencode({'next': wanted})}" if wanted else ""
    return HttpResponseRedirect(reverse(name) + query)


def _after_hearing(request: Request, heard: telling.Heard) -> HttpResponseBase:
    """Say what came, and lead to what she can do about it."""
    if heard.new:
        return _onwards(request, "entrance:found")
    messages.info(request, _("Der var ikke noget nyt. Det står allerede i din profil."))
    return _decided(request)


def _decided(request: Request) -> HttpResponseBase:
    """Lead to what is still to be settled, else back to where she came from."""
    now = timezone.now()
    profile = journey.ensure_profile(citizen_id=access.citizen_id_or_404(request), at=now)
    if sources.question_rows(profile=profile, at=now):
        return _onwards(request, "entrance:questions")
    wanted = _next(request)
    return HttpResponseRedirect(wanted or reverse("entrance:sources"))


@for_citizens
@_form_methods
def overview(request: Request) -> HttpResponseBase:
    now = timezone.now()
    profile = journey.ensure_profile(citizen_id=access.citizen_id_or_404(request), at=now)
    page = sources.sources_page(profile=profile, at=now)
    return render(request, "entrance/sources.html", {
        "page": page, "form": FileForm(), "next": _next(request)})  # fmt: skip


@for_citizens
@_form_methods
def file(request: Request) -> HttpResponseBase:
    citizen_id = access.citizen_id_or_404(request)
    sent = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if sent else FileForm()
    if sent and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            heard = fetching.bring_file(
                citizen_id=citizen_id,
                name=upload.name or "",
                data=upload.read(reading.LARGEST + 1),
                at=timezone.now(),
            )
        except fetching.Unreadable as error:
            form.add_error("file", source_words.why(error.why))
        else:
            return _after_hearing(request, heard)
    status = 422 if sent else 200
    context = {"form": form, "next": _next(request)}
    return render(request, "entrance/file.html", context, status=status)


@for_citizens
@require_POST
def fetch(request: Request, code: str) -> HttpResponseBase:
    """Ask a source; the button itself says that she allows it, in the words above it."""
    citizen_id = access.citizen_id_or_404(request)
    person = identity.person(pk=citizen_id)
    if code not in {ask.source for ask in asks.ASKS} or person is None:
        raise Http404
    now = timezone.now()
    actor_id = access.actor_id_of(request)
    if request.POST.get("ja"):
        trust.give_consent(
            citizen_id=citizen_id, source=code, purpose=asks.PROFILE, actor_id=actor_id, at=now
        )
    try:
        heard = fetching.fetch(
            citizen_id=citizen_id,
            subject=str(person.uuid),
            reader=str(actor_id),
            municipality=request.municipality,
            code=code,
            at=now,
        )
    except fetching.NoConsent:
        text = _("Du har ikke sagt ja til, at vi henter derfra. Du kan gøre det her.")
    except fetching.NothingKnown:
        text = _("De svarede, at de ikke har noget om dig. Du kan hente andre steder fra.")
    except fetching.SourceUnavailable:
        text = _("De svarer ikke lige nu. Intet er gået tabt. Prøv igen senere, eller gå videre.")
    else:
        return _after_hearing(request, heard)
    messages.warning(request, text)
    return _onwards(request, "entrance:sources")


@for_citizens
@_form_methods
def found(request: Request) -> HttpResponseBase:
    citizen_id = access.citizen_id_or_404(request)
    now = timezone.now()
    if request.method == "POST":
        return _decide(request, citizen_id)
    today = timezone.localdate(now)
    groups = sources.found_groups(citizen_id=citizen_id, today=today, at=now)
    context = {
        "groups": groups,
        "education_levels": profile_words.EDUCATION_LEVELS,
        "language_levels": profile_words.LANGUAGE_LEVELS,
        "next": _next(request),
    }
    return render(request, "entrance/found.html", context)


def _decide(request: Request, citizen_id: int) -> HttpResponseBase:
    now = timezone.now()
    rows = list(sources.waiting(citizen_id=citizen_id, at=now))
    if "nej" in request.POST:
        settling.decline(citizen_id=citizen_id, findings=rows, at=now)
        messages.success(request, _("Resten kommer ikke med, og vi spørger ikke om det igen."))
        return _decided(request)
    ticked = set(request.POST.getlist("med"))
    chosen = rows if "alt" in request.POST else [row for row in rows if str(row.pk) in ticked]
    taken = taking.take(
        citizen_id=citizen_id,
        findings=chosen,
        extras=filled_in(request.POST),
        today=timezone.localdate(now),
        at=now,
    )
    if taken.count:
        text = ngettext("%(count)s ting er kommet med i din profil.",
                        "%(count)s ting er kommet med i din profil.", taken.count)  # fmt: skip
        messages.success(request, text % {"count": taken.count})
    elif not taken.lacking:
        messages.info(request, _("Du valgte ikke noget endnu."))
    if taken.lacking or not taken.count:
        if taken.lacking:
            messages.warning(request, _("Noget mangler et svar fra dig. Det står herunder."))
        return _onwards(request, "entrance:found")
    return _decided(request)


def _settle(profile: "Profile", rows: list[sources.QuestionRow], request: Request) -> str:
    """Do as she has answered; return why it cannot be, or ""."""
    try:
        decided = settling.read_answers(rows, request.POST)
        settling.decide(profile=profile, decided=decided, at=timezone.now())
    except journey.WrongOrder:
        return _("Jobbet kan ikke slutte, før det begynder. Ret en af datoerne.")
    except journey.NotSaid:
        return _("Et af dine egne svar kan ikke bruges. Skriv måned og år: 05-2019.")
    return "" if decided else _("Vælg et svar på mindst ét spørgsmål.")


@for_citizens
@_form_methods
def questions(request: Request) -> HttpResponseBase:
    now = timezone.now()
    profile = journey.ensure_profile(citizen_id=access.citizen_id_or_404(request), at=now)
    rows = sources.question_rows(profile=profile, at=now, sent=request.POST.dict())
    problem = ""
    if request.method == "POST":
        problem = _settle(profile, rows, request)
        if not problem:
            messages.success(request, _("Det er gemt. Ingen kilde kan ændre det igen."))
            return _decided(request)
    context = {"rows": rows, "problem": problem, "next": _next(request)}
    return render(request, "entrance/questions.html", context, status=422 if problem else 200)


@for_citizens
@require_POST
def forget(request: Request, code: str) -> HttpResponseBase:
    """Take a source out, with what only it told."""
    return _forget(request, code, "")


@for_citizens
@require_POST
def forget_file(request: Request, pk: int) -> HttpResponseBase:
    """Take a file out; with what only it told, when she says so."""
    row = access.telling_or_404(request, pk)
    return _forget(request, row.source, row.name)


def _forget(request: Request, code: str, name: str) -> HttpResponseBase:
    citizen_id = access.citizen_id_or_404(request)
    if code not in {*(ask.source for ask in asks.ASKS), sources.FILE}:
        raise Http404
    now = timezone.now()
    profile = journey.ensure_profile(citizen_id=citizen_id, at=now)
    count = settling.remove_source(
        profile=profile,
        source=journey.Origin(code),
        name=name,
        with_lines="behold" not in request.POST,
        at=now,
    )
    text = ngettext("Kilden er fjernet, og %(count)s linje i din profil er fjernet med den.",
                    "Kilden er fjernet, og %(count)s linjer i din profil er fjernet med den.",
                    count)  # fmt: skip
    messages.success(request, text % {"count": count})
    return HttpResponseRedirect(reverse("entrance:sources"))


@for_citizens
@reads
def export(request: Request) -> HttpResponseBase:
    """Give her profile as a file that she can take elsewhere, and back."""
    told = exporting.told_of(citizen_id=access.citizen_id_or_404(request))
    today = timezone.localdate()
    answer = HttpResponse(own_format.write(told, on=today), content_type="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="min-profil-{today}.json"'
    return answer
