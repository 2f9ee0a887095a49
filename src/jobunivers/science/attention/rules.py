# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules, all in one table: when somebody should be looked at, and what helps.

Each rule takes the facts and a number of days, and returns the facts that made it hold, or None.
Its words are here too, so that who changes a rule changes what people read of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from jobunivers.science.attention.facts import CitizenFacts
from jobunivers.science.saying import Made, Value, Words

VERSION = "attention-1"
Condition = Callable[[CitizenFacts, int], Made | None]
# Of fewer applications or talks nothing can be said.
_FEW_APPLICATIONS, _FEW_INTERVIEWS = 5, 3
# What was finished longer ago is no occasion any more.
_OLD = 60


class Owner(StrEnum):
    """Whose turn it is, when she has no personal consultant."""

    CONSULTANT = "consultant"
    ADVISER = "adviser"
    ASSISTANT = "assistant"
    HERSELF = "herself"


class Act(StrEnum):
    """What may help; the pages know where each is done."""

    INVITE = "invite"
    WRITE = "write"
    PLAN = "plan"
    JOBS = "jobs"
    COURSE = "course"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: what it looks for, how it reads, what helps, whose it is, when it rests.

    `presses`: it cannot wait: she asked, a day has gone, or somebody must confirm. Lists begin with
    it.
    """

    code: str
    name: Words
    holds: Condition
    staff: Words
    citizen: Words
    can_do: Words  # what she can do herself
    closes: Words  # when it closes by itself
    message: Words  # a start for whoever writes to her
    acts: tuple[Act, ...]
    owner: Owner
    days: int
    cool_down: int
    while_absent: bool = False
    presses: bool = False


def _since(facts: CitizenFacts, day: date | None, days: int) -> int | None:
    """Return how many days ago a day was, when it is at least so many; else None."""
    gone = (facts.today - day).days if day is not None else None
    return gone if gone is not None and gone >= days else None


def _inactive(facts: CitizenFacts, days: int) -> Made | None:
    gone = facts.days_inactive
    return {"days": gone} if gone is not None and gone >= days else None


def _no_application(facts: CitizenFacts, days: int) -> Made | None:
    begun = max(facts.out_since, facts.last_applied or facts.out_since)
    gone = _since(facts, begun, days)
    if gone is None or facts.open_offer is not None:
        return None
    made: dict[str, Value] = {"days": gone}
    if facts.last_applied is not None:
        made["last_applied"] = facts.last_applied.isoformat()
    return made


def _no_interview(facts: CitizenFacts, days: int) -> Made | None:
    if facts.first_applied is None or facts.applications90 < _FEW_APPLICATIONS:
        return None
    begun = max(facts.first_applied, facts.last_interview or facts.first_applied)
    gone = _since(facts, begun, days)
    return None if gone is None else {"days": gone, "applications": facts.applications90}


def _no_offer(facts: CitizenFacts, days: int) -> Made | None:
    if facts.interviews180 < _FEW_INTERVIEWS or facts.last_offer is not None:
        return None
    gone = _since(facts, facts.first_interview, days)
    return None if gone is None else {"days": gone, "interviews": facts.interviews180}


def _no_next_step(facts: CitizenFacts, days: int) -> Made | None:
    gone = _since(facts, facts.finished_on, days)
    if gone is None or gone > _OLD or facts.activities_ahead or facts.finished_on is None:
        return None
    return {"days": gone, "finished": facts.finished_on.isoformat()}


def _unanswered(facts: CitizenFacts, days: int) -> Made | None:
    gone = _since(facts, facts.unanswered_since, days)
    return {"days": gone, "messages": facts.unanswered} if gone and facts.unanswered else None


def _overdue(facts: CitizenFacts, days: int) -> Made | None:
    gone = _since(facts, facts.overdue_since, days)
    return {"days": gone, "overdue": facts.overdue} if gone and facts.overdue else None


def _plan_empty(facts: CitizenFacts, days: int) -> Made | None:
    gone = _since(facts, facts.out_since, days)
    return {"days": gone} if gone and not facts.activities_ahead and not facts.goals_open else None


def _requirements(facts: CitizenFacts, days: int) -> Made | None:
    gone = _since(facts, facts.out_since, days)
    return {"days": gone} if gone is not None and not facts.requirements_fixed else None


def _found_job(facts: CitizenFacts, days: int) -> Made | None:
    gone = _since(facts, facts.open_offer, days)
    if gone is None or facts.open_offer is None:
        return None
    return {"days": gone, "offered": facts.open_offer.isoformat()}


def _absence_ends(facts: CitizenFacts, days: int) -> Made | None:
    if not facts.absent or facts.absent_until is None:
        return None
    left = (facts.absent_until - facts.today).days
    return {"left": left, "back": facts.absent_until.isoformat()} if 0 < left <= days else None


_TABLE = (
    Rule(
        code="found_job",
        name=Words("Har måske fået job", "May have found a job"),
        holds=_found_job,
        staff=Words(
            "Har skrevet i joblog, at et job er tilbudt. Er det sikkert?",
            "Has written in the job log that a job was offered. Is it certain?",
        ),
        citizen=Words(
            "Du har skrevet, at du har fået et job tilbudt. Tillykke. Fortæl os, om du starter.",
            "You wrote that you have been offered a job. Congratulations. Tell us if you start.",
        ),
        can_do=Words(
            "Skriv i din joblog, hvad du svarede.", "Write in your job log what you answered."
        ),
        closes=Words(
            "Når ansøgningen ikke længere står som tilbudt, eller du er i job.",
            "When the application is no longer marked as offered, or you are in work.",
        ),
        message=Words(
            "Tillykke med tilbuddet om job. Starter du, og hvornår? Så hjælper vi med resten.",
            "Congratulations on the job offer. Do you start, and when? We help with the rest.",
        ),
        acts=(Act.CONFIRM, Act.WRITE),
        owner=Owner.ASSISTANT,
        days=0,
        cool_down=30,
        presses=True,
    ),
    Rule(
        code="deadline",
        name=Words("En dag i planen er gået", "A day in the plan has passed"),
        holds=_overdue,
        staff=Words(
            "I planen er {overdue} ting, hvis dag er gået. Den ældste for {time} siden.",
            "In the plan the day of {overdue} things has passed. The oldest {time} ago.",
        ),
        citizen=Words(
            "I din plan er {overdue} ting, hvis dag er gået. Måske passer dagen ikke mere.",
            "In your plan the day of {overdue} things has passed. Maybe the day no longer fits.",
        ),
        can_do=Words(
            "Skriv, at det er gjort, eller vælg en anden dag.",
            "Say that it is done, or choose another day.",
        ),
        closes=Words(
            "Når det er gjort, flyttet eller lagt væk.", "When it is done, moved or put away."
        ),
        message=Words(
            "I din plan er der noget, hvis dag er gået. Skal vi finde en ny dag sammen?",
            "Something in your plan has passed its day. Shall we find a new day together?",
        ),
        acts=(Act.PLAN, Act.WRITE),
        owner=Owner.ADVISER,
        days=1,
        cool_down=7,
        presses=True,
    ),
    Rule(
        code="no_offer",
        name=Words("Samtaler uden tilbud", "Interviews without an offer"),
        holds=_no_offer,
        staff=Words(
            "{interviews} jobsamtaler på et halvt år, og intet tilbud. Øv en samtale sammen.",
            "{interviews} job interviews in half a year, and no offer. Practise one together.",
        ),
        citizen=Words(
            "Du er kommet til {interviews} jobsamtaler. Det er flot. Vi kan øve den næste sammen.",
            "You have been to {interviews} interviews. Well done. We can practise the next one.",
        ),
        can_do=Words(
            "Spørg dem, du talte med, hvad der talte for en anden.",
            "Ask those you talked to what spoke for somebody else.",
        ),
        closes=Words("Når du får et tilbud.", "When you get an offer."),
        message=Words(
            "Du kommer til samtaler, og det er godt. Skal vi øve den næste sammen?",
            "You get interviews, which is good. Shall we practise the next one together?",
        ),
        acts=(Act.INVITE, Act.WRITE),
        owner=Owner.ADVISER,
        days=30,
        cool_down=60,
    ),
    Rule(
        code="no_interview",
        name=Words("Ansøgninger uden samtale", "Applications without an interview"),
        holds=_no_interview,
        staff=Words(
            "{applications} ansøgninger på tre måneder, og ingen samtale i {time}. "
            "Se på CV, ansøgning og jobmål sammen.",
            "{applications} applications in three months, and no interview for {time}. "
            "Look at the CV, an application and the goal together.",
        ),
        citizen=Words(
            "Du har søgt {applications} job på tre måneder og er ikke kommet til samtale endnu. "
            "Det sker for mange. Vi kan se på dit CV sammen.",
            "You applied for {applications} jobs in three months and got no interview yet. "
            "It happens to many. We can look at your CV together.",
        ),
        can_do=Words(
            "Se, om andre slags job også passer til dig.", "See if other kinds of jobs fit you too."
        ),
        closes=Words("Når du har en jobsamtale.", "When you have a job interview."),
        message=Words(
            "Du søger mange job. Skal vi se på dit CV og en ansøgning sammen?",
            "You apply for many jobs. Shall we look at your CV and an application together?",
        ),
        acts=(Act.INVITE, Act.JOBS, Act.WRITE),
        owner=Owner.ADVISER,
        days=90,
        cool_down=60,
    ),
    Rule(
        code="no_next_step",
        name=Words("Færdig, uden næste skridt", "Finished, with no next step"),
        holds=_no_next_step,
        staff=Words(
            "Blev færdig med noget i planen for {time} siden. Der er intet næste skridt.",
            "Finished something in the plan {time} ago. There is no next step.",
        ),
        citizen=Words(
            "Du er færdig med noget i din plan. Hvad er det næste, du gerne vil?",
            "You have finished something in your plan. What would you like to do next?",
        ),
        can_do=Words(
            "Sæt noget nyt i din plan, stort eller småt.", "Put something new in your plan."
        ),
        closes=Words("Når der er noget nyt i planen.", "When there is something new in the plan."),
        message=Words(
            "Godt klaret. Skal vi finde det næste skridt sammen?",
            "Well done. Shall we find the next step together?",
        ),
        acts=(Act.PLAN, Act.JOBS, Act.WRITE),
        owner=Owner.ADVISER,
        days=3,
        cool_down=21,
        presses=True,
    ),
    Rule(
        code="inactive",
        name=Words("Ikke set længe", "Not seen for a while"),
        holds=_inactive,
        staff=Words(
            "Har ikke gjort noget på siderne i {time}. Ring, eller skriv en hilsen.",
            "Has done nothing on the pages for {time}. Call, or write a greeting.",
        ),
        citizen=Words(
            "Vi har ikke set dig her i {time}. Har du brug for noget?",
            "We have not seen you here for {time}. Is there anything you need?",
        ),
        can_do=Words(
            "Se din plan eller nye job. Er du syg eller på ferie, så sig til.",
            "See your plan or new jobs. If you are ill or on holiday, tell us.",
        ),
        closes=Words(
            "Når du gør noget her, eller melder dig væk.",
            "When you do something here, or tell us that you are away.",
        ),
        message=Words(
            "Det er et stykke tid siden, vi har set dig. Hvordan går det, og kan vi hjælpe?",
            "It is a while since we saw you. How is it going, and can we help?",
        ),
        acts=(Act.WRITE, Act.INVITE),
        owner=Owner.ASSISTANT,
        days=7,
        cool_down=14,
    ),
    Rule(
        code="no_application",
        name=Words("Ingen ansøgning længe", "No application for a while"),
        holds=_no_application,
        staff=Words(
            "Ingen ansøgning i joblog i {time}. Find et job, der er værd at søge.",
            "No application in the job log for {time}. Find a job worth applying for.",
        ),
        citizen=Words(
            "Din joblog har ingen ansøgning fra de seneste {time}.",
            "Your job log has no application from the last {time}.",
        ),
        can_do=Words(
            "Se job, der passer til dig. Har du søgt uden at skrive det, så skriv det nu.",
            "See jobs that fit you. If you applied without writing it down, write it now.",
        ),
        closes=Words("Når du skriver en ansøgning i din joblog.", "When you log an application."),
        message=Words(
            "Jeg har set job, der måske er noget for dig. Skal vi se på dem sammen?",
            "I have seen jobs that may be something for you. Shall we look at them together?",
        ),
        acts=(Act.JOBS, Act.WRITE),
        owner=Owner.ADVISER,
        days=21,
        cool_down=21,
    ),
    Rule(
        code="unanswered",
        name=Words("Besked uden svar", "Message without an answer"),
        holds=_unanswered,
        staff=Words(
            "{messages} beskeder er ikke åbnet. Den første er fra for {time} siden. Ring.",
            "{messages} messages have not been opened. The first is {time} old. Call.",
        ),
        citizen=Words(
            "Du har {messages} beskeder, du ikke har åbnet endnu.",
            "You have {messages} messages you have not opened yet.",
        ),
        can_do=Words(
            "Læs dem under Beskeder. Du kan også vælge, hvordan vi skriver til dig.",
            "Read them under Messages. You can also choose how we write to you.",
        ),
        closes=Words("Når du åbner en besked.", "When you open a message."),
        message=Words(
            "Du har beskeder fra os. Sig til, hvis vi skal nå dig på en anden måde.",
            "You have messages from us. Tell us if we should reach you in another way.",
        ),
        acts=(Act.INVITE,),
        owner=Owner.ASSISTANT,
        days=7,
        cool_down=14,
    ),
    Rule(
        code="requirements",
        name=Words("Krav til jobsøgning mangler", "Job search requirements missing"),
        holds=_requirements,
        staff=Words(
            "Har været uden job i {time}, og kravene til jobsøgning er ikke skrevet.",
            "Out of work for {time}, and the job search requirements are not written.",
        ),
        citizen=Words(
            "Der står ikke i din plan, hvad din jobsøgning skal indeholde. Det skal vi skrive.",
            "Your plan does not say what your job search must hold. We have to write that.",
        ),
        can_do=Words(
            "Du behøver ikke gøre noget. Tænk gerne over, hvilke job du vil søge.",
            "You need not do anything. Think about which jobs you want to apply for.",
        ),
        closes=Words("Når kravene er skrevet.", "When the requirements are written."),
        message=Words(
            "Vi skal aftale, hvad din jobsøgning skal indeholde. Hvornår passer det dig?",
            "We must agree on what your job search should hold. When does it suit you?",
        ),
        acts=(Act.PLAN, Act.WRITE),
        owner=Owner.ADVISER,
        days=14,
        cool_down=14,
        presses=True,
    ),
    Rule(
        code="plan_empty",
        name=Words("Tom plan", "Empty plan"),
        holds=_plan_empty,
        staff=Words(
            "Har været uden job i {time}, og planen er tom. Begynd på den sammen.",
            "Out of work for {time}, and the plan is empty. Begin it together.",
        ),
        citizen=Words(
            "Din plan er tom endnu. Et lille skridt er nok til at begynde.",
            "Your plan is still empty. A small step is enough to begin.",
        ),
        can_do=Words("Skriv ét mål eller ét skridt i din plan.", "Write one goal or one step."),
        closes=Words("Når der står noget i planen.", "When there is something in the plan."),
        message=Words(
            "Din plan er tom endnu. Skal vi begynde på den sammen?",
            "Your plan is still empty. Shall we begin it together?",
        ),
        acts=(Act.PLAN, Act.WRITE),
        owner=Owner.ASSISTANT,
        days=7,
        cool_down=14,
    ),
    Rule(
        code="absence_ends",
        name=Words("Er snart tilbage", "Soon back"),
        holds=_absence_ends,
        staff=Words(
            "Er tilbage om {left} dage. Er der et skridt at begynde med?",
            "Back in {left} days. Is there a step to begin with?",
        ),
        citizen=Words(
            "Du er tilbage om {left} dage. Passer det ikke, så skriv en anden dag.",
            "You are back in {left} days. If that is not right, write another day.",
        ),
        can_do=Words(
            "Ret dagen under fravær, eller se din plan.",
            "Change the day under absence, or see your plan.",
        ),
        closes=Words("Når du er tilbage.", "When you are back."),
        message=Words(
            "Du er snart tilbage. Er der noget, vi skal tale om, før du begynder?",
            "You are soon back. Is there anything we should talk about before you begin?",
        ),
        acts=(Act.COURSE, Act.PLAN),
        owner=Owner.HERSELF,
        days=3,
        cool_down=7,
        while_absent=True,
        presses=True,
    ),
)
RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in _TABLE})
"""Every rule by its code, what matters most first."""

FACT_WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "days": Words("Dage", "Days"),
        "last_applied": Words("Seneste ansøgning", "Last application"),
        "applications": Words("Ansøgninger i 90 dage", "Applications in 90 days"),
        "interviews": Words("Samtaler i 180 dage", "Interviews in 180 days"),
        "finished": Words("Blev færdig", "Finished"),
        "messages": Words("Beskeder uden svar", "Messages without an answer"),
        "overdue": Words("Ting i planen, hvis dag er gået", "Things whose day has passed"),
        "offered": Words("Tilbudt", "Offered"),
        "left": Words("Dage til", "Days until"),
        "back": Words("Tilbage", "Back"),
    }
)
"""What a fact is called."""
