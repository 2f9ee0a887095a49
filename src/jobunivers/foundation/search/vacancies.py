# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Job advertisements as documents: the first specification of the search engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jobunivers.foundation.search.asking import Wanted
from jobunivers.foundation.search.geo import Circle
from jobunivers.foundation.search.reading import Reader
from jobunivers.foundation.search.spec import (
    FAR,
    Bucket,
    Completion,
    Document,
    Facet,
    Sort,
    Spec,
    TextField,
)

# Weekly hours as people look for them; 37 is full time in Danish agreements.
HOURS = (("0-14", 0, 14), ("15-29", 15, 29), ("30-36", 30, 36), ("37", 37, 168))
REMOTE = ("none", "some", "most", "full")
DEADLINES = (
    Bucket("3", 0, 3),
    Bucket("7", 4, 7),
    Bucket("14", 8, 14),
    Bucket("30", 15, 30),
    Bucket("later", 31, FAR - 100_000),
    Bucket("none", FAR, FAR),
)

VACANCIES = Spec(
    name="vacancies",
    texts=(
        TextField("title", weight=5.0, short=True, parts=True),
        TextField("labels", weight=2.5, short=True, parts=True, phrase=False),
        TextField("employer", weight=2.0, short=True),
        TextField("body", weight=1.0),
    ),
    keywords=(
        "area",
        "hours",
        "working_time",
        "employer",
        "language",
        "remote",
        "kommune",
        "region",
        "source",
        "occupation",
        "isco",
        "skill",
    ),
    numbers=("deadline", "published", "expires", "hours_min", "hours_max", "version"),
    facets=(
        Facet("area", "area", 20),
        Facet("hours", "hours", 5, several=True),
        Facet("working_time", "working_time", 3),
        Facet("deadline", "deadline", buckets=DEADLINES),
        Facet("employer", "employer", 12),
        Facet("language", "language", 10),
        Facet("remote", "remote", 4),
        Facet("kommune", "kommune", 100),
    ),
    sorts=(
        Sort("newest", "published", descending=True),
        Sort("deadline", "deadline", descending=False),
    ),
    unions=(("kommune", "region"),),
    default_sort="newest",
    expires="expires",
    kin=("occupation", "skill"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VacancyDocument:
    """What search knows of an advertisement. Days are days since 1970-01-01; None is unsaid."""

    id: int
    owner: int = 0
    title: str
    employer: str = ""
    employer_id: int | None = None
    body: str = ""  # plain text
    language: str = ""  # ISO 639-1
    occupation: str = ""  # URI
    occupation_labels: Mapping[str, str] | None = None  # preferred label by language
    occupation_alternatives: Sequence[str] = ()
    isco: str = ""  # up to four digits
    skills: Sequence[int] = ()
    skill_labels: Mapping[str, Sequence[str]] | None = None  # labels by language
    area: str = ""
    kommune: str = ""  # four digits
    kommune_name: str = ""
    region: str = ""
    lat: float | None = None
    lon: float | None = None
    hours_min: int | None = None
    hours_max: int | None = None
    working_time: str = ""  # "full", "part"
    remote: float | None = None  # share of the work, 0 … 1
    deadline: int | None = None
    published: int | None = None
    expires: int | None = None
    source: str = ""
    version: int = 0

    def document(self) -> Document:
        """Return the advertisement as the engine's document."""
        occupation = self.occupation_labels or {}
        skills = [label for labels in (self.skill_labels or {}).values() for label in labels]
        labels = [*occupation.values(), *self.occupation_alternatives, *skills]
        numbers = {
            "deadline": self.deadline,
            "published": self.published,
            "expires": self.expires,
            "hours_min": self.hours_min,
            "hours_max": self.hours_max,
            "version": self.version,
        }
        return Document(
            id=self.id,
            owner=self.owner,
            texts={
                "title": self.title,
                "labels": " · ".join(labels),
                "employer": self.employer,
                "body": self.body,
            },
            keywords=self._keywords(),
            numbers={name: number for name, number in numbers.items() if number is not None},
            lat=self.lat,
            lon=self.lon,
            completions=self._completions(),
            neutral=self.kommune_name,
        )

    def _keywords(self) -> dict[str, list[str]]:
        return {
            "area": [self.area],
            "hours": hours_values(self.hours_min, self.hours_max),
            "working_time": [self.working_time],
            "employer": [] if self.employer_id is None else [str(self.employer_id)],
            "language": [self.language],
            "remote": [] if self.remote is None else [remote_value(self.remote)],
            "kommune": [self.kommune],
            "region": [self.region],
            "source": [self.source],
            "occupation": [self.occupation],
            "isco": [self.isco[:digits] for digits in range(1, min(len(self.isco), 4) + 1)],
            "skill": [str(skill) for skill in self.skills],
        }

    def _completions(self) -> list[Completion]:
        found = [
            Completion("occupation", text, lang)
            for lang, text in (self.occupation_labels or {}).items()
        ]
        for lang, texts in (self.skill_labels or {}).items():
            found += [Completion("skill", text, lang) for text in texts]
        found.append(Completion("employer", self.employer))
        found.append(Completion("place", self.kommune_name))
        return [completion for completion in found if completion.text.strip()]


def hours_values(least: int | None, most: int | None) -> list[str]:
    """Return the spans of weekly hours that a job from `least` to `most` hours touches."""
    if least is None and most is None:
        return []
    low = least if least is not None else most
    high = most if most is not None else least
    assert low is not None
    assert high is not None
    return [value for value, first, last in HOURS if low <= last and high >= first]


def remote_value(share: float) -> str:
    """Return the bucket of a remote share: none, some (under half), most, full."""
    if share <= 0:
        return "none"
    return "some" if share < 0.5 else "most" if share < 1 else "full"  # noqa: PLR2004 half is half


def candidates(
    reader: Reader,
    *,
    skills: Mapping[int, float],
    occupations: Mapping[str, float],
    isco: Mapping[str, float],
    owner: int,
    at_day: int,
    text: str = "",
    circle: Circle | None = None,
    remote: bool = False,
    hours: tuple[float | None, float | None] = (None, None),
    limit: int = 500,
) -> list[tuple[int, float]]:
    """Return (id, score) of advertisements worth a closer look for a person; weights by value.

    `isco` takes code prefixes of one to four digits. `remote` lets in what is mostly or fully
    done at home, wherever it is. `hours` (least, most a week) leaves out what has none of them;
    an advertisement that does not say stays. The index rounds hours and so does this.
    """
    wanted = [Wanted("skill", str(skill), weight) for skill, weight in skills.items()]
    wanted += [Wanted("occupation", uri, weight) for uri, weight in occupations.items()]
    wanted += [Wanted("isco", code, weight) for code, weight in isco.items()]
    least, most = hours
    outside: dict[str, tuple[int | None, int | None]] = {}
    if least is not None:
        outside["hours_max"] = (None, round(least) - 1)
    if most is not None:
        outside["hours_min"] = (round(most) + 1, None)
    return reader.candidates(
        wanted,
        owner=owner,
        at_day=at_day,
        text=text,
        circle=circle,
        anywhere=[("remote", value) for value in ("most", "full")] if remote else (),
        outside=outside,
        limit=limit,
    )
