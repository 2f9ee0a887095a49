# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How points read: to staff, and to her."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.foundation.ui.addresses import address
from jobunivers.science.attention import FACT_WORDS, RULES, Act, Made, Rule

ACTS: Mapping[Act, tuple[Promise, str]] = {
    Act.INVITE: (_("Inviter til samtale"), "followup:invite"),
    Act.WRITE: (_("Skriv til borgeren"), "casework:attention_write"),
    Act.PLAN: (_("Se planen sammen"), "plan:citizen"),
    Act.JOBS: (_("Se job, der passer"), "casework:suggestions"),
    Act.COURSE: (_("Se forløbet"), "segmentation:citizen"),
    Act.CONFIRM: (_("Jobbet er sikkert"), "casework:attention_solve"),
}
"""What an act is called, and where it is done."""
WRONG: Mapping[str, Promise] = {
    "facts": _("Oplysningerne er ikke rigtige"),
    "known": _("Vi ved det, og det er i orden"),
    "not_needed": _("Borgeren har ikke brug for hjælp til det"),
    "other": _("Noget andet"),
}
HOW: Mapping[str, Promise] = {
    "handled": _("En medarbejder har taget sig af det."),
    "confirmed": _("Jobbet er sikkert."),
    "agreed": _("Du havde ret: det passede ikke."),
    "over": _("Det er ikke sådan mere."),
    "absent": _("Du er væk lige nu, så det venter."),
    "left": _("Du er ikke længere uden job."),
    "off": _("Kommunen ser ikke efter det mere."),
    **{code: _("En medarbejder har sagt, at det ikke passede.") for code in WRONG},
}
OWNERS: Mapping[str, Promise] = {
    "consultant": _("Personlig jobkonsulent"),
    "adviser": _("Jobrådgiver"),
    "assistant": _("Jobrejseassistent"),
    "herself": _("Borgeren selv"),
}
# Where she does what a rule suggests.
HER_WAYS: Mapping[str, tuple[Promise, str]] = {
    "found_job": (_("Se dine ansøgninger"), "vacancies:applications"),
    "deadline": (_("Se din plan"), "plan:plan"),
    "no_offer": (_("Se dine ansøgninger"), "vacancies:applications"),
    "no_interview": (_("Se job, der passer"), "tailored:recommended"),
    "no_next_step": (_("Se din plan"), "plan:plan"),
    "inactive": (_("Se job, der passer"), "tailored:recommended"),
    "no_application": (_("Se job, der passer"), "tailored:recommended"),
    "unanswered": (_("Læs dine beskeder"), "front:notices"),
    "requirements": (_("Se din plan"), "plan:plan"),
    "plan_empty": (_("Se din plan"), "plan:plan"),
    "absence_ends": (_("Se dit fravær"), "segmentation:absences"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """Something to do, and where; `post`: it is done by pressing."""

    label: str
    url: str
    post: bool = False


def ways_of(rule: Rule, *, citizen_id: int, point_id: int) -> list[Way]:
    """Return what staff may do, the first one first."""
    made = []
    for act in rule.acts:
        label, name = ACTS[act]
        target = point_id if act in {Act.WRITE, Act.CONFIRM} else citizen_id
        url = address(name, target)
        if act is Act.INVITE:
            url += f"?fra=attention:{point_id}"
        made.append(Way(str(label), url, post=act is Act.CONFIRM))
    return made


def her_way(code: str) -> Way | None:
    """Return where she does what is suggested."""
    found = HER_WAYS.get(code)
    return Way(str(found[0]), address(found[1])) if found else None


def fact_lines(facts: Made, language: str) -> list[tuple[str, str]]:
    """Return each fact with its name, days as people write them."""
    return [
        (FACT_WORDS[name].said(language, {}) if name in FACT_WORDS else name, _value(value))
        for name, value in facts.items()
    ]


def _value(value: int | str) -> str:
    if isinstance(value, int):
        return wording.number(value)
    return wording.day_year(date.fromisoformat(value))


def rule_of(code: str) -> Rule | None:
    """Return a rule; None for one that was taken out of the table."""
    return RULES.get(code)
