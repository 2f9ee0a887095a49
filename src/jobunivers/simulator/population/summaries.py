# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people write of themselves and of the jobs they have had, from their own facts."""

import random
from collections.abc import Mapping
from functools import cache

from jobunivers.simulator import noise, words
from jobunivers.simulator.compose import capital
from jobunivers.simulator.people import Citizen
from jobunivers.simulator.population.careers import Job
from jobunivers.simulator.population.names import one
from jobunivers.simulator.words import Lines, Occupation

DANISH, ENGLISH = "da", "en"
_NOTHING_DONE = 0.25  # of jobs, how many are told of by title alone


@cache
def phrases(language: str) -> Mapping[str, Lines]:
    """Return the lines that CVs are made of, in "da" or "en"."""
    return words.lines_of(f"cv_{language}.toml")


@cache
def occupations() -> Mapping[str, Occupation]:
    """Return the simulator's occupations by slug."""
    return {found.slug: found for found in words.occupations()}


@cache
def tasks(slug: str, language: str) -> Lines:
    """Return what is done in an occupation: infinitives that are whole as they stand."""
    found = occupations()[slug]
    lines = found.tasks if language == DANISH else found.en_tasks
    return tuple(line for line in lines if "{" not in line)


def language_of(citizen: Citizen) -> str:
    """Return the language she writes of herself in."""
    return ENGLISH if citizen.tongues.get("da") == "basic" else DANISH


def summary(rng: random.Random, citizen: Citizen, language: str = "") -> str:
    """Return a few sentences of hers, put together of what she has done, can, is and wants."""
    language = language or language_of(citizen)
    lines, slots = phrases(language), slots_of(rng, citizen, language)
    years = int(str(slots["years"]))
    seasoned = bool(citizen.jobs) and years > 0
    can = "can" if seasoned else "can_new"
    kinds = ["opening" if seasoned else "opening_new", can]
    kinds += [*_some(rng, (can, "person", "person", "want"), int(rng.random() * 4)), "want"]
    said: list[str] = []
    for kind in kinds:
        # A slot that has nothing to stand in it takes another sentence.
        sentence = fill(one(rng, lines[kind]), slots) or fill(one(rng, lines[kind]), slots)
        if sentence and sentence not in said:
            said.append(sentence)
    return " ".join(said)


def of_job(rng: random.Random, job: Job, language: str = DANISH) -> str:
    """Return what she says of a job: nothing, or one sentence or two of what was done."""
    if rng.random() < _NOTHING_DONE:
        return ""
    done, lines = tasks(job.occupation, language), phrases(language)
    kind = "did_tasks" if language == ENGLISH and done else "did"
    slots = _task_slots(rng, done)
    said = fill(one(rng, lines[kind]), slots)
    if rng.random() < 0.3:
        other = fill(one(rng, lines[kind]), _task_slots(rng, done))
        said = f"{said} {other}" if other and other != said else said
    return said


def slots_of(rng: random.Random, citizen: Citizen, language: str) -> dict[str, object]:
    """Return what the slots of her sentences are filled with."""
    known = occupations()
    held = known[citizen.jobs[0].occupation] if citizen.jobs else citizen.own
    wish = known[citizen.wishes[0]]
    own = citizen.own if language == DANISH or not citizen.own.en_skills else None
    skills = citizen.skills if own else citizen.own.en_skills
    first, second = one(rng, skills), one(rng, skills)
    trade = held.da if language == DANISH else held.en
    wished = wish.da if language == DANISH else wish.en
    done = tasks(held.slug, language)
    return {
        "trade": trade, "Trade": capital(trade), "a_trade": _article(trade),
        "wish": wished, "a_wish": _article(wished),
        "skill": first, "Skill": capital(first), "skill2": second if second != first else "",
        "first": citizen.first_name.split(" ")[0], "age": _age(citizen),
        "years": _years(citizen), "employer": citizen.jobs[0].employer if citizen.jobs else "",
        "city": noise.town(citizen.place.city), "km": citizen.max_km,
        "hours": citizen.hours[1] if citizen.hours[0] == citizen.hours[1]
        else f"{citizen.hours[0]}-{citizen.hours[1]}",
        **_task_slots(rng, done),
    }  # fmt: skip


def fill(sentence: str, slots: Mapping[str, object]) -> str:
    """Return the sentence with its slots filled, or nothing when one of them is empty."""
    empty = [name for name, value in slots.items() if value == "" and f"{{{name}}}" in sentence]
    return "" if empty else sentence.format_map(slots)


def _age(citizen: Citizen) -> int:
    """Return how old she was when she wrote this: when she lost her job."""
    return (citizen.unemployed_since - citizen.born_on).days * 4 // 1461


def _years(citizen: Citizen) -> int:
    days = sum(
        ((job.ended_on or citizen.unemployed_since) - job.started_on).days for job in citizen.jobs
    )
    return round(days / 365.25)


def _task_slots(rng: random.Random, done: Lines) -> dict[str, object]:
    if not done:
        return {"task": "", "task2": ""}
    first, second = one(rng, done), one(rng, done)
    return {"task": first, "task2": second if second != first else ""}


def _article(noun: str) -> str:
    return f"{'an' if noun[:1].lower() in 'aeio' else 'a'} {noun}"


def _some(rng: random.Random, kinds: Lines, many: int) -> list[str]:
    """Return so many of the kinds, in the order they stand in."""
    chosen = sorted(rng.sample(range(len(kinds)), min(many, len(kinds))))
    return [kinds[at] for at in chosen]
