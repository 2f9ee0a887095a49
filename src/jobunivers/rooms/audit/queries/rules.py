# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules by which looks are found unusual: a table, with what each kommune may set."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.audit.models import LookRule

Words = Promise | str


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of a rule that a kommune may set, within bounds."""

    name: Words
    begins: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it is called, when looks are unusual by it, and its numbers."""

    code: str
    name: Words
    when: Words
    limits: Mapping[str, Limit]


@dataclass(frozen=True, slots=True)
class Held:
    """How a rule works in the kommune now; version 0 is as it began."""

    rule: Rule
    on: bool
    limits: Mapping[str, int]
    version: int


RULES: dict[str, Rule] = {
    one.code: one
    for one in (
        Rule("many_hour", _("Mange på en time"),
             _("Samme medarbejder har åbnet flere forskellige borgere end så mange på en time."),
             {"most": Limit(_("Borgere på en time"), 30, 5, 500)}),
        Rule("many_day", _("Mange på en dag"),
             _("Samme medarbejder har åbnet så mange gange flere borgere, som medarbejderen plejer"
               " – eller som rollen plejer, når medarbejderen er ny – og flere end et mindste"
               " tal."),
             {"times": Limit(_("Gange det sædvanlige"), 3, 2, 20),
              "least": Limit(_("Altid i orden op til"), 25, 5, 500)}),
        Rule("own_name", _("Eget navn"),
             _("Borgeren hedder præcis det samme som medarbejderen."), {}),
        Rule("same_surname", _("Samme efternavn"),
             _("Borgeren har samme efternavn som medarbejderen, og få i kommunen har det."),
             {"rare": Limit(_("Højst så mange borgere har navnet"), 10, 1, 500)}),
        Rule("colleague", _("En kollega"),
             _("Borgeren hedder præcis det samme som en kollega i kommunen."), {}),
        Rule("night", _("Om natten"),
             _("Opslaget er sket uden for de timer, hvor nogen plejer at arbejde."),
             {"until": Limit(_("Arbejdet begynder kl."), 6, 0, 12),
              "from": Limit(_("Arbejdet slutter kl."), 20, 13, 24)}),
        Rule("weekend", _("I weekenden"),
             _("Opslaget er sket en lørdag eller søndag."), {}),
        Rule("untied", _("Uden tilknytning"),
             _("Medarbejderen har åbnet flere borgere på en dag uden at være"
               " tilknyttet eller have møde med dem."),
             {"most": Limit(_("Borgere uden tilknytning på en dag"), 15, 1, 500)}),
        Rule("protected", _("Beskyttet borger"),
             _("Borgeren har beskyttet navn og adresse, og medarbejderen er ikke tilknyttet."), {}),
        Rule("ended", _("Efter sagen er slut"),
             _("Borgerens forløb sluttede for så mange dage siden, og grunden var ikke"
               " aktindsigt."),
             {"days": Limit(_("Dage efter afslutning"), 30, 1, 730)}),
        Rule("sample", _("Stikprøve"),
             _("Hver måned trækkes så mange opslag ved lodtrækning, uanset de andre regler."),
             {"size": Limit(_("Opslag i stikprøven"), 25, 5, 500)}),
    )
}  # fmt: skip


def held_rules() -> dict[str, Held]:
    """Return how every rule works in the kommune worked for."""
    newest: dict[str, LookRule] = {}
    for row in LookRule.objects.order_by("code", "-pk").distinct("code"):
        newest[row.code] = row
    return {code: _held(rule, newest.get(code)) for code, rule in RULES.items()}


def versions_of(code: str) -> list[LookRule]:
    """Return every choice the kommune has made of a rule, the newest first."""
    return list(LookRule.objects.filter(code=code).order_by("-pk"))


def _held(rule: Rule, row: LookRule | None) -> Held:
    begins = {name: limit.begins for name, limit in rule.limits.items()}
    if row is None:
        return Held(rule, on=True, limits=begins, version=0)
    chosen = {name: int(row.limits.get(name, first)) for name, first in begins.items()}
    return Held(rule, on=row.on, limits=chosen, version=row.pk)
