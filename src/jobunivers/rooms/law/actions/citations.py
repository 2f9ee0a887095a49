# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which paragraphs cite which, found anew in all texts that are here: names mean what lives now."""

from collections.abc import Iterator

from django.db import connection

from jobunivers.rooms.law.models import LawCitation, LawDocument, Provision
from jobunivers.science.law.citing import Names, citations
from jobunivers.science.law.naming import Named

_BATCH = 2_000
_INSERT = """
    INSERT INTO law_lawcitation (provision_id, cited_id, vector, words)
    SELECT provision, cited, vector, length(vector) FROM (
        SELECT provision, cited, to_tsvector('danish', near) AS vector
        FROM unnest(%s::bigint[], %s::bigint[], %s::text[]) AS found(provision, cited, near)
    ) AS said
"""


def find_citations() -> None:
    """Write down every citation whose paragraph is here; a paragraph that cites itself is none."""
    LawCitation.objects.all().delete()
    batch: list[tuple[int, int, str]] = []
    for one in _found():
        batch.append(one)
        if len(batch) == _BATCH:
            _write(batch)
            batch = []
    _write(batch)


def _found() -> Iterator[tuple[int, int, str]]:
    acts = LawDocument.objects.order_by("pk").values_list("pk", "title", "in_force_until")
    names = Names(Named(pk, title, ended is not None) for pk, title, ended in acts)
    rows = list(
        Provision.objects.order_by("position", "pk").values_list(
            "pk", "document_id", "section", "text"
        )
    )
    # The first paragraph of a number is the one that is cited.
    places = {(document, section): pk for pk, document, section, _text in reversed(rows)}
    for pk, document, _section, text in rows:
        for one in citations(text, own=document, names=names):
            cited = places.get((one.document, one.section))
            if cited is not None and cited != pk:
                yield pk, cited, one.near


def _write(batch: list[tuple[int, int, str]]) -> None:
    if batch:
        with connection.cursor() as cursor:
            cursor.execute(_INSERT, [list(column) for column in zip(*batch, strict=True)])
