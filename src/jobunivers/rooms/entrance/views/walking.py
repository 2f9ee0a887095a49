# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps of the entrance, one page each."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, afterwards, reads
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.entrance import access, actions, queries
from jobunivers.rooms.entrance.forms.walking import FewWishesForm
from jobunivers.rooms.entrance.models import Step, StepState
from jobunivers.rooms.journey import queries as profiles

STEP_WORDS: dict[Step, Promise] = {
    Step.WELCOME: gettext_lazy("Velkommen"),
    Step.BRING: gettext_lazy("Hent, hvad du har"),
    Step.WISHES: gettext_lazy("Et par ønsker"),
    Step.READINESS: gettext_lazy("Sådan vil du helst"),
    Step.JOBS: gettext_lazy("Dine første job"),
    Step.MEETING: gettext_lazy("Et møde"),
}
_LATER = timedelta(hours=20)  # past tomorrow morning's login, whenever today's was
_OFFERED = 4
_form_methods = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True)
class StepLink:
    """A step in the row of steps above a page."""

    label: Promise
    url: str
    state: str


def address_of(step: Step) -> str:
    """Return where a step is."""
    return reverse(f"entrance:{step.value}")


def step_context(request: Request, step: Step) -> dict[str, Any]:
    """Return what the frame of a step's page shows."""
    citizen_id = access.citizen_id_or_404(request)
    way = queries.way_of(citizen_id=citizen_id)
    return {
        "way": way,
        "step": step,
        "number": list(Step).index(step) + 1,
        "steps": [
            StepLink(STEP_WORDS[one.step], address_of(one.step), one.state) for one in way.steps
        ],
        "explained": queries.items(place=step.value, language=request.LANGUAGE_CODE),
    }


def onward(request: Request, step: Step, state: StepState) -> HttpResponseBase:
    """Keep what she did with a step, and lead to the next that is ahead; after the last, home."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    actions.take_step(citizen_id=citizen_id, step=step, state=state, at=now)
    way = queries.way_of(citizen_id=citizen_id)
    following = way.after(step) or way.next
    if following is None:
        actions.finish(citizen_id=citizen_id, at=now)
        messages.success(request, _("Du er igennem. Alt kan ændres, når du vil."))
        return HttpResponseRedirect(reverse("entrance:welcome"))
    if following == Step.JOBS:
        queries.find_first_jobs(citizen_id=citizen_id, at=now)
    return HttpResponseRedirect(address_of(following))


@for_citizens
@reads
def welcome(request: Request) -> HttpResponseBase:
    """Show where she is, what the platform knows, and the one thing to do now."""
    context = step_context(request, Step.WELCOME)
    citizen_id = access.citizen_id_or_404(request)
    way = context["way"]
    context |= {
        "known": profiles.profile_page(citizen_id=citizen_id),
        "next_url": address_of(way.next) if way.next else "",
        "next_label": STEP_WORDS[way.next] if way.next else "",
        "meeting": queries.meeting_ahead(citizen_id=citizen_id, at=timezone.now()),
    }
    return render(request, "entrance/welcome.html", context)


@for_citizens
@require_POST
def forward(request: Request) -> HttpResponseBase:
    """Take a step as done or skipped, as its form says."""
    try:
        step = Step(request.POST.get("step", ""))
        state = StepState(request.POST.get("state", ""))
    except ValueError:
        return HttpResponseRedirect(reverse("entrance:welcome"))
    return onward(request, step, state)


@for_citizens
@require_POST
def finish(request: Request) -> HttpResponseBase:
    """Leave the rest of the entrance; each step can still be taken up."""
    actions.finish(citizen_id=access.citizen_id_or_404(request), at=timezone.now())
    messages.success(request, _("Det er i orden. Du finder trinene her, hvis du får brug for dem."))
    return HttpResponseRedirect(reverse("entrance:welcome"))


@for_citizens
@require_POST
def later(request: Request) -> HttpResponseBase:
    """Leave her alone until tomorrow."""
    now = timezone.now()
    citizen_id = access.citizen_id_or_404(request)
    actions.put_off(citizen_id=citizen_id, until=now + _LATER, at=now)
    messages.success(request, _("Det er i orden. Vi spørger igen en anden dag."))
    return HttpResponseRedirect(reverse("front:home"))


@for_citizens
@reads
def bring(request: Request) -> HttpResponseBase:
    """Ask for what she has already: one file, or what others know of her."""
    context = step_context(request, Step.BRING)
    context["after"] = reverse("entrance:wishes")
    return render(request, "entrance/bring.html", context)


@for_citizens
@_form_methods
def wishes(request: Request) -> HttpResponseBase:
    """Ask what she would like to work as, and where from."""
    citizen_id = access.citizen_id_or_404(request)
    page = profiles.profile_page(citizen_id=citizen_id)
    form = FewWishesForm(
        request.POST or None,
        offered=_offered(page, request.LANGUAGE_CODE),
        initial={"postal_code": page.profile.postal_code if page else ""},
    )
    if request.method == "POST" and form.is_valid():
        actions.say_wishes(
            citizen_id=citizen_id,
            wishes=form.wishes(),
            postal_code=form.cleaned_data["postal_code"],
            at=timezone.now(),
        )
        if page is not None and page.experience:
            _brought(citizen_id)
        return onward(request, Step.WISHES, StepState.DONE)
    context = step_context(request, Step.WISHES) | {"form": form, "page": page}
    status = 422 if request.method == "POST" else 200
    return render(request, "entrance/wishes.html", context, status=status)


def _brought(citizen_id: int) -> None:
    """Take it that she has brought what she had, when her profile already says what she did."""
    actions.take_step(
        citizen_id=citizen_id, step=Step.BRING, state=StepState.DONE, at=timezone.now()
    )


def _offered(page: profiles.ProfilePage | None, language: str) -> list[tuple[str, str]]:
    """Return occupations she has had and does not wish for yet, newest first."""
    if page is None:
        return []
    wished = {row.occupation_uri for row in page.wishes}
    had = [row.occupation_uri for row in page.experience if row.occupation_uri]
    names = taxonomy.labels(had, language)
    return [(uri, names[uri]) for uri in dict.fromkeys(had) if uri in names and uri not in wished][
        :_OFFERED
    ]


@for_citizens
@reads
def jobs(request: Request) -> HttpResponseBase:
    """Show her first relevant jobs."""
    context = step_context(request, Step.JOBS)
    found = queries.first_jobs(
        citizen_id=access.citizen_id_or_404(request),
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
    )
    if found.shown is not None:
        afterwards(request, found.shown)
    return render(request, "entrance/jobs.html", context | {"found": found})


@for_citizens
@require_POST
def jobs_now(request: Request) -> HttpResponseBase:
    """Find her jobs anew in this request."""
    queries.find_first_jobs(citizen_id=access.citizen_id_or_404(request), at=timezone.now())
    return HttpResponseRedirect(reverse("entrance:jobs"))
