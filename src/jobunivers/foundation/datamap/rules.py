# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What data may be used for, by which right, and how long it is kept.

The days are what a kommune starts with; it may choose others (`rooms/retention`), within the
bounds said here.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = Promise | str


@dataclass(frozen=True, slots=True)
class Basis:
    """A right to use data: its name for a person, and the paragraphs."""

    code: str
    name: Text
    law: Text


@dataclass(frozen=True, slots=True)
class Purpose:
    """What data is used for, and by which right."""

    code: str
    name: Text
    basis: str


class Clock(StrEnum):
    """From when the days of a retention count."""

    ROW = "row"  # the row's own time (`Holding.at`)
    JOURNEY = "journey"  # the citizen's way ended: she has work, moved, or is no longer helped
    LEFT = "left"  # a member of staff or of a firm stopped
    NEVER = "never"  # kept as long as what it is about


class Then(StrEnum):
    """What happens when the days have passed."""

    DELETE = "delete"
    ANONYMISE = "anonymise"  # the row stays for statistics and can be led back to nobody
    KEEP = "keep"  # of no person; or the law says for ever


@dataclass(frozen=True, slots=True)
class Retention:
    """How long, counted from what, and what then.

    Attributes:
        days: what a kommune starts with; 0 with `Clock.NEVER`.
        least, most: the bounds of what a kommune may choose.
        why: where the days come from.
    """

    code: str
    name: Text
    clock: Clock
    days: int
    then: Then
    why: Text
    least: int = 0
    most: int = 0


_YEAR = 365

BASES = {
    one.code: one
    for one in (
        Basis(
            "task",
            _("Kommunens opgave efter loven"),
            _("Databeskyttelsesforordningen art. 6, stk. 1, litra e, og lov om en aktiv"
              " beskæftigelsesindsats"),
        ),
        Basis(
            "duty",
            _("En pligt, loven giver kommunen"),
            _("Databeskyttelsesforordningen art. 6, stk. 1, litra c"),
        ),
        Basis(
            "consent",
            _("Dit samtykke"),
            _("Databeskyttelsesforordningen art. 6, stk. 1, litra a"),
        ),
        Basis(
            "contract",
            _("En aftale"),
            _("Databeskyttelsesforordningen art. 6, stk. 1, litra b"),
        ),
        Basis("none", _("Ingen personoplysninger"), ""),
    )
}  # fmt: skip

PURPOSES = {
    one.code: one
    for one in (
        Purpose("journey", _("At hjælpe dig til job"), "task"),
        Purpose("own", _("Dine egne optegnelser: du skriver dem, fordi du vil"), "task"),
        Purpose("availability", _("At følge reglerne om rådighed"), "duty"),
        Purpose("case", _("At behandle din sag og kunne vise, hvad der skete"), "duty"),
        Purpose("consented", _("Det, du har sagt ja til"), "consent"),
        Purpose("account", _("At du kan logge ind og bruge siden, som du vil"), "task"),
        Purpose("security", _("At passe på dine oplysninger og kunne vise det"), "duty"),
        Purpose("quality", _("At måle, hvad der virker, og gøre hjælpen bedre"), "task"),
        Purpose("market", _("At kommunen kan tilbyde og betale løsninger"), "contract"),
        Purpose("work", _("At kommunens medarbejdere kan gøre deres arbejde"), "task"),
        Purpose("running", _("At siden kører; intet om nogen person"), "none"),
    )
}

RETENTIONS = {
    one.code: one
    for one in (
        Retention(
            "journey",
            _("Så længe du får hjælp, og et stykke tid efter"),
            Clock.JOURNEY, 2 * _YEAR, Then.DELETE,
            _("Så du kan fortsætte, hvor du slap, hvis du bliver ledig igen"),
            least=180, most=5 * _YEAR,
        ),
        Retention(
            "case",
            _("Som kommunens sager"),
            Clock.JOURNEY, 5 * _YEAR, Then.DELETE,
            _("Forældelsesloven § 3 og journaliseringspligten, offentlighedsloven § 15"),
            least=3 * _YEAR, most=10 * _YEAR,
        ),
        Retention(
            "computed",
            _("Beregninger: kort tid"),
            Clock.ROW, 120, Then.DELETE,
            _("En beregning skal kunne gentages og klages over i 90 dage"),
            least=90, most=_YEAR,
        ),
        Retention(
            "statistics",
            _("Kun uden navn, når du ikke får hjælp mere"),
            Clock.JOURNEY, 2 * _YEAR, Then.ANONYMISE,
            _("Så vi kan se, hvad der virker, uden at vide, hvem det var"),
            least=180, most=5 * _YEAR,
        ),
        Retention(
            "log",
            _("Log over, hvem der har set og gjort noget"),
            Clock.ROW, 5 * _YEAR, Then.DELETE,
            _("Så du kan se det, og misbrug kan opklares"),
            least=2 * _YEAR, most=10 * _YEAR,
        ),
        Retention(
            "short",
            _("30 dage"),
            Clock.ROW, 30, Then.DELETE,
            _("Det bruges kun lige nu"),
            least=1, most=90,
        ),
        Retention(
            "account",
            _("Så længe du er her"),
            Clock.LEFT, _YEAR, Then.DELETE,
            _("Medarbejdere og firmaers folk, der er stoppet"),
            least=30, most=5 * _YEAR,
        ),
        Retention(
            "books",
            _("Som regnskab"),
            Clock.ROW, 5 * _YEAR, Then.KEEP,
            _("Bogføringsloven § 12; ingen borger er i det"),
            least=5 * _YEAR, most=10 * _YEAR,
        ),
        Retention(
            "forever",
            _("Så længe det bruges"),
            Clock.NEVER, 0, Then.KEEP,
            _("Intet om nogen borger"),
        ),
    )
}  # fmt: skip
