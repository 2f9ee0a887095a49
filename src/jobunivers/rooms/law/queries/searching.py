# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Search in law text: rare words weigh more, and an act that is named by its title weighs more.

A paragraph is found by its own words and by those said of it where it is cited.
"""

from dataclasses import dataclass

from django.db import connection

from jobunivers.rooms.law.models import LawDocument
from jobunivers.rooms.law.queries.citing import citation_of
from jobunivers.rooms.law.queries.rules import path_of
from jobunivers.science.law import Reference, UnknownReference, label, parse
from jobunivers.science.law.naming import Named, named_in, near_citations
from jobunivers.science.law.references import DocumentNumber, spaced

_MOST_WORDS, _LONGEST = 28, 20_000
# Measured on provisions whose citation was masked: bench/law.py.
NAMED, ENDED, LENGTH, NEAR = 20.0, 0.3, 0.3, 8.0
CITING, CITING_LENGTH = 2.0, 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph that a search found."""

    label: str
    path: str
    title: str
    excerpt: str
    score: float
    ended: bool
    document: str
    section: str


def law_search(text: str, *, limit: int = 20, apart: int = 0) -> list[Found]:
    """Return the paragraphs nearest to some words, best first; a citation is found as itself.

    `apart`: a provision that is left out, with what it says of others; whoever asks with its own
    words has it already.
    """
    wanted = " ".join(text.split())[:_LONGEST]
    try:
        place = parse(wanted)
    except UnknownReference:
        return _by_words(wanted, limit, apart) if wanted else []
    row = LawDocument.objects.filter(
        kind=place.document.kind, number=place.document.number, year=place.document.year
    ).first()
    found = _by_words(wanted, limit, apart) if row is None else []
    return [*_itself(place, row), *found][:limit]


def _itself(place: Reference, row: LawDocument | None) -> list[Found]:
    if row is None:
        return []
    cited = citation_of(place, on=row.issued_on)
    return [
        Found(
            label=cited.label, path=cited.path, title=cited.title, excerpt=(cited.text or "")[:300],
            score=1.0, ended=row.in_force_until is not None, document=str(row),
            section=place.section,
        )
    ]  # fmt: skip


def _by_words(text: str, limit: int, apart: int) -> list[Found]:
    documents = {
        row.pk: row for row in LawDocument.objects.order_by("-issued_on", "pk").defer("source")
    }
    acts = [Named(row.pk, row.title, row.in_force_until is not None) for row in documents.values()]
    named = named_in(text, acts)
    with connection.cursor() as cursor:
        cursor.execute(
            _SQL,
            {
                "text": text,
                "near": near_citations(text),
                "near_factor": NEAR,
                "most": _MOST_WORDS,
                "named": list(named),
                "ended": [pk for pk, row in documents.items() if row.in_force_until is not None],
                "named_factor": NAMED,
                "ended_factor": ENDED,
                "length": LENGTH,
                "citing": CITING,
                "citing_length": CITING_LENGTH,
                "apart": apart,
                "limit": limit,
            },
        )
        rows = cursor.fetchall()
    return [_found(row, documents[row[0]]) for row in rows if row[0] in documents]


def _found(row: tuple[int, str, str, float], document: LawDocument) -> Found:
    number = DocumentNumber(document.kind, document.number, document.year)
    place = Reference(number, spaced(row[1]))
    return Found(
        label=label(place), path=path_of(place), title=document.title, excerpt=row[2],
        score=float(row[3]), ended=document.in_force_until is not None, document=str(document),
        section=row[1],
    )  # fmt: skip


_SQL = """
WITH size AS (
    SELECT count(*)::float AS n, avg(words)::float AS long FROM law_provision
), short AS (
    SELECT coalesce(avg(words), 1)::float AS long FROM law_lawcitation
), asked AS (
    SELECT word, ln(1 + (n - provisions + 0.5) / (provisions + 0.5))
        * CASE WHEN to_tsvector('danish', %(near)s) @@ quote_literal(word)::tsquery
            THEN %(near_factor)s ELSE 1 END AS weight
    FROM unnest(to_tsvector('danish', %(text)s)) AS w(lexeme, positions, weights)
    JOIN law_lawword ON word = lexeme CROSS JOIN size
    ORDER BY weight DESC LIMIT %(most)s
), own AS (
    SELECT p.id, sum(weight) / (1 - %(length)s + %(length)s * p.words / max(long)) AS score
    FROM asked JOIN law_provision p ON p.vector @@ quote_literal(word)::tsquery CROSS JOIN size
    GROUP BY p.id
), said AS (
    SELECT c.id, c.cited_id, sum(weight)
        / (1 - %(citing_length)s + %(citing_length)s * c.words / max(long)) AS score
    FROM asked JOIN law_lawcitation c ON c.vector @@ quote_literal(word)::tsquery CROSS JOIN short
    WHERE c.provision_id <> %(apart)s GROUP BY c.id
), hits AS (
    SELECT id, sum(score) AS score FROM (
        SELECT id, score FROM own
        UNION ALL SELECT cited_id, %(citing)s * max(score) FROM said GROUP BY cited_id
    ) AS both_of GROUP BY id
), best AS (
    SELECT p.document_id, p.section, p.text, p.id, hits.score
        * CASE WHEN p.document_id = ANY(%(named)s) THEN 1 + %(named_factor)s ELSE 1 END
        * CASE WHEN p.document_id = ANY(%(ended)s) THEN %(ended_factor)s ELSE 1 END AS score
    FROM hits JOIN law_provision p USING (id) WHERE p.id <> %(apart)s
    ORDER BY score DESC, p.id LIMIT %(limit)s
)
SELECT document_id, section, left(text, 300), score FROM best ORDER BY score DESC, id
"""
