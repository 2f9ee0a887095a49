# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who waits for a printed letter of the 30 days' notice, and the letters on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jobunivers.foundation.ui.paper import Paper
from jobunivers.foundation.ui.wording import day_year
from jobunivers.foundation.ui.wording import kommune as kommune_name
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Person
from jobunivers.rooms.retention.models import Ended, LetterRun, Told
from jobunivers.rooms.retention.queries.due import NOTICE

_RUNS = 20


@dataclass(frozen=True, slots=True)
class RunShown:
    """A print of letters, and who made and sent it."""

    row: LetterRun
    by: str
    sent_by: str


@dataclass(frozen=True, slots=True)
class LettersPage:
    """How many wait for a letter, and the prints there have been, newest first."""

    waiting: int
    runs: list[RunShown]


def waiting() -> QuerySet[Told]:
    """Return what is to be told by a letter that nobody has printed yet.

    Who seeks work again, or has a later end, is told of that one instead.
    """
    ends = Ended.objects.filter(is_citizen=True).order_by("pk").values_list("person_id", "ended_on")
    still = dict(ends)
    rows = Told.objects.filter(by_letter=True, letter_run=None, letter_sent_at=None)
    pairs = rows.order_by("pk").values_list("pk", "citizen_id", "ended_on")
    current = [pk for pk, citizen_id, ended_on in pairs if still.get(citizen_id) == ended_on]
    return Told.objects.filter(pk__in=current).order_by("citizen_id", "pk")


def letters_page() -> LettersPage:
    """Return the page of letters."""
    rows = list(LetterRun.objects.order_by("-pk")[:_RUNS])
    ids = {one for row in rows for one in (row.made_by_id, row.sent_by_id) if one is not None}
    names = {pk: name for pk, (name, _role) in identity.names(ids=ids).items()} if ids else {}
    return LettersPage(
        waiting=len(set(waiting().values_list("citizen_id", flat=True))),
        runs=[
            RunShown(row, names.get(row.made_by_id, ""), names.get(row.sent_by_id or 0, ""))
            for row in rows
        ],
    )


def citizens_of(run: LetterRun) -> list[int]:
    """Return who gets a letter of a print, each once; who is gone meanwhile is not in it."""
    rows = Told.objects.filter(letter_run=run).order_by("citizen_id", "pk")
    return list(dict.fromkeys(rows.values_list("citizen_id", flat=True)))


def on_paper(run: LetterRun, *, kommune: str, address: str) -> bytes:
    """Return the letters of a print as one PDF, a page each, in Danish.

    Where she lives is not known here: whoever posts them looks it up by name and day of birth.
    """
    soonest: dict[int, date] = {}
    for citizen_id, goes_on in Told.objects.filter(letter_run=run).values_list(
        "citizen_id", "goes_on"
    ):
        soonest[citizen_id] = min(goes_on, soonest.get(citizen_id, goes_on))
    people = Person.objects.filter(pk__in=soonest).only("name", "born_on").order_by("pk")
    with translation.override("da"):
        paper = Paper(title=_("Vi sletter snart oplysninger om dig"), language="da")
        for place, one in enumerate(people):
            if place:
                paper.sheet()
            goes_on = max(soonest[one.pk], timezone.localdate(run.made_at) + NOTICE)
            born = one.born_on and _("født {day}").format(day=day_year(one.born_on))
            whom = f"{one.name}\n{born}" if born else one.name
            sender = f"{kommune_name(kommune)} · {day_year(run.made_at)}"
            _letter(paper, whom=whom, sender=sender, parts=parts(goes_on, address))
            paper.text(kommune_name(kommune), bold=True)
        return paper.finished()


def _letter(paper: Paper, *, whom: str, sender: str, parts: Sequence[str]) -> None:
    paper.text(whom)
    paper.text(sender, grey=True)
    paper.heading(_("Vi sletter snart oplysninger om dig"), size=18)
    for part in parts:
        paper.text(part)
        paper.text(" ")


def parts(goes_on: date, address: str) -> Sequence[str]:
    """Return what a letter says, a paragraph each; `address` is the kommune's, "" for none."""
    found = [
        _("Du får ikke længere hjælp til at finde arbejde på Jobunivers. Derfor sletter vi"
          " oplysninger om dig, tidligst den {day} og tidligst 30 dage efter, at brevet er"
          " sendt.").format(day=day_year(goes_on)),
        _("Vil du have en kopi først, kan du logge ind og hente alt under “Mine data”."),
        _("Vil du have, at vi gemmer dem et halvt år mere, kan du vælge det samme sted. Du kan også"
          " ringe eller skrive til os. Du behøver ikke sige hvorfor."),
        _("Du skal ikke gøre noget, hvis det er i orden, at vi sletter dem."),
    ]  # fmt: skip
    if address:
        found.append(_("Sådan får du fat i os: {where}").format(where=address))
    return found
