# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our messages are checked by a program of another make: the standard's package for Node."""

import json
import subprocess
from datetime import UTC, datetime, timedelta

import pytest

from jobunivers.foundation.ui.checking import node
from jobunivers.integrations.webhooks import Told, new_secret, packed, signed
from jobunivers.testing import ROOT

TOLD = Told(
    id="msg_1",
    kind="offer.started",
    source="https://aarhus.example/oidc",
    at=datetime(2026, 11, 26, 9, tzinfo=UTC),
    subject="n9-æ",
    data={"kommune": "0751"},
)
_NODE = """
const { Webhook } = require(%s);
const secret = process.argv.at(-1);
const { body, headers } = JSON.parse(require("fs").readFileSync(0, "utf8"));
try { console.log(JSON.stringify(new Webhook(secret).verify(body, headers))); }
catch (error) { console.log(JSON.stringify({ refused: error.message })); }
"""


def told_by_node(secret: str, body: bytes, headers: dict[str, str]) -> dict[str, object]:
    library, program = ROOT / "node_modules/standardwebhooks/dist/index.js", node()
    if program is None or not library.exists():
        pytest.skip("Node or the package standardwebhooks is not installed: ./jobunivers check")
    sent = json.dumps({"body": body.decode(), "headers": headers})
    script = _NODE % json.dumps(str(library))
    done = subprocess.run(
        [program, "-e", script, "--", secret],
        input=sent,
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))


def test_a_message_is_taken_by_nodes_package_and_a_changed_one_is_not() -> None:
    secret, now = new_secret(), datetime.now(UTC)
    body = packed(TOLD)
    headers = signed(body, message_id="msg_1", at=now, secrets=[secret])

    assert told_by_node(secret, body, headers)["subject"] == "n9-æ"
    assert "refused" in told_by_node(secret, body.replace(b"0751", b"0461"), headers)
    assert "refused" in told_by_node(new_secret(), body, headers)
    old = signed(body, message_id="msg_1", at=now - timedelta(minutes=6), secrets=[secret])
    assert "refused" in told_by_node(secret, body, old)


def test_while_a_secret_is_exchanged_node_takes_either() -> None:
    new, before, now = new_secret(), new_secret(), datetime.now(UTC)
    body = packed(TOLD)
    headers = signed(body, message_id="msg_1", at=now, secrets=[new, before])
    assert [told_by_node(one, body, headers)["id"] for one in (new, before)] == ["msg_1"] * 2
