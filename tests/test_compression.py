# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages travel packed, without telling by their length what they hide."""

import gzip
import re

from jobunivers.testing.browsers import KommuneClient

PACKED = {"Accept-Encoding": "gzip"}


def test_a_page_is_packed_for_a_browser_that_can_unpack_it(visitor: KommuneClient) -> None:
    plain = visitor.get("/om/")
    packed = visitor.get("/om/", headers=PACKED)

    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.content) < len(plain.content) / 2
    assert "</html>" in gzip.decompress(packed.content).decode()
    assert "Content-Encoding" not in plain.headers


def test_a_packed_page_never_shows_the_same_token_twice(visitor: KommuneClient) -> None:
    tokens = {
        re.search(r'csrfmiddlewaretoken" value="([^"]+)', gzip.decompress(answer.content).decode())[
            1
        ]  # type: ignore[index]
        for answer in (visitor.get("/om/", headers=PACKED) for _ in range(3))
    }

    assert len(tokens) == 3
