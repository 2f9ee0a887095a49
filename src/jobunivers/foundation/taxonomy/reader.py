# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be understood of an advertisement from its words alone.

Asks no database and needs no Django, so that a large import can spread it over processes:
`begin` gives a process its models once, `read_here` uses them.
"""

import os
import signal
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import connection, parent_process
from typing import Any

from jobunivers.integrations.jobads.html import clean_html, words_of
from jobunivers.science import language as science_language
from jobunivers.science import requirements as science_requirements
from jobunivers.science.danish import normalise
from jobunivers.science.duplicates import Fingerprint, fingerprint
from jobunivers.science.occupations import Guess, TitleIndex
from jobunivers.science.skills import SkillFinder, SkillFound

CONTEXT_CHARACTERS = 600
LANGUAGE_CHARACTERS = 2000
# Danish and Norwegian titles look alike: a line without a text is no proof of Norwegian.
SHORT = 120
NEAR_DANISH = {"no", "sv"}
# Beyond this many a text names more than a person reads; the surest are kept.
MOST_SKILLS = 40
# Where the source's own classification agrees, half the doubt is left: the group is right then,
# the occupation within the group may still be another. Where nothing agrees, half the confidence.
HALF = 0.5
# Similarities this near each other say nothing: the main name's bonus alone is more.
AS_GOOD = 0.02


@dataclass(frozen=True, slots=True)
class Said:
    """What the source says in words; `isco` is its own classification, if it has one."""

    title: str
    html: str = ""
    language: str = ""
    employer: str = ""
    place: str = ""
    occupation: str = ""
    isco: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """The occupation, the skills and what else is asked for: the part that models understand."""

    occupation: str
    confidence: float
    isco: str
    skills: list[dict[str, Any]]
    requirements: list[dict[str, Any]]
    licences: list[str]
    languages: list[str]
    working_language: str


@dataclass(frozen=True, slots=True)
class TextMeaning:
    """What an advertisement's words mean. `failure` says why a text could not be understood."""

    description: str = ""
    text: str = ""
    language: str = ""
    meant: Meant | None = None
    fingerprint: Fingerprint | None = None
    failure: str = ""


class TextReader:
    """Reads texts with one taxonomy's models."""

    def __init__(self, titles: TitleIndex, skills: SkillFinder) -> None:
        self.titles = titles
        self.skills = skills

    def read(self, said: Sequence[Said]) -> list[TextMeaning]:
        """Return what each text means, in order; one that fails says so and harms no other."""
        try:
            return self._read(said)
        except Exception as error:  # noqa: BLE001 - whatever an odd text does, the others go on
            if len(said) == 1:
                return [TextMeaning(failure=type(error).__name__)]
            return [meaning for one in said for meaning in self.read([one])]

    def _read(self, said: Sequence[Said]) -> list[TextMeaning]:
        descriptions = [clean_html(one.html) for one in said]
        texts = [words_of(description) for description in descriptions]
        languages = [
            one.language or language_of(one.title, text)
            for one, text in zip(said, texts, strict=True)
        ]
        meant = self.mean(said, texts, languages)
        return [
            TextMeaning(
                description,
                text,
                language,
                means,
                fingerprint(one.title, one.employer, one.place, text),
            )
            for one, description, text, language, means in zip(
                said, descriptions, texts, languages, meant, strict=True
            )
        ]

    def mean(
        self, said: Sequence[Said], texts: Sequence[str], languages: Sequence[str]
    ) -> list[Meant]:
        """Return occupation and skills of each text."""
        titles = [without(one.title, one.employer) for one in said]
        context = [text[:CONTEXT_CHARACTERS] for text in texts]
        guesses = self.titles.guess(titles, context=context, top=5)
        worded = {one.occupation for one in said if one.occupation}
        by_words = dict(zip(worded, self.titles.guess(list(worded), top=5), strict=True))
        return [
            self._meant(one, found, by_words.get(one.occupation, []), text, language)
            for one, found, text, language in zip(said, guesses, texts, languages, strict=True)
        ]

    def _meant(
        self, said: Said, by_title: list[Guess], by_words: list[Guess], text: str, language: str
    ) -> Meant:
        best, confidence = choose(by_title, by_words, said.isco)
        asked = science_requirements.find(text)
        return Meant(
            occupation=best.uri if best else "",
            confidence=round(confidence, 3),
            isco=said.isco or (best.isco if best else ""),
            skills=[_skill(one) for one in surest(self.skills, text, language)],
            requirements=[one._asdict() for one in asked],
            licences=science_requirements.required(asked, "licence"),
            languages=science_requirements.required(asked, "language"),
            working_language=science_requirements.working_language(asked, language),
        )


def language_of(title: str, text: str) -> str:
    """Return the language of an advertisement, or "" when that is not clear."""
    code, _confidence = science_language.detect(f"{title}\n{text}"[:LANGUAGE_CHARACTERS])
    return "" if code in NEAR_DANISH and len(text) < SHORT else code


def without(title: str, employer: str) -> str:
    """Return the title without the employer's name: "Kok | Nordvind ApS" is a cook.

    Only a name of several words, or one behind a separator, is surely no part of the job.
    """
    name = employer.strip()
    if len(name) < len("ISS") or name.casefold() not in title.casefold():
        return title
    at = title.casefold().find(name.casefold())
    rest = f"{title[:at]} | {title[at + len(name) :]}"
    return rest if len(normalise(rest).strip(" |-–,")) > len("kok") else title


def choose(
    by_title: Sequence[Guess], by_words: Sequence[Guess], isco: str
) -> tuple[Guess | None, float]:
    """Return the occupation meant and how sure that is.

    Whichever is surer of the title and the source's own words for the occupation. A guess that
    agrees with the source's own classification comes before one that does not.
    """
    guesses = [*by_title, *by_words]
    if isco:
        agreeing = [guess for guess in guesses if guess.isco[: len(isco)] == isco]
        if agreeing:
            best = max(agreeing, key=_sure)
            return best, 1 - HALF * (1 - best.confidence)
    firsts = [_of_likeliest_group(found) for found in (by_title, by_words) if found]
    likeliest = max(firsts, key=_sure, default=None)
    if likeliest is None:
        return None, 0.0
    against = [guess for guess in firsts if guess.isco[:2] != likeliest.isco[:2]]
    # Where title and occupation speak of different things, each takes from the other's surety.
    contested = 1.0 - HALF * max((g.confidence for g in against), default=0.0)
    return likeliest, likeliest.confidence * contested * (HALF if isco else 1.0)


def _of_likeliest_group(guesses: Sequence[Guess]) -> Guess:
    """Return the best guess; of guesses as good as it, one of the group that most of them are in.

    Taxonomies give one name to several occupations: "grafisk designer" is an artist, a designer
    of video and a designer of textiles; two of these are in one group.
    """
    alike = [guess for guess in guesses if guesses[0].score - guess.score <= AS_GOOD]
    groups: Counter[str] = Counter()
    for guess in alike:
        groups[guess.isco] += round(1000 * guess.confidence)
    return max(alike, key=lambda guess: (groups[guess.isco], guess.score))


def _sure(guess: Guess) -> float:
    return guess.confidence


def surest(finder: SkillFinder, text: str, language: str) -> list[SkillFound]:
    """Return each skill once, with the words that show it best and where they stand."""
    best: dict[str, SkillFound] = {}
    for found in finder.find(text, language or "da"):
        before = best.get(found.uri)
        if before is None or found.confidence > before.confidence:
            best[found.uri] = found
    return sorted(best.values(), key=lambda one: (-one.confidence, one.start))[:MOST_SKILLS]


def _skill(found: SkillFound) -> dict[str, Any]:
    return {
        "uri": found.uri,
        "words": found.words,
        "start": found.start,
        "end": found.end,
        "confidence": round(found.confidence, 3),
    }


_readers: list[TextReader] = []


def begin(titles: TitleIndex, skills: SkillFinder) -> None:
    """Get a process of its own ready: its models, and an end when its parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _readers[:] = [TextReader(titles, skills)]


def read_here(said: Sequence[Said]) -> list[TextMeaning]:
    """Return what the texts mean, with this process' models."""
    return _readers[0].read(said)


def _end_with_parent() -> None:
    # The pool's own pipes stay open in its sisters when the parent is killed.
    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)
