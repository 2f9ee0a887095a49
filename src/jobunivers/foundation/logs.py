# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Structured logs that never hold personal data: route names instead of addresses, ids instead of names."""

import logging
import re
import time
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from pythonjsonlogger.json import JsonFormatter as BaseJsonFormatter

logger = logging.getLogger("jobunivers.request")

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


class NoPersonalData(logging.Filter):
    """Blot out what looks like a CPR number or an e-mail address in any message."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the message; never drop the record."""
        message = record.getMessage()
        record.msg = _EMAIL.sub("[e-mail]", _CPR.sub("[cpr]", message))
        record.args = ()
        return True


class RequestLogMiddleware:
    """Log each request as route, status and time; the address itself may hold a search or an id."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request_id = uuid.uuid4().hex[:12]
        request.META["jobunivers.request_id"] = request_id
        start = time.perf_counter()
        response = self.get_response(request)
        milliseconds = (time.perf_counter() - start) * 1000
        match = request.resolver_match
        logger.info(
            "request",
            extra={
                "request_id": request_id,
                "method": request.method,
                "route": match.view_name if match else "",
                "status": response.status_code,
                "ms": round(milliseconds, 1),
            },
        )
        response.headers["X-Request-Id"] = request_id
        response.headers["Server-Timing"] = f"app;dur={milliseconds:.1f}"
        return response
