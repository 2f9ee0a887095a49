# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several questions to the database, asked in one journey.

What a page waits for is not the questions but the way to the database and back. Each question is
an ordinary queryset of the room that owns the rows, under the same two locks as ever; they are
sent as one message, and each queryset is given its own answer.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

from jobunivers.foundation import plans
from jobunivers.foundation.prepared import Prepared, Said, compiled

Question = QuerySet[Any, Any] | Prepared[Any]


def ask(questions: Sequence[Question]) -> None:
    """Answer the questions in one journey; each is as if it had been asked by itself.

    What was answered before is not asked again.

    Raises:
        ValueError: a question prefetches: that would be a second journey.
    """
    waiting = [(one, *_said(one)) for one in questions if not answered(one)]
    answers = iter(_answers([(one, said) for one, _, said in waiting if said is not None]))
    for question, compiler, said in waiting:
        answer = None if said is None else next(answers)
        if isinstance(question, Prepared):
            question.take(answer)
        elif compiler is None or answer is None:
            question._result_cache = []  # noqa: SLF001
        else:
            _give(question, compiler, answer)


def answered(question: Question) -> bool:
    """Say whether a question's rows are there."""
    if isinstance(question, Prepared):
        return question.answered
    return question._result_cache is not None  # noqa: SLF001


def _said(question: Question) -> tuple[SQLCompiler | None, Said | None]:
    return (None, question.said()) if isinstance(question, Prepared) else compiled(question)


def _answers(said: Sequence[tuple[Question, Said]]) -> list[list[tuple[Any, ...]]]:
    """Send all as one message; return the rows of each."""
    if not said:
        return []
    # The driver puts the values in by itself before it sends (no server-side binding), so that
    # several questions can be one message. Each by itself: it remembers where the values of a
    # short text go, and would look for them anew in a long one.
    with connection.cursor() as cursor:
        cursor.execute(";\n".join(_written(cursor, *one) for one in said))
        found = [cursor.fetchall()]
        found += [cursor.fetchall() for _ in said[1:] if cursor.nextset()]
    return found


def _written(cursor: Any, question: Question, said: Said) -> str:
    """Return a question with its values in it."""
    if isinstance(question, Prepared):
        return plans.written(cursor, question.known_as, *said, question.places)
    return str(cursor.mogrify(*said))


def _give(
    question: "QuerySet[Any, Any]", compiler: SQLCompiler, rows: list[tuple[Any, ...]]
) -> None:
    """Let a queryset make its rows of an answer that has come already."""
    compiler.execute_sql = lambda *_, **__: [rows]  # type: ignore[method-assign,assignment]
    query = question.query
    query.get_compiler = lambda *_, **__: compiler  # type: ignore[method-assign]
    try:
        len(question)
    finally:
        # What is made of this queryset later is another question.
        del query.get_compiler
