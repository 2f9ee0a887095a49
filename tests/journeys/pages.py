# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page as each role, for the pictures and for the checks that look at all of them."""

from dataclasses import dataclass

VISITOR = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page to look at.

    `path` may hold {vacancy}, {citizen} (her number, the reason not given yet), {seen} (the page
    of a citizen, the reason given), {why}, {like}, {application}, {source} and {rejected}.
    {suggestions} and {suggestion} are the jobs suggested to the citizen of {seen}, and the first
    of them. {draft} is the draft of the kommune's rules, {trial} a trial of it.
    """

    name: str
    path: str
    persona: str = VISITOR


CITIZEN, EMPTY = "Kirsten", "Noor"
ADVISER, EDITOR, ADMINISTRATOR, NATIONAL = "Omar", "Signe", "Torben", "Helle"
CONSULTANT, MANAGER = "Tove", "Bente"

PAGES = (
    Shown("vaelg-kommune", "/"),
    Shown("forside", "/aarhus/"),
    Shown("forside-silkeborg", "/silkeborg/"),
    Shown("log-ind", "/aarhus/log-ind/"),
    Shown("soeg", "/aarhus/job/"),
    Shown("soeg-ord-og-sted", "/aarhus/job/?q=lager&sted=8000"),
    Shown("soeg-stavefejl", "/aarhus/job/?q=sygeplejesker"),
    Shown("soeg-intet", "/aarhus/job/?q=xyzzyqwert"),
    Shown("soeg-ukendt-sted", "/aarhus/job/?sted=Lilleputstad"),
    Shown("soeg-kort", "/aarhus/job/kort/?sted=8000"),
    Shown("job", "{vacancy}"),
    Shown("om", "/aarhus/om/"),
    Shown("tilgaengelighed", "/aarhus/tilgaengelighed/"),
    Shown("forloeb", "/aarhus/forloeb/"),
    Shown("persondata", "/aarhus/persondata/"),
    Shown("kontakt", "/aarhus/kontakt/"),
    Shown("ai", "/aarhus/ai/"),
    Shown("ai-model", "/aarhus/ai/matching/"),
    Shown("ai-model-titler", "/aarhus/ai/titles/"),
    Shown("ai-model-spredning", "/aarhus/ai/spreading/"),
    Shown("ai-model-tilfaeldigt", "/aarhus/ai/exploration/"),
    Shown("findes-ikke", "/aarhus/findes-ikke/"),
    Shown("postkasse", "/aarhus/ui/postkasse/"),
    Shown("gammelt-link", "/aarhus/afmeld/x/"),
    Shown("offline", "/aarhus/offline/"),
    Shown("min-side", "/aarhus/min-side/", CITIZEN),
    Shown("relevante-job", "/aarhus/relevante-job/", CITIZEN),
    Shown("hvorfor", "{why}", CITIZEN),
    Shown("hvorfor-igen", "{why}?igen=1", CITIZEN),
    Shown("flere-som", "{like}", CITIZEN),
    Shown("kompetencer-der-aabner", "/aarhus/relevante-job/kompetencer/", CITIZEN),
    Shown("kompetencer-tom-profil", "/aarhus/relevante-job/kompetencer/", EMPTY),
    Shown("borger-soeg", "/aarhus/job/?q=sosu", CITIZEN),
    Shown("borger-job", "{vacancy}", CITIZEN),
    Shown("log-ansoegning", "{vacancy}ansoegt/", CITIZEN),
    Shown("ansoegninger", "/aarhus/ansoegninger/", CITIZEN),
    Shown("ansoegning-ny", "/aarhus/ansoegninger/ny/", CITIZEN),
    Shown("ansoegning", "{application}", CITIZEN),
    Shown("gemte-job", "/aarhus/gemte-job/", CITIZEN),
    Shown("signaler", "/aarhus/signaler/", CITIZEN),
    Shown("fordi", "/aarhus/relevante-job/fordi/", CITIZEN),
    Shown("foelger", "/aarhus/foelger/", CITIZEN),
    Shown("gemte-soegninger", "/aarhus/gemte-soegninger/", CITIZEN),
    Shown("profil", "/aarhus/profil/", CITIZEN),
    Shown("profil-sted", "/aarhus/profil/sted/", CITIZEN),
    Shown("profil-sprog", "/aarhus/profil/sprog/", CITIZEN),
    Shown("profil-erfaring", "/aarhus/profil/erfaring/ny/", CITIZEN),
    Shown("profil-uddannelse", "/aarhus/profil/uddannelse/ny/", CITIZEN),
    Shown("profil-kompetencer", "/aarhus/profil/kompetencer/", CITIZEN),
    Shown("profil-oensker", "/aarhus/profil/oensker/", CITIZEN),
    Shown("velkommen", "/aarhus/velkommen/", EMPTY),
    Shown("velkommen-kendt", "/aarhus/velkommen/", CITIZEN),
    Shown("velkommen-hent", "/aarhus/velkommen/hent/", EMPTY),
    Shown("velkommen-oensker", "/aarhus/velkommen/oensker/", CITIZEN),
    Shown("velkommen-hjaelp-til-skaermen", "/aarhus/velkommen/hjaelp-til-skaermen/", EMPTY),
    Shown("velkommen-selvtest", "/aarhus/velkommen/selvtest/", EMPTY),
    Shown("velkommen-job", "/aarhus/velkommen/job/", CITIZEN),
    Shown("velkommen-job-tom", "/aarhus/velkommen/job/", EMPTY),
    Shown("velkommen-moede", "/aarhus/velkommen/moede/", EMPTY),
    Shown("rundvisning", "/aarhus/velkommen/rundvisning/", EMPTY),
    Shown("rundvisning-side", "/aarhus/velkommen/rundvisning/velkommen/", EMPTY),
    Shown("velkommen-hjaelp", "/aarhus/velkommen/hjaelp/", CITIZEN),
    Shown("beskeder", "/aarhus/beskeder/", CITIZEN),
    Shown("besked-valg", "/aarhus/beskeder/indstillinger/", CITIZEN),
    Shown("hvem-har-set", "/aarhus/hvem-har-set/", CITIZEN),
    Shown("samtykker", "/aarhus/samtykker/", CITIZEN),
    Shown("kilder", "/aarhus/kilder/", CITIZEN),
    Shown("kilder-fil", "/aarhus/kilder/fil/", CITIZEN),
    Shown("kilder-fundet", "/aarhus/kilder/fundet/", CITIZEN),
    Shown("kilder-spoergsmaal", "/aarhus/kilder/spoergsmaal/", CITIZEN),
    Shown("mit-forloeb", "/aarhus/mit-forloeb/", CITIZEN),
    Shown("mit-forloeb-sig-fra", "/aarhus/mit-forloeb/sig-fra/", CITIZEN),
    Shown("mit-forloeb-fravaer", "/aarhus/mit-forloeb/fravaer/", CITIZEN),
    Shown("mit-forloeb-tomt", "/aarhus/mit-forloeb/", EMPTY),
    Shown("ingen-adgang", "/aarhus/medarbejder/", CITIZEN),
    Shown("medarbejder", "/aarhus/medarbejder/", ADVISER),
    Shown("arbejdsmarked", "/aarhus/medarbejder/arbejdsmarked/", ADVISER),
    Shown("borgere", "/aarhus/medarbejder/borgere/", ADVISER),
    Shown("borger-grund", "/aarhus/medarbejder/borgere/{citizen}/grund/", ADVISER),
    Shown("borger", "{seen}", ADVISER),
    Shown("borgers-job", "{suggestions}", ADVISER),
    Shown("borgers-job-hvorfor", "{suggestion}", ADVISER),
    Shown("skranke", "/aarhus/medarbejder/skranke/?navn=ki", ADVISER),
    Shown("foerste-moeder", "/aarhus/medarbejder/intromoeder/", ADVISER),
    Shown("introduktion", "/aarhus/administration/introduktion/", EDITOR),
    Shown("introduktion-tekst", "/aarhus/administration/introduktion/profil/", EDITOR),
    Shown("introduktion-ny", "/aarhus/administration/introduktion/ny/", EDITOR),
    Shown("introduktion-moeder", "/aarhus/administration/introduktion/moeder/", EDITOR),
    Shown("borgers-forloeb", "{seen}forloeb/", ADVISER),
    Shown("borgers-forloeb-vaelg", "{seen}forloeb/vaelg/", ADVISER),
    Shown("borgers-forloeb-pause", "{seen}forloeb/pause/", ADVISER),
    Shown("svar-til-borgere", "/aarhus/medarbejder/indsigelser/", ADVISER),
    Shown("mine-borgere", "/aarhus/medarbejder/mine-borgere/", ADVISER),
    Shown("konsulents-borgere", "/aarhus/medarbejder/mine-borgere/", CONSULTANT),
    Shown("leder-forloeb", "/aarhus/leder/forloeb/", MANAGER),
    Shown("leder-flytninger", "/aarhus/leder/forloeb/flytninger/", MANAGER),
    Shown("leder-konsulenter", "/aarhus/leder/forloeb/konsulenter/", MANAGER),
    Shown("leder-regler", "/aarhus/administration/forloeb/", MANAGER),
    Shown("forloeb-udkast", "{draft}", ADMINISTRATOR),
    Shown("forloeb-ny-regel", "{draft}regel/ny/", ADMINISTRATOR),
    Shown("forloeb-trappe", "{draft}trappe/", ADMINISTRATOR),
    Shown("forloeb-nok", "{draft}nok/", ADMINISTRATOR),
    Shown("forloeb-proeve", "{trial}", ADMINISTRATOR),
    Shown("forloeb-vedtag", "{draft}vedtag/", ADMINISTRATOR),
    Shown("forloeb-regler", "/aarhus/administration/forloeb/", ADMINISTRATOR),
    Shown("udseende", "/aarhus/administration/udseende/", EDITOR),
    Shown("jobkilder", "/aarhus/administration/jobkilder/", ADMINISTRATOR),
    Shown("udsendelser", "/aarhus/administration/beskeder/", ADMINISTRATOR),
    Shown("ai-skift", "/aarhus/administration/ai/", ADMINISTRATOR),
    Shown("ai-slaa-fra", "/aarhus/administration/ai/matching/", ADMINISTRATOR),
    Shown("jobkilde", "/faelles/{source}", NATIONAL),
    Shown("afvist-post", "/faelles/{rejected}", NATIONAL),
    Shown("kommuner", "/faelles/administration/kommuner/", NATIONAL),
    Shown("aabn-kommune", "/faelles/administration/kommuner/0461/", NATIONAL),
)
