# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small real HTTP server with a source of every format, well-behaved and badly behaved ones.

`python -m jobunivers.integrations.jobads.fake --port 8790` runs it; `FakeSources` is for tests.
"""

import argparse
import gzip
import hashlib
import json
import time
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from jobunivers.integrations.jobads import samples
from jobunivers.integrations.jobads.samples import SAMPLES, SampleAd
from jobunivers.integrations.serving import InThread

PAGE_SIZE = 2
_XML_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<Openings><PositionOpening><PositionTitle>&b;</PositionTitle></PositionOpening></Openings>"
)


class FakeSources(InThread):
    """Sources on a loopback port, with a list of advertisements that may change while it runs.

    Paths: /jobposting.jsonl, .jsonl.gz, .json (@graph) and .html, /jobnet.json, /eures.xml,
    /rows.jsonl, /rows.csv, /nav/feed; and /slow, /half, /flaky (fails twice), /down, /private,
    /loop, /bomb.xml, /moved.
    """

    def __init__(self, ads: Sequence[SampleAd] = SAMPLES, port: int = 0) -> None:
        self.ads = list(ads)
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.pages: dict[str, tuple[int, str]] = {}  # path → status and body (or where to go)
        self.failures_left = 2
        sources = self

        class Handler(_Handler):
            fake = sources

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def serve(self) -> None:
        """Serve until interrupted."""
        try:
            self._server.serve_forever()
        finally:
            self._server.server_close()

    def body(self, path: str) -> tuple[str, bytes] | None:
        """Return the content type and body of a well-behaved path."""
        if path.startswith("/nav/feedentry/"):
            found = [ad for ad in self.ads if ad.id == path.rsplit("/", 1)[1]]
            return _json(samples.nav_ad(found[-1])) if found else None
        if path.startswith("/nav/feed"):
            return self._feed(path)
        make = _BODIES.get(path)
        return make(self.ads) if make else None

    def _feed(self, path: str) -> tuple[str, bytes] | None:
        number = path.removeprefix("/nav/feed").removeprefix("/") or "0"
        start = int(number) * PAGE_SIZE if number.isdigit() else -1
        if not 0 <= start <= len(self.ads):
            return None
        more = start + PAGE_SIZE < len(self.ads)
        following = f"/nav/feed/{int(number) + 1}" if more else None
        return _json(samples.nav_page(self.ads[start : start + PAGE_SIZE], following))


def _json(value: object) -> tuple[str, bytes]:
    return "application/json", json.dumps(value, ensure_ascii=False).encode()


def _postings(ads: Sequence[SampleAd]) -> bytes:
    return samples.json_lines(samples.job_posting(ad) for ad in ads).encode()


_BODIES: dict[str, Callable[[Sequence[SampleAd]], tuple[str, bytes]]] = {
    "/jobposting.jsonl": lambda ads: ("application/x-ndjson", _postings(ads)),
    "/jobposting.jsonl.gz": lambda ads: (
        "application/gzip",
        gzip.compress(_postings(ads), mtime=0),
    ),
    "/jobposting.json": lambda ads: _json({"@graph": [samples.job_posting(ad) for ad in ads]}),
    "/jobposting.html": lambda ads: ("text/html", samples.html_page(ads).encode()),
    "/jobnet.json": lambda ads: _json(
        {"TotalResultCount": len(ads), "JobPositionPostings": [samples.jobnet_ad(a) for a in ads]}
    ),
    "/eures.xml": lambda ads: ("application/xml", samples.xml_document(ads).encode()),
    "/rows.jsonl": lambda ads: (
        "application/x-ndjson",
        samples.json_lines(samples.trend_row(ad) for ad in ads).encode(),
    ),
    "/rows.csv": lambda ads: ("text/csv", samples.csv_text(ads).encode()),
    "/bomb.xml": lambda _ads: ("application/xml", _XML_BOMB.encode()),
    "/loop": lambda ads: _json(samples.nav_page(ads[:0], "/loop")),
}


class _Handler(BaseHTTPRequestHandler):
    fake: FakeSources
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.fake.requests.append((self.path, dict(self.headers)))
        if path in self.fake.pages:
            status, text = self.fake.pages[path]
            self.answer(status, text.encode(), Location=text)
            return
        trouble = _TROUBLE.get(path)
        if trouble:
            trouble(self)
            return
        found = self.fake.body(path)
        if found is None:
            self.answer(404, b"")
            return
        kind, body = found
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == etag:
            self.answer(304, b"", ETag=etag)
        else:
            self.answer(200, body, **{"Content-Type": kind, "ETag": etag})

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def slow(self) -> None:
        """Send a byte now and then, without end."""
        self.send_response(200)
        self.end_headers()
        self.close_connection = True
        try:
            for _ in range(600):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            return  # the client had enough

    def half(self) -> None:
        """Promise more than is sent."""
        body = _postings(self.fake.ads)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2])
        self.close_connection = True

    def flaky(self) -> None:
        """Fail twice and then answer."""
        if self.fake.failures_left:
            self.fake.failures_left -= 1
            self.answer(503, b"", **{"Retry-After": "2"})
        else:
            self.answer(200, _postings(self.fake.ads))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""


_TROUBLE: dict[str, Callable[[_Handler], None]] = {
    "/slow": _Handler.slow,
    "/half": _Handler.half,
    "/flaky": _Handler.flaky,
    "/down": lambda handler: handler.answer(500, b""),
    "/moved": lambda handler: handler.answer(302, b"", Location="/jobposting.jsonl"),
    "/private": lambda handler: handler.answer(302, b"", Location="http://10.0.0.1/secret"),
    "/local": lambda handler: handler.answer(302, b"", Location="http://localhost:1/secret"),
    "/around": lambda handler: handler.answer(302, b"", Location="/around"),
}


def main() -> None:
    """Run the fake sources until interrupted."""
    parser = argparse.ArgumentParser(description="Serve made-up job advertisements.")
    parser.add_argument("--port", type=int, default=8790)
    fake = FakeSources(port=parser.parse_args().port)
    print(f"Serving {len(fake.ads)} advertisements at {fake.url}/jobposting.jsonl")  # noqa: T201
    try:
        fake.serve()
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
