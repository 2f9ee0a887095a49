# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms that a browser would send by itself or by a press, found on a page."""

from collections.abc import Collection
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

import httpx

from jobunivers.config.vendor_check.walking import Came


@dataclass(frozen=True, slots=True)
class Form:
    """A form: where it is sent, and its fields."""

    url: str
    fields: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url
        self.found: list[Form] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(urljoin(self.url, told.get("action", ""))))
        elif tag == "input" and self.found and told.get("name"):
            self.found[-1].fields[told["name"]] = told.get("value", "")


def form_with(came: Came, names: Collection[str]) -> Form | None:
    """Return the first form of a page that has one of these fields; None: there is none."""
    reader = _Forms(came.url)
    reader.feed(came.text)
    return next((one for one in reader.found if set(names) & set(one.fields)), None)


def leads_to(answer: httpx.Response) -> str:
    """Return where a page leads by itself (Refresh); "" when it does not."""
    return str(answer.headers.get("refresh", "")).partition("url=")[2]
