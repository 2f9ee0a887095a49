# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every view may rely on."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.urls import Resolver404, get_script_prefix, resolve
from django.utils import translation
from django.views.decorators.http import require_safe
from django_htmx.middleware import HtmxDetails

from jobunivers.foundation.tenancy.models import Municipality

if TYPE_CHECKING:
    from jobunivers.foundation.tenancy.people import PersonLike

P = ParamSpec("P")
_FIRST_REDIRECT = 300
_USUAL = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
# Only looked at; a page that takes none of them says so kindly itself.
_LOOKING = _USUAL - {"POST"}
_NUL = "%00"
_KNOWN = _USUAL | {"PUT", "PATCH", "DELETE"}
# A savepoint of the same name inside another hides it until it is released.
_SAVEPOINT, _READ_ONLY = "reading", "SET TRANSACTION READ ONLY"

# No page uses any of these. https://www.w3.org/TR/permissions-policy/
_NOTHING_OF_THE_DEVICE = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation",
        "gyroscope", "magnetometer", "microphone", "midi", "payment", "serial", "usb",
    )
)  # fmt: skip


class Request(HttpRequest):
    """A request as it reaches a view: the kommune is known, and who asks."""

    htmx: HtmxDetails
    municipality: Municipality
    if TYPE_CHECKING:
        user: PersonLike  # type: ignore[assignment]


View = Callable[Concatenate[Request, P], HttpResponseBase]


def reads(view: View[P]) -> View[P]:
    """Mark a page that only looks: PostgreSQL itself refuses any write."""

    @require_safe
    @wraps(view)
    def wrapper(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        with reading_only():
            return view(request, *args, **kwargs)

    return wrapper


@contextmanager
def reading_only() -> Iterator[None]:
    """Let PostgreSQL refuse any write inside; what comes after may write again.

    Inside a transaction this is a savepoint, opened and made read-only in one journey to the
    database.
    """
    if not connection.in_atomic_block:
        with transaction.atomic():
            _say(_READ_ONLY)
            yield
        return
    _say(f"SAVEPOINT {_SAVEPOINT}; {_READ_ONLY}")
    try:
        yield
        if kept := not connection.needs_rollback:
            _say(f"RELEASE SAVEPOINT {_SAVEPOINT}")
    except BaseException:
        _give_up()
        raise
    if not kept:
        _give_up()


def _give_up() -> None:
    """Leave the savepoint as Django leaves its own after an error: what is outside goes on."""
    connection.needs_rollback = False
    try:
        _say(f"ROLLBACK TO SAVEPOINT {_SAVEPOINT}; RELEASE SAVEPOINT {_SAVEPOINT}")
    except Error:
        # There is nothing to go back to; the transaction itself is to be taken back.
        connection.needs_rollback = True


def _say(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def may_be_looked_at(address: str) -> bool:
    """Tell whether an address of the kommune now asked leads to a page that can be opened by GET.

    What a view takes is known only to the decorator around it (`require_POST` and its kin), so
    that is where it is read.
    """
    path = urlsplit(address).path
    prefix = get_script_prefix()
    if not path.startswith(prefix):
        return False
    try:
        view: Any = resolve(f"/{path.removeprefix(prefix)}").func
    except Resolver404:
        return False
    methods = methods_of(view)
    return methods is None or "GET" in methods


def methods_of(view: Any) -> list[str] | None:
    """Return what a view takes, as the decorators around it say; None: they say nothing.

    Of several, the innermost counts last: nothing is taken that one of them refuses.
    """
    taken: list[str] | None = None
    while inspect.isfunction(view):
        said = inspect.getclosurevars(view).nonlocals.get("request_method_list")
        if said is not None:
            taken = [one for one in said if taken is None or one in taken]
        view = getattr(view, "__wrapped__", None)
    return taken


def public(view: View[P]) -> View[P]:
    """Mark a page that anybody may see without logging in."""
    return login_not_required(view)


def firms_too(view: View[P]) -> View[P]:
    """Mark a page for whoever is logged in that people of firms may open too.

    They are kept out of every page that says neither this nor their role.
    """
    view.firms_too = True  # type: ignore[attr-defined]
    return view


def afterwards(request: HttpRequest, write: Callable[[], object]) -> None:
    """Do something when the page is made and before it is sent: what a read-only page must write.

    It is left out when the page failed, and the page fails with it: what was shown was logged.
    """
    waiting: list[Callable[[], object]] = getattr(request, "afterwards", [])
    waiting.append(write)
    request.afterwards = waiting  # type: ignore[attr-defined]


class AfterwardsMiddleware:
    """Write what read-only pages asked to have written."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, having written."""
        response = self.get_response(request)
        if response.status_code < _FIRST_REDIRECT:
            for write in getattr(request, "afterwards", ()):
                write()
        return response


def client_address(request: HttpRequest) -> str:
    """Return the address a request comes from, as our own proxies tell it.

    Each proxy adds the address it was asked from at the end of X-Forwarded-For: with one proxy of
    ours (`TRUSTED_PROXIES`) the last counts, and what a browser wrote before it is not believed.
    """
    trusted = int(settings.TRUSTED_PROXIES)
    told = [one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",")]
    if trusted and len(told) >= trusted and told[-trusted]:
        return told[-trusted]
    return str(request.META.get("REMOTE_ADDR", ""))


class MethodsMiddleware:
    """Refuse a method that changes something and that the view does not take, with 405.

    Stands above the forms' protection, which would say 403: as if the method were right.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., Any],
        args: Any,  # noqa: ARG002 - Django's order
        kwargs: Any,  # noqa: ARG002
    ) -> HttpResponse | None:
        """Refuse."""
        if request.method in _LOOKING:
            return None
        taken = methods_of(view)
        if request.method in (_KNOWN if taken is None else taken):
            return None
        return HttpResponseNotAllowed(taken or sorted(_USUAL))


class AddressMiddleware:
    """Leave out of a page's address the one sign that no database and no file's name takes.

    Nobody types it; whoever sends it tries what breaks. Programs are told that it is wrong.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., Any],
        args: Any,  # noqa: ARG002 - Django's order
        kwargs: Any,  # noqa: ARG002
    ) -> None:
        """Read the address again without it."""
        query = request.META.get("QUERY_STRING", "")
        if _NUL in query and not getattr(view, "csrf_exempt", False):
            request.META["QUERY_STRING"] = query.replace(_NUL, "")
            vars(request).pop("GET", None)


class PermissionsMiddleware:
    """Ask the browser for nothing of the device, and let nobody else ask through our pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with everything turned off."""
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = _NOTHING_OF_THE_DEVICE
        # No page of somebody else may load ours as its picture, script or frame.
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class LanguageMiddleware:
    """Danish unless the reader has chosen English: her choice counts, not the browser's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language chosen."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
