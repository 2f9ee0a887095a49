# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is missing before a solution may stand on a shelf, and why it is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.rooms.vendors.models import GroundFall
from jobunivers.rooms.vendors.queries.answers import Answers, ProcessorAnswer
from jobunivers.rooms.vendors.queries.cvr import is_cvr
from jobunivers.rooms.vendors.queries.grounds import CLAUSES, INSIDE, grounds, is_inside

NSIS = ("none", "low", "substantial", "high")
STATEMENT_DAYS = 366  # a statement is looked through once a year

NAMES: Mapping[str, Promise] = {
    "cvr": gettext_lazy("Firmaet"),
    "dpa": gettext_lazy("Databehandleraftale"),
    "transfer": gettext_lazy("Hvor data er"),
    "security": gettext_lazy("Sikkerhed"),
    "accessibility": gettext_lazy("Tilgængelighed"),
    "support": gettext_lazy("Hjælp til borgere"),
}
WHY: Mapping[str, Promise] = {
    "cvr": gettext_lazy("Kommunen skal vide, hvilket firma den har med at gøre."),
    "dpa": gettext_lazy(
        "Løsningen får oplysninger om borgere. Så skal der være en skriftlig aftale "
        "(databeskyttelsesforordningens artikel 28)."
    ),
    "transfer": gettext_lazy(
        "Borgere har ret til at vide, om deres data forlader EU, og på hvilket grundlag."
    ),
    "security": gettext_lazy(
        "Login skal være så sikkert, som indholdet kræver, og nogen skal svare, når noget går galt."
    ),
    "accessibility": gettext_lazy(
        "Det, en kommune viser frem, skal kunne bruges af alle (EN 301 549)."
    ),
    "support": gettext_lazy("En borger, der sidder fast, skal kunne få hjælp."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """What the checklist must know of a solution beside its answers."""

    hands_over: bool
    cvr: str | None
    fictitious: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that keeps a solution from the shelves; `code` is the line of the checklist."""

    code: str
    words: str

    @property
    def name(self) -> str:
        """Return the line's name."""
        return str(NAMES[self.code])

    @property
    def why(self) -> str:
        """Return why it is asked for."""
        return str(WHY[self.code])


def missing(
    answers: Answers, solution: Solution, *, on: date, fallen: Mapping[str, GroundFall]
) -> list[Missing]:
    """Return all that is missing on a day, in the order of the checklist; empty: nothing is."""
    return [
        *(Missing("cvr", words) for words in _firm(answers, solution)),
        *(Missing("dpa", words) for words in _agreement(answers, solution, on)),
        *(Missing("transfer", words) for words in _where(answers, on, fallen)),
        *(Missing("security", words) for words in _security(answers)),
        *(Missing("accessibility", words) for words in _statement(answers, on)),
        *(Missing("support", words) for words in _support(answers)),
    ]


def _firm(answers: Answers, solution: Solution) -> Iterator[str]:
    if solution.fictitious:
        return
    if solution.cvr is None and not answers.abroad.strip():
        yield _("Firmaets CVR-nummer mangler, eller dets nummer i et andet land.")
    if solution.cvr is not None and not is_cvr(solution.cvr):
        yield _("CVR-nummeret findes ikke.")


def _agreement(answers: Answers, solution: Solution, on: date) -> Iterator[str]:
    if not solution.hands_over:
        return
    # A made-up firm has signed nothing; everybody else hands the signed agreement in.
    if answers.dpa_file is None and not solution.fictitious:
        yield _("Den underskrevne aftale mangler.")
    if not answers.dpa_with.strip():
        yield _("Det mangler, hvem aftalen er med.")
    if answers.dpa_on is None:
        yield _("Aftalens dato mangler.")
    elif answers.dpa_on > on:
        yield _("Aftalen gælder ikke endnu.")
    if answers.dpa_until is not None and answers.dpa_until < on:
        yield _("Aftalen er udløbet.")


def _where(answers: Answers, on: date, fallen: Mapping[str, GroundFall]) -> Iterator[str]:
    if not answers.processors:
        yield _("Det mangler, hvem der behandler data, og hvor.")
    for one in answers.processors:
        wrong = _ground(one, on, fallen)
        if wrong:
            yield f"{one.name}: {wrong}"


def _ground(one: ProcessorAnswer, on: date, fallen: Mapping[str, GroundFall]) -> str:
    """Return what is wrong with the ground a processor leans on; "" when it holds."""
    ground = grounds().get(one.ground)
    if ground is None:
        return _("Der mangler et grundlag for, at data er dér.")
    within = is_inside(one.country) == (one.ground == INSIDE)
    if not within or (ground.country and ground.country != one.country):
        return _("Grundlaget passer ikke til landet.")
    if (fall := fallen.get(one.ground)) is not None:
        return _("Grundlaget er faldet: %(why)s") % {"why": fall.why}
    return _assessment(one, on) if one.ground == CLAUSES else ""


def _assessment(one: ProcessorAnswer, on: date) -> str:
    if not one.assessment.strip() or one.assessed_on is None:
        return _("Vurderingen af modtagerlandet mangler.")
    return _("Vurderingens dato ligger i fremtiden.") if one.assessed_on > on else ""


def _security(answers: Answers) -> Iterator[str]:
    if answers.nsis_needed not in NSIS or answers.nsis_used not in NSIS:
        yield _("Det mangler, hvor sikkert et login der kræves, og hvilket der bruges.")
    elif NSIS.index(answers.nsis_used) < NSIS.index(answers.nsis_needed):
        yield _("Det login, der bruges, er ikke så sikkert, som der kræves.")
    if not answers.incident_name.strip():
        yield _("Det mangler, hvem der svarer, når noget går galt.")
    if not answers.incident_email and not answers.incident_phone:
        yield _("Det mangler, hvordan man får fat i den, der svarer, når noget går galt.")


def _statement(answers: Answers, on: date) -> Iterator[str]:
    if not answers.statement_url and answers.statement_file is None:
        yield _("Tilgængelighedserklæringen mangler.")
        return
    if answers.statement_on is None:
        yield _("Erklæringens dato mangler.")
        return
    if answers.statement_on > on:
        yield _("Erklæringens dato ligger i fremtiden.")
    old = (on - answers.statement_on).days > STATEMENT_DAYS
    if old or (answers.statement_until is not None and answers.statement_until < on):
        yield _("Erklæringen er for gammel. Den skal ses igennem hvert år.")


def _support(answers: Answers) -> Iterator[str]:
    if not answers.support_email and not answers.support_phone:
        yield _("Det mangler, hvor en borger kan få hjælp.")
    if not answers.support_hours.strip():
        yield _("Det mangler, hvornår der er nogen.")
    if answers.answer_hours is None:
        yield _("Det mangler, hvor længe der højst går, før der svares.")
