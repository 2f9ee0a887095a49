# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What citizens are told of a firm's answers: where help is, and whether all can use it."""

from jobunivers.foundation.files.models import StoredFile
from jobunivers.foundation.ui.addresses import address
from jobunivers.rooms.marketplace.queries import Document, Help, Offer, provide_help
from jobunivers.rooms.marketplace.queries.words import LANGUAGES
from jobunivers.rooms.vendors.queries.answers import Answers, answers_of
from jobunivers.rooms.vendors.queries.gates import gate_of


def offer() -> None:
    """Tell the market."""
    provide_help(help_of)


def help_of(offer: Offer) -> Help | None:
    """Return the answers that count; None where nobody can be asked."""
    told = _counting(offer)
    if told is None or not (told.support_email or told.support_phone):
        return None
    file = _file(told)
    return Help(
        hours=told.support_hours,
        email=told.support_email,
        phone=told.support_phone,
        answer_hours=told.answer_hours,
        statement=told.statement_url,
        faults=told.faults,
        document=Document(
            address=address("vendors:statement", offer.pk),
            bytes=file.bytes,
            language=str(LANGUAGES.get(told.statement_language, "")),
        )
        if file is not None
        else None,
    )


def statement_of(offer: Offer) -> StoredFile | None:
    """Return the statement of accessibility as a document, once somebody has accepted it."""
    told = _counting(offer)
    return _file(told) if told is not None else None


def _file(told: Answers) -> StoredFile | None:
    if told.statement_file is None:
        return None
    return StoredFile.objects.filter(pk=told.statement_file).first()


def _counting(offer: Offer) -> Answers | None:
    gate = gate_of(offer)
    return answers_of(gate.accepted) if gate is not None else None
