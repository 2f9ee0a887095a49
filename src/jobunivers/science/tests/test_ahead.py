# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from jobunivers.science.ahead import ahead


@pytest.mark.parametrize("threads", [1, 2, 7])
@pytest.mark.parametrize("many", [0, 1, 2, 20])
def test_everything_comes_once_and_in_order(threads: int, many: int) -> None:
    found = list(ahead(lambda n: n * n, range(many), threads=threads))
    assert found == [(n, n * n) for n in range(many)]


def test_no_more_is_begun_than_can_be_held() -> None:
    begun = []

    def make(n: int) -> int:
        begun.append(n)
        return n

    for piece, _made in ahead(make, range(50), threads=2):
        assert max(begun) <= piece + 3


def test_what_goes_wrong_is_told_in_its_turn() -> None:
    found = ahead(lambda n: 1 // (n - 3), [0, 1, 3, 5], threads=2)
    assert [next(found)[0], next(found)[0]] == [0, 1]
    with pytest.raises(ZeroDivisionError):
        next(found)
