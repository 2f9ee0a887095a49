# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Structured logs without personal data: routes instead of addresses, ids instead of names."""

import logging
import re
import time
import traceback
import uuid
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from pythonjsonlogger.json import JsonFormatter as BaseJsonFormatter

logger = logging.getLogger("jobunivers.request")

_MOST_CAUSES = 5  # errors behind an error that are told
# A CPR number, with or without the hyphen, and e-mail addresses: the two that slip into messages.
_CPR = re.compile(r"(?<!\d)([0-3]\d[01]\d\d{2})-?\d{4}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")


class JsonFormatter(BaseJsonFormatter):
    """One JSON object a line: time, level, logger, message and the extra fields."""

    def __init__(self) -> None:
        super().__init__(
            "%(asctime)s %(levelname)s %(name)s %(message)s",
            rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
            json_ensure_ascii=False,
        )

    def formatException(self, exc_info: Any) -> str:  # noqa: N802 - logging's name
        """Return where it broke and on what kind of error, without the error's own words.

        They quote what people typed ("invalid literal: 'Kirsten'") and rows of the database.
        """
        error: BaseException | None = exc_info[1]
        told: list[str] = []
        while error is not None and len(told) < _MOST_CAUSES:
            told.insert(0, _trace(error))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n\n".join(told)

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        """Blot every text of the line, the extra fields too."""
        return {
            key: blotted(value) if isinstance(value, str) else value
            for key, value in log_data.items()
        }


def blotted(text: str) -> str:
    """Return the text without what looks like a CPR number or an e-mail address."""
    return _EMAIL.sub("[e-mail]", _CPR.sub("[cpr]", text))


def _trace(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    # PostgreSQL's code and the constraint's name are ours, and say most of what one needs.
    code = getattr(error, "sqlstate", None)
    constraint = getattr(getattr(error, "diag", None), "constraint_name", None)
    return "\n".join([*lines, " ".join(str(part) for part in (kind, code, constraint) if part)])


class NoPersonalData(logging.Filter):
    """Blot out what looks like a CPR number or an e-mail address; name routes, not addresses."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the message; never drop the record."""
        request = record.__dict__.pop("request", None)
        if isinstance(request, HttpRequest):
            # Django puts the request beside its messages: an address may hold a search or an id.
            record.request_id = request.META.get("jobunivers.request_id", "")
            record.route = _route(request)
            if isinstance(record.args, tuple):
                record.args = tuple(
                    "(address)" if isinstance(one, str) and "/" in one else one
                    for one in record.args
                )
        message = record.getMessage()
        record.msg = blotted(message)
        record.args = ()
        return True


def _route(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.view_name if match else ""


class RequestLogMiddleware:
    """Log each request as route, status and time; the address itself may hold a search or an id."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give the request an id, let it be answered, and log it."""
        request_id = uuid.uuid4().hex[:12]
        request.META["jobunivers.request_id"] = request_id
        start = time.perf_counter()
        response = self.get_response(request)
        milliseconds = (time.perf_counter() - start) * 1000
        logger.info(
            "request",
            extra={
                "request_id": request_id,
                "method": request.method,
                "route": _route(request),
                "status": response.status_code,
                "ms": round(milliseconds, 1),
            },
        )
        response.headers["X-Request-Id"] = request_id
        # In production too: it tells whoever waits how long, and nothing about anyone.
        response.headers["Server-Timing"] = f"app;dur={milliseconds:.1f}"
        return response
