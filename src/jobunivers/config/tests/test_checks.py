# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import json
import sys
from pathlib import Path

import pytest

from jobunivers.config.commands import developing, headers, locks

HASH = "--hash=sha256:0"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "requirements"
    folder.mkdir()
    (folder / "runtime.in").write_text("# why\nDjango~=5.2  # pages\npsycopg[binary]\n")
    (folder / "develop.in").write_text("-r runtime.in\nruff\n")
    runtime = f"django==5.2.1 \\\n    {HASH}\npsycopg==3.3 ; python_version > '3' \\\n    {HASH}\n"
    (folder / "runtime.lock").write_text(runtime)
    (folder / "develop.lock").write_text(f"{runtime}ruff==1 \\\n    {HASH}\n")
    (folder / "measure.in").write_text("ray\n")
    (folder / "measure.lock").write_text(f"psycopg==3.3 \\\n    {HASH}\nray==2 \\\n    {HASH}\n")
    (tmp_path / "package.json").write_text(json.dumps({"dependencies": {"dkfds": "11"}}))
    packages = {"": {"dependencies": {"dkfds": "11"}}, "node_modules/dkfds": {"integrity": "x"}}
    (tmp_path / "package-lock.json").write_text(json.dumps({"packages": packages}))
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_locks_that_agree_are_fine(project: Path) -> None:
    assert locks.wrong(project) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("requirements/runtime.in", "psycopg", "numpy", "runtime.lock lacks numpy"),
        ("requirements/develop.lock", "django==5.2.1", "django==5.2.0", "develop.lock has django"),
        ("requirements/develop.lock", f"ruff==1 \\\n    {HASH}", "ruff==1", "ruff has no hash"),
        ("requirements/measure.lock", "psycopg==3.3", "psycopg==3.2", "measure.lock has psycopg"),
        ("requirements/measure.in", "ray", "faiss-cpu", "measure.lock lacks faiss-cpu"),
        ("package.json", "11", "12", "differs from package.json in dependencies"),
        ("package-lock.json", "integrity", "resolved", "node_modules/dkfds has no hash"),
    ],
)
def test_a_lock_that_does_not_hold_is_named(
    project: Path, file: str, old: str, new: str, line: str
) -> None:
    change(project / file, old, new)

    [found] = locks.wrong(project)

    assert line in found


def test_a_source_file_without_licence_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "src"
    folder.mkdir()
    (folder / "said.py").write_text(
        "# SPDX-FileCopyrightText: 2026 Somebody\n# SPDX-License-Identifier: EUPL-1.2\n"
    )
    (folder / "silent.css").write_text("body {}\n")

    assert headers.missing(tmp_path) == ["src/silent.css lacks the SPDX lines"]


def test_checks_run_beside_other_work_and_say_how_each_went(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def tools(code: int) -> dict[str, list[str]]:
        failing = f"print('line 7 is wrong'); raise SystemExit({code})"
        return {
            "style": [sys.executable, "-c", failing],
            "types": [sys.executable, "-c", "print('unasked')"],
        }

    monkeypatch.setattr(developing, "_tools", lambda: tools(1))
    begun = developing.Checks()
    assert capsys.readouterr().out == ""  # what goes on meanwhile is not talked over

    assert begun.tell() == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:3] == ["✗ style", "    line 7 is wrong", "✓ types"]

    monkeypatch.setattr(developing, "_tools", lambda: tools(0))
    monkeypatch.setattr(headers, "missing", lambda _root: [])
    monkeypatch.setattr(locks, "wrong", lambda _root: [])
    assert developing.check() == 0
