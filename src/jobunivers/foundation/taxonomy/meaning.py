# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What words mean in the taxonomy: job titles as occupations, texts as skills.

The models are built from the taxonomy in use and kept in the process; they are the same in
every process, because science builds them from the same rows without chance.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from jobunivers.foundation.cached import Cached
from jobunivers.foundation.taxonomy import queries
from jobunivers.foundation.taxonomy.models import Occupation
from jobunivers.foundation.taxonomy.reader import TextReader
from jobunivers.foundation.text import fold
from jobunivers.science import occupations as science_occupations
from jobunivers.science import skills as science_skills
from jobunivers.science.danish import tokens
from jobunivers.science.matching_1.relations import SkillRelations
from jobunivers.science.occupations import Label, OccupationEntry, TitleIndex
from jobunivers.science.skills import SkillEntry, SkillFinder

# From here on a guess is more often right than wrong (calibrated: science/README.md).
PROBABLY = 0.5
# Shorter names of towns (Ans, Them, Hals) are words as well.
SHORTEST_PLACE = 5


class OccupationMeant(NamedTuple):
    """The occupation a title probably means."""

    uri: str
    isco: str
    confidence: float


def _titles() -> TitleIndex:
    named: dict[str, list[Label]] = defaultdict(list)
    isco: dict[str, str] = {}
    for entry in queries.title_entries():
        named[entry.uri].append(Label(entry.text, entry.language, entry.preferred))
        isco[entry.uri] = entry.place
    vocabulary = [entry.text for entry in queries.skill_entries() if entry.language == "da"]
    entries = [OccupationEntry(uri, isco[uri], tuple(labels)) for uri, labels in named.items()]
    used = {word for labels in named.values() for label in labels for word in tokens(label.text)}
    return TitleIndex.build(entries, vocabulary=vocabulary, noise=_place_names() - used)


def _place_names() -> set[str]:
    """Return the names of kommuner and towns that are one word: "Kok Holstebro" is a cook."""
    # Here, because the map's own module is built on the taxonomy's record of imports.
    from jobunivers.foundation.places.models import KommuneArea, Postcode

    kommuner = KommuneArea.objects.order_by("code").values_list("name", flat=True)
    towns = Postcode.objects.order_by("code").values_list("city", flat=True)
    words = (tokens(name) for name in (*kommuner, *towns))
    return {w for name in words if len(name) == 1 for w in name if len(w) >= SHORTEST_PLACE}


def _skills() -> SkillFinder:
    named: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    kinds: dict[str, str] = {}
    for entry in queries.skill_entries():
        named[entry.uri][entry.language].append(entry.text)
        kinds[entry.uri] = entry.place
    return SkillFinder.build(
        [
            SkillEntry(
                uri=uri,
                labels={lang: tuple(texts) for lang, texts in labels.items()},
                kind=kinds[uri],
            )
            for uri, labels in named.items()
        ]
    )


def _relations() -> SkillRelations:
    return SkillRelations.build(queries.relations())


titles = Cached(_titles, queries.version)
skills = Cached(_skills, queries.version)
relations = Cached(_relations, queries.version)
_may_guess: list[Callable[[], bool]] = []


def reader() -> TextReader:
    """Return a reader of advertisements with today's models."""
    return TextReader(titles.get(), skills.get())


def model_version() -> str:
    """Return what understood a text: the models' versions and the taxonomy's number."""
    return f"{science_occupations.VERSION}+{science_skills.VERSION}@{queries.version()}"


def isco_of(uris: Iterable[str]) -> dict[str, str]:
    """Return the ISCO code of each occupation that has one."""
    rows = Occupation.objects.filter(uri__in=set(uris)).exclude(isco="").order_by("pk")
    return dict(rows.values_list("uri", "isco"))


def ask_before_guessing(may: Callable[[], bool]) -> None:
    """Let the floor above say whether a person's own words may be guessed at, here and now."""
    _may_guess[:] = [may]


def occupation_meant(title: str) -> OccupationMeant | None:
    """Return the occupation that somebody's own words probably mean.

    None when that is not clear, and where the kommune has switched such guesses off.
    """
    if not all(may() for may in _may_guess):
        return None
    (guesses,) = titles.get().guess([title], top=1)
    if not guesses or guesses[0].confidence < PROBABLY:
        return None
    best = guesses[0]
    return OccupationMeant(best.uri, isco_of([best.uri]).get(best.uri, ""), best.confidence)


def skill_meant(words: str) -> str:
    """Return the address of the skill that is called this in any language, or ""."""
    for language in ("da", "en"):
        for suggestion in queries.suggest_skills(words, language, limit=3):
            if fold(suggestion.matched) == fold(words):
                return suggestion.uri
    return ""
