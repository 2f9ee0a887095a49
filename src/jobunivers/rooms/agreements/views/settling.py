# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A settlement: its lines and their acts, two people's yes, the invoice; and the ledger."""

import csv
from io import StringIO

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.integrations.peppol import NotComplete, broken_rules, document
from jobunivers.rooms.agreements import access, actions
from jobunivers.rooms.agreements.models import Settlement, Statement
from jobunivers.rooms.agreements.queries import settled
from jobunivers.rooms.agreements.views.writing import for_buyers


@for_buyers
@reads
def settlement(request: Request, pk: int) -> HttpResponseBase:
    """Show a settlement and the next step."""
    return _shown(request, access.settlement_or_404(request, pk))


def _shown(request: Request, found: Settlement, *, status: int = 200) -> HttpResponseBase:
    page = settled.settlement_page(found, reader_id=access.me(request))
    return render(request, "agreements/settlement.html", {"page": page}, status=status)


@for_buyers
@require_POST
def decide(request: Request, pk: int) -> HttpResponseBase:
    """Take a settlement one step on."""
    found = access.settlement_or_404(request, pk)
    act, at, me = request.POST.get("act", ""), timezone.now(), access.me(request)
    try:
        if act == "kontroller":
            actions.check(settlement=found, at=at, actor_id=me)
        elif act == "godkend":
            actions.approve(settlement=found, at=at, actor_id=me)
        elif act == "faktura":
            actions.export(settlement=found, document=_document(found), at=at, actor_id=me)
        elif act == "betalt":
            actions.pay(settlement=found, at=at, actor_id=me)
        else:
            messages.error(request, _("Vælg en af knapperne."))
            return _shown(request, found, status=422)
    except actions.WrongStep:
        found.refresh_from_db()
        messages.info(request, _("En anden har gjort det imens. Sådan står det nu."))
        return _shown(request, found, status=409)
    except actions.SamePerson:
        messages.error(request, _("Du har selv kontrolleret den. En anden skal godkende."))
        return _shown(request, found, status=409)
    except NotComplete as missing:
        messages.error(request, _missing(missing.code))
        return _shown(request, found, status=422)
    return HttpResponseRedirect(reverse("agreements:settlement", args=[pk]))


def _document(found: Settlement) -> str:
    # An invoice is Danish, whoever presses the button.
    with translation.override("da"):
        made = document(settled.invoice_of(found))
    if broken := broken_rules(made):
        raise ValueError(", ".join(f"{one.id} {one.where}" for one in broken))
    return made.decode()


def _missing(code: str) -> str:
    return {
        "cvr": _(
            "Firmaet har ikke skrevet sit CVR-nummer endnu. Uden det kan fakturaen ikke laves."
        ),
        "gln": _("Skriv jeres EAN-nummer på aftalen. Uden det kan fakturaen ikke laves."),
        "lines": _("Der er intet at betale, så der skal ingen faktura til."),
    }[code]


@for_buyers
@reads
def line(request: Request, pk: int, place: int) -> HttpResponseBase:
    """Show the acts behind a line, without anybody's name."""
    told = {"traced": settled.traced(access.line_or_404(request, pk, place))}
    return render(request, "agreements/line.html", told)


@for_buyers
@reads
def as_csv(request: Request, pk: int) -> HttpResponseBase:
    """Give the lines as a table."""
    found = access.settlement_or_404(request, pk)
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [_("Faktura"), _("Linje"), _("Måned"), _("Tekst"), _("Antal"), _("Pris"), _("Beløb"),
         _("Handlinger"), _("Første"), _("Sidste"), _("Aftryk")]
    )  # fmt: skip
    for one in settled.lines_of(found):
        numbers = [
            f"{value:f}".replace(".", ",") for value in (one.quantity, one.price, one.amount)
        ]
        writer.writerow(
            [found.invoice, one.place, f"{one.for_month:%Y-%m}",
             settled.settled_words(one), *numbers,
             one.acts, one.acts_first, one.acts_last, one.digest]
        )  # fmt: skip
    answer = HttpResponse(
        out.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{found.invoice}.csv"'
    return answer


@for_buyers
@reads
def as_invoice(request: Request, pk: int) -> HttpResponseBase:
    """Give the invoice that was made."""
    found = access.settlement_or_404(request, pk)
    rows = Statement.objects.filter(invoice=found.invoice).exclude(document="")
    text = rows.values_list("document", flat=True).first()
    if text is None:
        raise Http404
    answer = HttpResponse(text.encode(), content_type="application/xml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.invoice}.xml"'
    return answer


@for_buyers
@reads
def ledger(request: Request) -> HttpResponseBase:
    """Show the kommune's ledger."""
    return render(request, "agreements/ledger.html", {"ledger": settled.ledger()})
