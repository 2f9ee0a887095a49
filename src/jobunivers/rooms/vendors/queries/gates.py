# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The checklist of a solution, held against the day."""

from dataclasses import dataclass
from datetime import date

from jobunivers.rooms.marketplace.queries import Offer, OfferVersion, Way
from jobunivers.rooms.vendors.models import Gate, GroundFall
from jobunivers.rooms.vendors.queries.answers import Answers, answers_of
from jobunivers.rooms.vendors.queries.checklist import Missing, Solution, missing
from jobunivers.rooms.vendors.queries.grounds import falls

_HANDS_OVER = frozenset({Way.OIDC, Way.LTI})


@dataclass(frozen=True, slots=True)
class Checked:
    """A solution's checklist.

    Attributes:
        said: the answers as they were last written; `accepted` those that count.
        lacks: what the answers that count lack; the solution is held back while there is any.
        lacks_said: what the written answers lack.
        waits: the written answers are not accepted yet.
    """

    gate: Gate | None
    said: Answers
    accepted: Answers
    lacks: tuple[Missing, ...]
    lacks_said: tuple[Missing, ...]

    @property
    def waits(self) -> bool:
        """Say whether somebody has to read what was written."""
        return self.gate is not None and self.gate.accepted_version != self.gate.version

    @property
    def codes(self) -> list[str]:
        """Return the lines of the checklist on which something lacks."""
        return sorted({one.code for one in self.lacks})


def gate_of(offer: Offer) -> Gate | None:
    """Return a solution's kept answers; None when nothing is answered."""
    return Gate.objects.filter(offer=offer).first()


def checked(
    offer: Offer,
    *,
    on: date,
    version: OfferVersion | None = None,
    gate: Gate | None = None,
    fallen: dict[str, GroundFall] | None = None,
) -> Checked:
    """Return a solution's checklist as it stands on a day.

    Args:
        offer: with its vendor and version loaded.
        on: the day.
        version: the version that is meant; the one people see when left out.
        gate: its answers, where they have been read already.
        fallen: the grounds that hold no longer, likewise.
    """
    kept = gate if gate is not None else gate_of(offer)
    gone = falls(on=on) if fallen is None else fallen
    solution = solution_of(offer, version or offer.current)
    said = answers_of(kept.said if kept else {})
    accepted = answers_of(kept.accepted if kept else {})
    return Checked(
        gate=kept,
        said=said,
        accepted=accepted,
        lacks=tuple(missing(accepted, solution, on=on, fallen=gone)),
        lacks_said=tuple(missing(said, solution, on=on, fallen=gone)),
    )


def solution_of(offer: Offer, version: OfferVersion | None) -> Solution:
    """Return what the checklist must know of an offer on the market."""
    vendor = offer.vendor
    hands_over = version is not None and (bool(version.data) or version.way in _HANDS_OVER)
    return Solution(
        hands_over=hands_over,
        cvr=vendor.cvr if vendor else None,
        fictitious=vendor.fictitious if vendor else False,
    )
