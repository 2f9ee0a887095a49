# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The headings of *Mine data*, in plain words."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = Promise | str


@dataclass(frozen=True, slots=True)
class Group:
    """A heading; they stand by `order`. `what` is one sentence below it."""

    code: str
    name: Text
    order: int
    what: Text


GROUPS = {
    one.code: one
    for one in (
        Group("who", _("Hvem du er"), 10, _("Navn, login og hvad du har valgt for siden.")),
        Group("profile", _("Din profil og dit CV"), 20, _("Det, job og hjælp findes ud fra.")),
        Group("plan", _("Din plan og din uge"), 30, _("Mål, aktiviteter, aftaler og dage.")),
        Group("jobs", _("Job og ansøgninger"), 40, _("Gemte job, søgninger og din joblog.")),
        Group("learning", _("Læring og værktøjer"), 50, _("Det, du har åbnet, gemt og bedømt.")),
        Group(
            "talks",
            _("Samtaler, beskeder og noter"),
            60,
            _("Det, du og dine medarbejdere har skrevet til hinanden og om dit forløb."),
        ),
        Group("course", _("Dit forløb"), 70, _("Hvilken hjælp du er tilbudt, og hvorfor.")),
        Group(
            "availability",
            _("Rådighed"),
            80,
            _("Krav til jobsøgning, og sager, hvis der er nogen."),
        ),
        Group(
            "computed",
            _("Det, siden har regnet ud"),
            90,
            _("Forslag til job og læring, chancer og tegn på, at du mangler hjælp."),
        ),
        Group(
            "consents",
            _("Samtykker og kilder"),
            100,
            _("Hvad du har sagt ja til, og hvad der er hentet."),
        ),
        Group("shared", _("Givet videre"), 110, _("Hvad andre har fået at vide om dig.")),
        Group("log", _("Hvem der har set og gjort hvad"), 120, _("Skrevet af siden selv.")),
        Group("work", _("Dit arbejde på siden"), 130, _("For medarbejdere: hvad du har gjort.")),
        Group("firm", _("Firmaets folk"), 140, _("For leverandører og arbejdsgivere.")),
    )
}
