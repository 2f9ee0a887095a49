# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules, all in one table: what a talk may be about, and why.

Each rule takes the facts and returns those that made it hold, or None. Its words are here too, so
that who changes a rule changes what people read of it. The table's order is what matters first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from jobunivers.science.saying import Made, Value, Words
from jobunivers.science.talks.facts import TalkFacts

VERSION = "talks-1"
Condition = Callable[[TalkFacts], Made | None]
# Of fewer applications or interviews nothing can be said.
_FEW_APPLICATIONS, _FEW_INTERVIEWS = 5, 3
_QUIET, _BACK, _SOON = 14, 21, 14  # days
_FEW_OPENINGS, _SKILL_SHARE = 5, 4  # a quarter of her jobs
_SHORT_KM, _THIN = 15, 3


class Way(StrEnum):
    """Where the two look together; the pages know the addresses."""

    COURSE = "course"
    PLAN = "plan"
    JOBS = "jobs"
    MAP = "map"
    CASE = "case"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: what it looks for, how it reads to both, and where they look together."""

    code: str
    name: Words
    holds: Condition
    staff: Words
    citizen: Words
    way: Way


def _ago(facts: TalkFacts, day: date | None) -> int | None:
    return None if day is None else (facts.today - day).days


def _objection(facts: TalkFacts) -> Made | None:
    days = _ago(facts, facts.objection_since)
    return None if days is None else {"days": max(0, days)}


def _offer(facts: TalkFacts) -> Made | None:
    return None if facts.open_offer is None else {"offered": facts.open_offer.isoformat()}


def _first(facts: TalkFacts) -> Made | None:
    if not facts.first_talk:
        return None
    days = _ago(facts, facts.out_since)
    return {} if days is None else {"days": max(0, days)}


def _interview(facts: TalkFacts) -> Made | None:
    if facts.next_interview is None:
        return None
    left = (facts.next_interview - facts.today).days
    return {"left": left, "day": facts.next_interview.isoformat()} if 0 <= left <= _SOON else None


def _overdue(facts: TalkFacts) -> Made | None:
    days = _ago(facts, facts.overdue_since)
    return {"overdue": facts.overdue, "days": days} if days and facts.overdue else None


def _back(facts: TalkFacts) -> Made | None:
    days = _ago(facts, facts.back_since)
    if days is None or facts.back_since is None or not 0 <= days <= _BACK:
        return None
    return {"back": facts.back_since.isoformat()}


def _no_interview(facts: TalkFacts) -> Made | None:
    if facts.applications90 < _FEW_APPLICATIONS or facts.interviews180:
        return None
    return {"applications": facts.applications90}


def _no_offer(facts: TalkFacts) -> Made | None:
    if facts.interviews180 < _FEW_INTERVIEWS or facts.open_offer is not None:
        return None
    return {"interviews": facts.interviews180}


def _few_openings(facts: TalkFacts) -> Made | None:
    many = facts.openings_near
    if many is None or many >= _FEW_OPENINGS or not facts.wished or not facts.reach_km:
        return None
    return {"wished": facts.wished, "openings": many, "km": facts.reach_km}


def _one_skill(facts: TalkFacts) -> Made | None:
    if not facts.skill or facts.skill_jobs * _SKILL_SHARE < facts.skill_of or not facts.skill_of:
        return None
    return {"skill": facts.skill, "jobs": facts.skill_jobs, "of": facts.skill_of}


def _no_application(facts: TalkFacts) -> Made | None:
    if facts.open_offer is not None or facts.out_since is None:
        return None
    days = _ago(facts, max(facts.out_since, facts.last_applied or facts.out_since))
    if days is None or days < _QUIET:
        return None
    made: dict[str, Value] = {"days": days}
    if facts.last_applied is not None:
        made["last_applied"] = facts.last_applied.isoformat()
    return made


def _goal_alone(facts: TalkFacts) -> Made | None:
    return {"goals": facts.goals_open} if facts.goals_open and not facts.activities_ahead else None


def _plan_empty(facts: TalkFacts) -> Made | None:
    return {} if not facts.goals_open and not facts.activities_ahead else None


def _short_reach(facts: TalkFacts) -> Made | None:
    if facts.reach_km is None or facts.reach_km > _SHORT_KM:
        return None
    return {"km": facts.reach_km}


def _thin(facts: TalkFacts) -> Made | None:
    parts = facts.profile_parts
    return None if parts is None or parts > _THIN else {"parts": parts}


_TABLE = (
    Rule(
        code="objection",
        name=Words("En indsigelse venter", "An objection waits"),
        holds=_objection,
        staff=Words(
            "Borgeren har gjort indsigelse mod sit forløb for {time} siden. Tag den først.",
            "The citizen objected to her course {time} ago. Take it first.",
        ),
        citizen=Words(
            "Du har sagt, at dit forløb ikke passer. Det vil vi gerne høre mere om.",
            "You said that your course does not fit. We would like to hear more.",
        ),
        way=Way.COURSE,
    ),
    Rule(
        code="offer",
        name=Words("Et job er tilbudt", "A job has been offered"),
        holds=_offer,
        staff=Words(
            "Joblog siger, at et job er tilbudt. Hvad mangler der, før svaret er givet?",
            "The job log says that a job was offered. What is missing before she answers?",
        ),
        citizen=Words(
            "Du har fået et job tilbudt. Tillykke. Skal vi tale om det næste skridt?",
            "You have been offered a job. Congratulations. Shall we talk about the next step?",
        ),
        way=Way.CASE,
    ),
    Rule(
        code="first_talk",
        name=Words("Den første samtale", "The first talk"),
        holds=_first,
        staff=Words(
            "I har ikke talt sammen her før. Begynd med, hvad borgeren selv vil.",
            "You have not talked here before. Begin with what the citizen wants.",
        ),
        citizen=Words(
            "Det er vores første samtale. Fortæl, hvad der er vigtigt for dig.",
            "This is our first talk. Tell us what matters to you.",
        ),
        way=Way.PLAN,
    ),
    Rule(
        code="interview_ahead",
        name=Words("En jobsamtale er på vej", "A job interview is ahead"),
        holds=_interview,
        staff=Words(
            "En jobsamtale om {left} dage. Øv den sammen.",
            "A job interview in {left} days. Practise it together.",
        ),
        citizen=Words(
            "Du skal snart til jobsamtale. Vi kan øve den sammen.",
            "You have a job interview soon. We can practise it together.",
        ),
        way=Way.CASE,
    ),
    Rule(
        code="overdue",
        name=Words("En dag i planen er gået", "A day in the plan has passed"),
        holds=_overdue,
        staff=Words(
            "I planen er der {overdue} ting, hvis dag er gået. Den ældste for {time} siden.",
            "In the plan the day of {overdue} things has passed. The oldest {time} ago.",
        ),
        citizen=Words(
            "Noget i din plan har en dag, der er gået. Måske skal det have en ny dag.",
            "Something in your plan has a day that has passed. Maybe it needs a new day.",
        ),
        way=Way.PLAN,
    ),
    Rule(
        code="back",
        name=Words("Tilbage efter fravær", "Back after absence"),
        holds=_back,
        staff=Words(
            "Fraværet er slut. Spørg, hvad der kan lade sig gøre nu.",
            "The absence has ended. Ask what is possible now.",
        ),
        citizen=Words(
            "Du er tilbage. Vi kan se på, hvad der passer dig nu.",
            "You are back. We can look at what suits you now.",
        ),
        way=Way.PLAN,
    ),
    Rule(
        code="no_interview",
        name=Words("Ansøgninger uden samtale", "Applications without an interview"),
        holds=_no_interview,
        staff=Words(
            "{applications} ansøgninger på tre måneder og ingen jobsamtale. "
            "Se på CV og ansøgning sammen.",
            "{applications} applications in three months and no interview. "
            "Look at the CV and an application together.",
        ),
        citizen=Words(
            "Du har sendt {applications} ansøgninger. Det er et stort arbejde. "
            "Vi kan se på CV og ansøgning sammen.",
            "You have sent {applications} applications. That is a lot of work. "
            "We can look at the CV and a letter together.",
        ),
        way=Way.CASE,
    ),
    Rule(
        code="no_offer",
        name=Words("Jobsamtaler uden tilbud", "Interviews without an offer"),
        holds=_no_offer,
        staff=Words(
            "{interviews} jobsamtaler på et halvt år og intet tilbud. Øv en samtale.",
            "{interviews} job interviews in half a year and no offer. Practise one.",
        ),
        citizen=Words(
            "Du kommer til jobsamtaler. Det er flot. Vi kan øve den næste.",
            "You get to job interviews. Well done. We can practise the next one.",
        ),
        way=Way.CASE,
    ),
    Rule(
        code="few_openings",
        name=Words("Få job i det ønskede fag", "Few jobs in the wished work"),
        holds=_few_openings,
        staff=Words(
            "Der er {openings} åbne job som {wished} inden for {km} km. Se på fag, der ligner.",
            "There are {openings} open jobs as {wished} within {km} km. Look at similar work.",
        ),
        citizen=Words(
            "Der er {openings} åbne job som {wished} nær dig lige nu. "
            "Vi kan se på fag, der ligner.",
            "There are {openings} open jobs as {wished} near you now. "
            "We can look at work that is alike.",
        ),
        way=Way.MAP,
    ),
    Rule(
        code="one_skill",
        name=Words("Én kompetence åbner mange job", "One competence opens many jobs"),
        holds=_one_skill,
        staff=Words(
            "{jobs} af {of} job på listen spørger efter {skill}, og profilen nævner det ikke.",
            "{jobs} of {of} jobs on the list ask for {skill}, and the profile does not name it.",
        ),
        citizen=Words(
            "{jobs} af {of} af dine job spørger efter {skill}. Kan du det, eller vil du lære det?",
            "{jobs} of {of} of your jobs ask for {skill}. Can you do it, or would you learn it?",
        ),
        way=Way.JOBS,
    ),
    Rule(
        code="no_application",
        name=Words("Ingen ansøgning for nylig", "No application lately"),
        holds=_no_application,
        staff=Words(
            "Ingen ny ansøgning i joblog i {time}. Spørg, hvad der har stået i vejen.",
            "No new application in the job log for {time}. Ask what has been in the way.",
        ),
        citizen=Words(
            "Der er ikke en ny ansøgning i din joblog i {time}. Hvad ville gøre det lettere?",
            "There is no new application in your job log for {time}. What would make it easier?",
        ),
        way=Way.JOBS,
    ),
    Rule(
        code="goal_alone",
        name=Words("Et mål uden skridt", "A goal without steps"),
        holds=_goal_alone,
        staff=Words(
            "Planen har {goals} mål og ingen skridt. Find det første lille skridt.",
            "The plan has {goals} goals and no steps. Find the first small step.",
        ),
        citizen=Words(
            "Du har skrevet et mål. Vi kan finde det første lille skridt.",
            "You have written a goal. We can find the first small step.",
        ),
        way=Way.PLAN,
    ),
    Rule(
        code="plan_empty",
        name=Words("Planen er tom", "The plan is empty"),
        holds=_plan_empty,
        staff=Words(
            "Planen er tom. Skriv ét mål med borgerens egne ord.",
            "The plan is empty. Write one goal in the citizen’s own words.",
        ),
        citizen=Words(
            "Din plan er tom endnu. Vi kan skrive dit første mål sammen.",
            "Your plan is empty yet. We can write your first goal together.",
        ),
        way=Way.PLAN,
    ),
    Rule(
        code="short_reach",
        name=Words("Kort vej til job", "Short way to jobs"),
        holds=_short_reach,
        staff=Words(
            "Profilen siger højst {km} km til arbejde. Se på kortet, hvad lidt længere vej giver.",
            "The profile says at most {km} km to work. See on the map what a longer way gives.",
        ),
        citizen=Words(
            "Du har skrevet højst {km} km. På kortet kan vi se, hvad der ligger lidt længere væk.",
            "You wrote at most {km} km. On the map we can see what lies a little further away.",
        ),
        way=Way.MAP,
    ),
    Rule(
        code="profile_thin",
        name=Words("Profilen siger lidt", "The profile says little"),
        holds=_thin,
        staff=Words(
            "{parts} af 6 dele af profilen er udfyldt. Udfyld en til sammen.",
            "{parts} of 6 parts of the profile are filled in. Fill in one more together.",
        ),
        citizen=Words(
            "Din profil kan fortælle mere om dig. Vi kan skrive den sammen.",
            "Your profile can tell more about you. We can write it together.",
        ),
        way=Way.CASE,
    ),
)
RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in _TABLE})
FACT_WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "days": Words("Dage siden", "Days since"),
        "offered": Words("Tilbudt den", "Offered on"),
        "left": Words("Dage til jobsamtalen", "Days to the interview"),
        "day": Words("Jobsamtalen er den", "The interview is on"),
        "overdue": Words("Ting i planen, hvis dag er gået", "Things whose day has passed"),
        "back": Words("Tilbage den", "Back on"),
        "applications": Words("Ansøgninger på 90 dage", "Applications in 90 days"),
        "interviews": Words("Jobsamtaler på 180 dage", "Job interviews in 180 days"),
        "wished": Words("Ønsket fag", "Wished work"),
        "openings": Words("Åbne job nær borgeren", "Open jobs nearby"),
        "km": Words("Længste vej i km", "Longest way in km"),
        "skill": Words("Kompetence", "Competence"),
        "jobs": Words("Job, der spørger efter den", "Jobs that ask for it"),
        "of": Words("Job på listen", "Jobs on the list"),
        "last_applied": Words("Sidste ansøgning", "Last application"),
        "goals": Words("Mål i planen", "Goals in the plan"),
        "parts": Words("Udfyldte dele af profilen", "Parts of the profile that are there"),
    }
)
