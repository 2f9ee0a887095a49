# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Editors write the kommune's own content, and the national organisation the shared."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request, reads
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.identity.access import for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.library import access, actions
from jobunivers.rooms.library.forms import BeginForm, FactsForm, WhyForm
from jobunivers.rooms.library.forms.words import KINDS, PROPOSAL_STATES, READ_HERE
from jobunivers.rooms.library.models import ProposalState
from jobunivers.rooms.library.queries import contents as asked
from jobunivers.rooms.library.queries import steps_of
from jobunivers.rooms.library.queries.comparing import compare as compared
from jobunivers.rooms.marketplace.actions import OfferEntry
from jobunivers.rooms.marketplace.queries import Format, Kind, Offer, Source, Way

for_writers = for_roles(Role.EDITOR, Role.ADMINISTRATOR, Role.NATIONAL)
ASKED = require_http_methods(["GET", "HEAD", "POST"])
CONFLICT = 409


@for_writers
@reads
def contents(request: Request) -> HttpResponseBase:
    """List the content of the kommune, or the shared."""
    national = request.user.role == Role.NATIONAL
    shared = national or request.GET.get("fra") == "faelles"
    typed = request.GET.get("q", "")[:100].strip()
    page, lines = asked.contents(
        source=Source.SHARED if shared else Source.LOCAL,
        words=typed,
        number=request.GET.get("side", "1"),
        today=timezone.localdate(),
    )
    rows = [(one, KINDS[Kind(one.offer.kind)]) for one in lines]
    context = {"page": page, "rows": rows, "shared": shared, "national": national}
    context["typed"] = typed
    return render(request, "library/editing/contents.html", context)


@for_writers
@ASKED
def new(request: Request) -> HttpResponseBase:
    """Begin new content."""
    form = BeginForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kind, told = Kind(form.cleaned_data["kind"]), form.cleaned_data
        own = kind in READ_HERE
        shared = request.user.role == Role.NATIONAL
        offer = actions.begin(
            key=f"{slugify(told['title_da'])[:60]}-{get_random_string(6).lower()}".strip("-"),
            kind=kind,
            source=Source.SHARED if shared else Source.LOCAL,
            entry=OfferEntry(
                title_da=told["title_da"],
                summary_da=told["summary_da"],
                format=Format.VIRTUAL if own else Format.PHYSICAL,
                way=Way.OWN if own else Way.CONTACT,
                written_by=request.municipality.name,
            ),
            review_on=None,
            actor_id=access.me(request),
            at=timezone.now(),
        )
        messages.success(request, _("Kladden er gemt."))
        return HttpResponseRedirect(reverse("library:content", args=[offer.pk]))
    status = 422 if request.method == "POST" else 200
    return render(request, "library/editing/new.html", {"form": form}, status=status)


@for_writers
@reads
def content(request: Request, pk: int) -> HttpResponseBase:
    """Show one piece of content with its steps, versions and what can be done with it."""
    return _content_page(request, access.seen_or_404(request, pk))


@for_writers
@ASKED
def facts(request: Request, pk: int) -> HttpResponseBase:
    """Write what content says of itself, besides its steps."""
    offer = access.written_or_404(request, pk)
    shown = asked.content(offer, language="da")
    first: dict[str, Any] = {
        name: getattr(shown.newest, name, None) for name in FactsForm.base_fields
    }
    named = taxonomy.labels(shown.newest.skills, "da")
    first |= {"review_on": offer.review_on, "seen": offer.version}
    first["skills"] = "\n".join(named.get(uri, uri) for uri in shown.newest.skills)
    form = FactsForm(request.POST or None, initial=first)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                actions.write(
                    offer=offer,
                    seen=form.cleaned_data["seen"],
                    changes=form.changes(),
                    actor_id=access.me(request),
                    at=timezone.now(),
                )
                actions.review(offer=offer, on=form.cleaned_data["review_on"])
            except actions.ChangedMeanwhile:
                status = CONFLICT
            except actions.Waits:
                return told_waits(request, offer)
            else:
                messages.success(request, _("Kladden er gemt."))
                return HttpResponseRedirect(reverse("library:content", args=[pk]))
    context = {"form": form, "offer": offer, "newest": shown.newest, "conflict": status == CONFLICT}
    return render(request, "library/editing/facts.html", context, status=status)


@for_writers
@ASKED
def decide(request: Request, pk: int) -> HttpResponseBase:
    """Hand content in, take it back, approve it, give it back, withdraw it."""
    offer = access.written_or_404(request, pk)
    if request.method != "POST":
        return HttpResponseRedirect(reverse("library:content", args=[pk]))
    act = request.POST.get("handling", "")
    form = WhyForm(request.POST) if act in {"tilbage", "fjern"} else None
    if form is not None and not form.is_valid():
        return _content_page(request, offer, form=form, act=act, status=422)
    why = form.cleaned_data["why"] if form is not None else ""
    try:
        _do(request, offer, act, why)
    except actions.OwnText:
        messages.error(request, _("Du har selv skrevet i teksten. En anden skal godkende den."))
    except actions.Unfinished:
        messages.error(request, _("Der mangler noget endnu. Se listen."))
    except (actions.NotReady, actions.AlreadyProposed):
        messages.info(request, _("Det er der allerede taget stilling til."))
    return HttpResponseRedirect(reverse("library:content", args=[pk]))


def _do(request: Request, offer: Offer, act: str, why: str) -> None:
    who, now = access.me(request), timezone.now()
    number = asked.content(offer, language="da").newest.number
    local = offer.source == Source.LOCAL
    if act == "indsend":
        actions.hand_in(offer=offer, actor_id=who, at=now)
        if not local:
            actions.propose_shared(
                content=offer, kommune=request.municipality, actor_id=who, at=now
            )
        said = _("Teksten er sendt til godkendelse.")
    elif act == "tag-tilbage":
        _take_back(offer, who, now)
        said = _("Teksten er en kladde igen.")
    elif act == "godkend" and local:
        actions.publish(offer=offer, number=_number(request), actor_id=who, at=now)
        said = _("Teksten er godkendt og kan komme på hylderne.")
    elif act == "tilbage" and local:
        actions.return_it(offer=offer, number=number, why=why, actor_id=who, at=now)
        said = _("Teksten er sendt tilbage.")
    elif act == "fjern":
        actions.withdraw(offer=offer, why=why, actor_id=who, at=now)
        said = _("Indholdet er taget ned.")
    elif act in {"foreslaa", "tilbyd"} and local:
        offered = actions.propose if act == "foreslaa" else actions.offer_as_it_is
        offered(content=offer, kommune=request.municipality, actor_id=who, at=now)
        said = _("Indholdet er tilbudt de andre kommuner.")
    else:
        raise Http404
    messages.success(request, said)


def _take_back(offer: Offer, who: int, now: Any) -> None:
    proposal = asked.content(offer, language="da").proposal
    own = proposal is not None and proposal.offer_id == offer.pk
    if proposal is not None and own and proposal.state == ProposalState.WAITING:
        actions.take_proposal_back(proposal=proposal, actor_id=who, at=now)
    else:
        actions.take_back(offer=offer, actor_id=who, at=now)


def _number(request: Request) -> int:
    text = request.POST.get("nummer", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("1000000") else 0


@for_writers
@reads
def compare(request: Request, pk: int, before: int, after: int) -> HttpResponseBase:
    """Show what is new in a version, word by word."""
    offer = access.seen_or_404(request, pk)
    one, two = asked.version(offer, before), asked.version(offer, after)
    if one is None or two is None:
        raise Http404
    context = {"offer": offer, "before": one, "after": two, "differences": compared(one, two)}
    return render(request, "library/editing/compare.html", context)


@for_writers
@reads
def preview(request: Request, pk: int, number: int) -> HttpResponseBase:
    """Show a version as a citizen would read it, all steps on one page."""
    offer = access.seen_or_404(request, pk)
    version = asked.version(offer, number)
    if version is None:
        raise Http404
    steps = steps_of(version.body, request.LANGUAGE_CODE)
    context = {"offer": offer, "version": version, "steps": steps}
    return render(request, "library/editing/preview.html", context)


def told_waits(request: Request, offer: Offer) -> HttpResponseBase:
    """Say that a text waits and is not written in."""
    messages.error(request, _("Teksten venter på godkendelse. Tag den tilbage, før du retter."))
    return HttpResponseRedirect(reverse("library:content", args=[offer.pk]))


def _content_page(
    request: Request, offer: Offer, *, form: WhyForm | None = None, act: str = "", status: int = 200
) -> HttpResponseBase:
    shown = asked.content(offer, language=request.LANGUAGE_CODE)
    state = PROPOSAL_STATES[ProposalState(shown.proposal.state)] if shown.proposal else ""
    context = {
        "shown": shown,
        "offer": offer,
        "kind": KINDS.get(Kind(offer.kind), offer.kind),
        "writes": access.may_write(request, offer),
        "local": offer.source == Source.LOCAL,
        "why_form": form or WhyForm(),
        "act": act,
        "proposal_state": state,
        "previous": shown.versions[1].number if len(shown.versions) > 1 else 0,
        "own_text": actions.is_writer(offer, shown.newest.number, access.me(request)),
    }
    return render(request, "library/editing/content.html", context, status=status)
