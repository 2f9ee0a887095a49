# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a case, its facts, steps and outcomes are called, for staff and for her."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.availability.models import (
    BenefitGroup,
    CaseKind,
    CaseState,
    EvidenceKind,
    Outcome,
)

KINDS: dict[str, Promise] = {
    CaseKind.ABSENT_TALK: _("Kom ikke til en samtale"),
    CaseKind.NOT_BOOKED: _("Bookede ikke en samtale i tide"),
    CaseKind.ABSENT_OFFER: _("Kom ikke i et tilbud"),
    CaseKind.NOT_REGISTERED: _("Manglende tilmelding eller CV"),
    CaseKind.REFUSED_JOB: _("Sagde nej til et job"),
    CaseKind.NO_JOB_SEARCH: _("Søgte ikke job som aftalt"),
    CaseKind.ASSESSMENT: _("Tvivl om rådighed"),
}
GROUPS: dict[str, Promise] = {
    BenefitGroup.UNKNOWN: _("Det ved jeg ikke endnu"),
    BenefitGroup.JOB_READY: _("Kontanthjælp, jobparat"),
    BenefitGroup.EDUCATION_OBVIOUS: _("Kontanthjælp, åbenlyst uddannelsesparat"),
    BenefitGroup.EDUCATION: _("Kontanthjælp, uddannelsesparat"),
    BenefitGroup.ACTIVITY_READY: _("Kontanthjælp, aktivitetsparat"),
    BenefitGroup.INSURED: _("Dagpenge"),
    BenefitGroup.FLEX: _("Ledighedsydelse"),
}
STATES: dict[str, Promise] = {
    CaseState.OPEN: _("I gang"),
    CaseState.DECIDED: _("Afgjort"),
    CaseState.WITHDRAWN: _("Trukket tilbage"),
}
OUTCOMES: dict[str, Promise] = {
    Outcome.NOTHING: _("Der sker ikke mere"),
    Outcome.GUIDANCE: _("Vejledning, ingen sanktion"),
    Outcome.DAYS: _("Fradrag for dage"),
    Outcome.THREE_RATES: _("Nedsættelse med tre gange satsen"),
    Outcome.NOT_AVAILABLE: _("Står ikke til rådighed"),
}
SOURCES: dict[str, Promise] = {
    EvidenceKind.LETTER: _("Brev eller besked"),
    EvidenceKind.TALK: _("Samtale eller referat"),
    EvidenceKind.JOBLOG: _("Joblog"),
    EvidenceKind.PLAN: _("Plan eller aftale"),
    EvidenceKind.CALL: _("Telefon"),
    EvidenceKind.OTHER_HOUSE: _("Besked fra tilbud, arbejdsgiver eller a-kasse"),
    EvidenceKind.OTHER: _("Andet"),
}
# LAS § 13 (7); BEK 19/2026 § 16 (2)-(3). The law's list is of examples, so there is a last one.
CAUSES: dict[str, Promise] = {
    "illness": _("Egen sygdom"),
    "health": _("Helbred, som passer dårligt med arbejdet eller tilbuddet"),
    "child_care": _("Børnepasning"),
    "transport": _("Transporttid"),
    "funeral": _("Begravelse af nærtstående"),
    "job_talk": _("Jobsamtale hos en arbejdsgiver"),
    "contact_children": _("Fast samvær med anbragte børn"),
    "other": _("Andet, som efter en konkret vurdering er en god grund"),
}
_HAPPENED: dict[str, Promise] = {
    CaseKind.ABSENT_TALK: _("Borgeren kom ikke til samtalen"),
    CaseKind.NOT_BOOKED: _("Borgeren bookede ikke inden fristen"),
    CaseKind.ABSENT_OFFER: _("Borgeren kom ikke i tilbuddet hele dagen eller en del af den"),
    CaseKind.NOT_REGISTERED: _("Tilmelding eller CV mangler efter fristen"),
    CaseKind.REFUSED_JOB: _("Borgeren sagde nej til jobbet"),
    CaseKind.NO_JOB_SEARCH: _("Aftalen om jobsøgning eller joblog er ikke holdt"),
    CaseKind.ASSESSMENT: _("Der er konkrete ting, som giver tvivl om rådigheden"),
}
_DUTY: dict[str, Promise] = {
    CaseKind.ABSENT_TALK: _("Borgeren var indkaldt eller havde selv booket, og skulle møde"),
    CaseKind.NOT_BOOKED: _("Borgeren havde fået fristen at vide og skulle selv booke"),
    CaseKind.ABSENT_OFFER: _("Borgeren havde fået tilbuddet, kendte tiden og skulle møde"),
    CaseKind.NOT_REGISTERED: _("Borgeren havde pligt til det, og fristen er gået"),
    CaseKind.REFUSED_JOB: _("Borgeren var henvist til jobbet, og det var rimeligt arbejde"),
    CaseKind.NO_JOB_SEARCH: _("Aftalen og fristen står på skrift, og borgeren kendte dem"),
    CaseKind.ASSESSMENT: _("Borgeren har pligt til at stå til rådighed"),
}
_FACTS: dict[str, Promise] = {
    "due_to_her": _("Det skyldes borgerens egne forhold"),
    "exempt": _("Borgeren var fritaget den dag (barsel, aftalt ferie eller lignende)"),
    "guided": _("Vejledt på skrift om rettigheder, pligter og sanktioner, før det skete"),
    "contact_tried": _("Kommunen har prøvet at få fat i borgeren"),
    "exhausted": _("Alle rimelige måder at få personlig kontakt er prøvet"),
    "promotes": _("En sanktion vil fremme borgerens rådighed"),
    "cause": _("Borgeren havde en rimelig grund"),
    "monthly": _("Fradraget gøres op samlet for en måned"),
    "told_at_once": _("Borgeren fik det at vide lige efter, at det skete"),
    "reduced_already": _("Hjælpen er allerede sat ned én gang i samme måned"),
    "unwilling": _("Borgeren viser med sin adfærd, at viljen mangler"),
    "cash_benefit": _("Borgeren får kontanthjælp"),
    "insured": _("Borgeren får dagpenge"),
    "activity_ready": _("Borgeren er aktivitetsparat"),
    "bound": _("Pligten gælder for borgerens gruppe"),
    "hearing_sent": _("Partshøringen er sendt"),
    "answered": _("Borgeren har svaret"),
    "hearing_over": _("Fristen for svar er gået"),
    "draft_written": _("Afgørelsen er skrevet"),
    "four_eyes": _("Kommunen har besluttet, at to skal se på det"),
    "reviewed": _("En kollega har læst og sagt god for den"),
}
STEPS: dict[str, Promise] = {
    "establish": _("Find ud af, hvad der er sket"),
    "check_guidance": _("Se efter, om borgeren var vejledt på skrift"),
    "contact": _("Prøv at få fat i borgeren"),
    "exhaust": _("Prøv alle rimelige veje, og vurdér om en sanktion hjælper"),
    "hear": _("Send partshøring"),
    "hear_assessment": _("Send partshøring"),
    "weigh": _("Vurdér, om der er en rimelig grund"),
    "decide_nothing": _("Afgør, at der ikke sker mere"),
    "decide_guidance": _("Giv vejledning i stedet for sanktion"),
    "decide_sanction": _("Træk i hjælpen for de dage, det drejer sig om"),
    "decide_sanction_offer": _("Træk i hjælpen for de dage, borgeren ikke kom"),
    "decide_sanction_cv": _("Træk i hjælpen for de dage, det manglede"),
    "decide_reduction": _("Sæt hjælpen ned med tre gange satsen"),
    "decide_not_available": _("Afgør, at betingelsen om rådighed ikke er opfyldt"),
    "write": _("Skriv afgørelsen med begrundelse"),
    "review": _("Lad en kollega læse den"),
    "sign": _("Underskriv og send"),
}
STEP_STATES: dict[str, Promise] = {
    "done": _("Gjort"),
    "required": _("Skal gøres"),
    "possible": _("Kan gøres"),
    "forbidden": _("Må ikke gøres"),
    "unknown": _("Kan ikke siges endnu"),
    "no_rule": _("Regel mangler"),
}
DEADLINES: dict[str, Promise] = {
    "effect": _("Et fradrag skal være sket senest"),
    "hearing": _("Borgeren kan svare til og med"),
    "complaint": _("Borgeren kan klage til og med"),
}
OLD_DRAFT = _(
    "Svar eller oplysninger er ændret, siden udkastet blev skrevet. Læs det, og gem det igen."
)
# The step that must be open before an outcome may be signed, by kind.
STEP_OF: dict[tuple[str, str], str] = {
    (CaseKind.ABSENT_TALK, Outcome.DAYS): "decide_sanction",
    (CaseKind.NOT_BOOKED, Outcome.DAYS): "decide_sanction",
    (CaseKind.ABSENT_OFFER, Outcome.DAYS): "decide_sanction_offer",
    (CaseKind.NOT_REGISTERED, Outcome.DAYS): "decide_sanction_cv",
    (CaseKind.REFUSED_JOB, Outcome.THREE_RATES): "decide_reduction",
    (CaseKind.NO_JOB_SEARCH, Outcome.THREE_RATES): "decide_reduction",
    (CaseKind.ASSESSMENT, Outcome.NOT_AVAILABLE): "decide_not_available",
    **{(kind, Outcome.NOTHING): "decide_nothing" for kind in CaseKind},
    **{(kind, Outcome.GUIDANCE): "decide_guidance" for kind in CaseKind},
}


def fact_words(code: str, kind: str) -> Promise | str:
    """Return a fact in words, as it is asked in a kind of case."""
    if code == "happened":
        return _HAPPENED[kind]
    if code == "duty":
        return _DUTY[kind]
    return _FACTS.get(code, code)


def outcomes_of(kind: str) -> list[Outcome]:
    """Return what may be decided in a kind of case, the mildest first."""
    return [one for one in Outcome if (kind, one) in STEP_OF]
