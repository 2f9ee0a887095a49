# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which paragraphs a text cites, as Danish acts and orders write it."""

import pytest

from jobunivers.science.law.citing import Names, citations
from jobunivers.science.law.naming import Named

SICK, ACTIVE, INTEGRATION, OLD, OWN = 1, 2, 3, 4, 9
NAMES = Names(
    [
        Named(SICK, "Bekendtgørelse af lov om sygedagpenge"),
        Named(ACTIVE, "Bekendtgørelse af lov om en aktiv beskæftigelsesindsats"),
        Named(INTEGRATION, "Bekendtgørelse af lov om integration (integrationsloven)"),
        Named(OLD, "Bekendtgørelse af lov om sygedagpenge", ended=True),
    ]
)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("visiteret til kategori 3 efter § 12 i lov om sygedagpenge.", [(SICK, "12")]),
        ("jf. § 13 b, stk. 1, 6. pkt., i lov om sygedagpenge", [(SICK, "13b")]),
        ("efter § 21, stk. 1, nr. 2-4 og 7, i lov om sygedagpenge m.v.", [(SICK, "21")]),
        ("efter §§ 102 og 105 i lov om en aktiv beskæftigelsesindsats",
         [(ACTIVE, "102"), (ACTIVE, "105")]),
        ("efter § 31 eller § 32, stk. 2, i lov om en aktiv beskæftigelsesindsats",
         [(ACTIVE, "31"), (ACTIVE, "32")]),
        ("efter integrationslovens § 23 a", [(INTEGRATION, "23a")]),
        ("efter § 4 i lov om sygedagpenge, og lovens § 80", [(SICK, "4"), (SICK, "80")]),
        ("efter § 4 i lov om sygedagpenge og § 6 i samme lov", [(SICK, "4"), (SICK, "6")]),
        ("jf. § 4. Det er en betingelse", [(OWN, "4")]),
        ("efter lovens § 80", []),
        ("efter § 3 i lov om noget ganske andet", []),
        ("§ 12. Kommunen betaler.", []),
    ],
)  # fmt: skip
def test_what_is_cited(text: str, cited: list[tuple[int, str]]) -> None:
    found = citations(text, own=OWN, names=NAMES)
    assert [(one.document, one.section) for one in found] == cited


def test_the_words_around_are_those_close_by() -> None:
    text = " ".join(["fjern"] * 40 + ["nær"] * 10 + ["§ 4"] + ["efter"] * 10 + ["fjern"] * 40)
    (one,) = citations(text, own=OWN, names=NAMES)
    assert one.near.split().count("nær") == 10
    assert one.near.split().count("fjern") == 30
