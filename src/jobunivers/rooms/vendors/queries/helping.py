# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What citizens are told of a firm's answers: where help is, and whether all can use it."""

from jobunivers.rooms.marketplace.queries import Help, Offer, provide_help
from jobunivers.rooms.vendors.queries.answers import answers_of
from jobunivers.rooms.vendors.queries.gates import gate_of


def offer() -> None:
    """Tell the market."""
    provide_help(help_of)


def help_of(offer: Offer) -> Help | None:
    """Return the answers that count; None where nobody can be asked."""
    gate = gate_of(offer)
    told = answers_of(gate.accepted) if gate is not None else None
    if told is None or not (told.support_email or told.support_phone):
        return None
    return Help(
        hours=told.support_hours,
        email=told.support_email,
        phone=told.support_phone,
        answer_hours=told.answer_hours,
        statement=told.statement_url,
        faults=told.faults,
    )
