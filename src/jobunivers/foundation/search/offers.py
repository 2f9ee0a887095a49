# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Solutions and content as documents; nothing of who uses them is in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jobunivers.foundation.search.spec import (
    Completion,
    Document,
    Facet,
    Sort,
    Spec,
    TextField,
)

EVERYWHERE = "0000"  # no kommune has this code: it happens in all of them, or on the net
# How long it takes, in minutes, as people have time.
DURATIONS = (
    ("15", 0, 15),
    ("60", 16, 60),
    ("day", 61, 480),
    ("week", 481, 37 * 60),
    ("longer", 37 * 60 + 1, None),
)

OFFERS = Spec(
    name="offers",
    texts=(
        TextField("title", weight=5.0, short=True, parts=True),
        TextField("labels", weight=2.5, short=True, parts=True, phrase=False),
        TextField("vendor", weight=2.0, short=True),
        TextField("body", weight=1.0),
    ),
    keywords=(
        "kind",
        "source",
        "format",
        "language",
        "duration",
        "level",
        "category",
        "kommune",
        "vendor",
        "skill",
        "occupation",
    ),
    numbers=("published", "minutes", "starts", "expires"),
    facets=(
        Facet("kind", "kind", 12),
        Facet("duration", "duration", 6),
        Facet("format", "format", 3),
        Facet("language", "language", 12, several=True),
        Facet("level", "level", 3),
        Facet("category", "category", 30, several=True),
        Facet("source", "source", 3),
        Facet("kommune", "kommune", 100, several=True),
    ),
    sorts=(
        Sort("newest", "published", descending=True),
        Sort("shortest", "minutes", descending=False),
        Sort("soonest", "starts", descending=False),
    ),
    default_sort="newest",
    expires="expires",
    kin=("skill", "category"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDocument:
    """What search knows of an offer. Days are days since 1970-01-01; None is unsaid."""

    id: int
    owner: int = 0
    titles: Mapping[str, str]  # by language
    body: str = ""  # plain text of all languages
    vendor: str = ""
    vendor_id: int | None = None
    kind: str
    source: str
    format: str
    languages: Sequence[str] = ()
    level: str = ""
    categories: Mapping[str, str] | None = None  # code → words
    kommuner: Sequence[str] = ()
    kommune_names: Sequence[str] = ()
    minutes: int | None = None
    skills: Sequence[str] = ()
    occupations: Sequence[str] = ()
    labels: Mapping[str, Sequence[str]] | None = None  # of skills and occupations by language
    published: int | None = None
    starts: int | None = None
    expires: int | None = None

    def document(self) -> Document:
        """Return the offer as the engine's document."""
        labels = [label for labels in (self.labels or {}).values() for label in labels]
        numbers = {
            "published": self.published,
            "minutes": self.minutes,
            "starts": self.starts,
            "expires": self.expires,
        }
        return Document(
            id=self.id,
            owner=self.owner,
            texts={
                "title": " · ".join(dict.fromkeys(self.titles.values())),
                "labels": " · ".join([*(self.categories or {}).values(), *labels]),
                "vendor": self.vendor,
                "body": " ".join([self.body, *self.kommune_names]),
            },
            keywords=self._keywords(),
            numbers={name: number for name, number in numbers.items() if number is not None},
            completions=self._completions(),
            neutral=" ".join(self.kommune_names),
        )

    def _keywords(self) -> dict[str, list[str]]:
        return {
            "kind": [self.kind],
            "source": [self.source],
            "format": [self.format],
            "language": list(self.languages),
            "duration": duration_values(self.minutes),
            "level": [self.level],
            "category": list(self.categories or ()),
            "kommune": list(self.kommuner) or [EVERYWHERE],
            "vendor": [] if self.vendor_id is None else [str(self.vendor_id)],
            "skill": list(self.skills),
            "occupation": list(self.occupations),
        }

    def _completions(self) -> list[Completion]:
        found = [Completion("title", text, lang) for lang, text in self.titles.items()]
        for lang, texts in (self.labels or {}).items():
            found += [Completion("skill", text, lang) for text in texts]
        found += [Completion("category", text) for text in (self.categories or {}).values()]
        found.append(Completion("vendor", self.vendor))
        return [completion for completion in found if completion.text.strip()]


def duration_values(minutes: int | None) -> list[str]:
    """Return the span of time that so many minutes lie in; none when it is not said."""
    if minutes is None:
        return []
    return [
        value
        for value, least, most in DURATIONS
        if minutes >= least and (most is None or minutes <= most)
    ]
