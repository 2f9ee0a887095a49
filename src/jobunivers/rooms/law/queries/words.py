# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the register's codes read on a page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TOPICS: dict[str, Promise] = {
    "rettigheder": _("Dine rettigheder"),
    "samtaler": _("Samtaler"),
    "jobsoegning": _("At søge job og stå til rådighed"),
    "cv": _("CV på Jobnet"),
    "sanktion": _("Hvis noget ikke bliver gjort"),
    "sagsbehandling": _("Sådan skal sagen behandles"),
    "tilsyn": _("Statens tilsyn med kommunen"),
    "data": _("Data og systemer"),
}
GROUPS: dict[str, Promise] = {
    "alle": pgettext_lazy("people", "Alle"),
    "dagpenge": _("Dagpenge"),
    "kontanthjaelp_job": _("Kontanthjælp, jobparat"),
    "kontanthjaelp_akt": _("Kontanthjælp, aktivitetsparat"),
    "aabenlyst_udd": _("Kontanthjælp, åbenlyst uddannelsesparat"),
    "uddannelsesparat": _("Kontanthjælp, uddannelsesparat"),
    "ledighedsydelse": _("Ledighedsydelse"),
}
KINDS: dict[str, Promise] = {
    "required": _("Skal"),
    "possible": _("Kan"),
    "forbidden": _("Må ikke"),
}
ACTORS: dict[str, Promise] = {
    "borger": _("Borgeren"),
    "kommune": _("Kommunen"),
    "a_kasse": _("A-kassen"),
    "leder": _("Lederen"),
}
DAYS: dict[str, Promise] = {
    "registered": _("tilmeldingen som jobsøgende"),
    "asked_for_help": _("første henvendelse om hjælp"),
    "spell_began": _("den første ledige dag"),
    "talk_missed": _("dagen, hvor samtalen skulle have været"),
    "event": _("dagen, hvor det skete"),
    "offer_given": _("dagen, hvor tilbuddet blev givet"),
    "letter_sent": _("dagen, hvor brevet blev sendt"),
    "decided": _("dagen, hvor borgeren fik afgørelsen"),
    "first_talk": _("den første samtale"),
}
UNITS: dict[str, Promise] = {
    "days": _("dage"),
    "weeks": _("uger"),
    "months": _("måneder"),
    "calendar_months": _("hele kalendermåneder"),
}
# Values of rules that are shown, by their names; what has no name is shown by what the rule says.
VALUES: dict[str, Promise] = {
    "days": _("Dage"),
    "weeks": _("Uger"),
    "months": _("Måneder"),
    "least": _("Mindst antal"),
    "share_percent": _("Procent af målgruppen"),
    "hours": _("Timer"),
    "special_hours": _("Timer i særlige tilfælde"),
    "level": _("Beløb i niveau"),
    "rate1": _("Sats 1, kr. pr. dag"),
    "rate2": _("Sats 2, kr. pr. dag"),
    "rate3": _("Sats 3, kr. pr. dag"),
    "rate4": _("Sats 4, kr. pr. dag"),
    "bound1": _("Grænse 1, kr. pr. måned"),
    "bound2": _("Grænse 2, kr. pr. måned"),
    "bound3": _("Grænse 3, kr. pr. måned"),
    "times": _("Gange satsen"),
    "per_month": _("Højst pr. kalendermåned"),
    "less_than_percent": _("Mindre end procent"),
    "fewer_than_talks": _("Færre samtaler end"),
    "ordinary_hours": _("Timers ordinær beskæftigelse"),
    "benefit_months": _("Måneder på ydelse"),
    "look_back_months": _("Måneder, der ses på"),
    "working_days": _("Arbejdsdage"),
    "untested_working_days": _("Arbejdsdage, system ikke testet"),
    "months_at_most": _("Måneder, højst"),
    "notice_days": _("Dages varsel"),
    "years": _("År"),
    "job_goals": _("Jobmål, mindst"),
}
