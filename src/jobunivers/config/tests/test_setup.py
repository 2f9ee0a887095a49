# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The set-up's decisions; whole set-ups, which need a network, are in tests/system."""

import errno
import os
import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from jobunivers.config.problem import Problem, of_the_disk
from jobunivers.config.setup import catalogues, packages, pages
from jobunivers.config.setup.place import Place, Progress
from jobunivers.config.setup.stamps import Stamps, digest_of

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (tmp_path / "requirements").mkdir()
    for name in ("runtime", "develop"):
        (tmp_path / "requirements" / f"{name}.lock").write_text(f"{name}==1 --hash=sha256:0\n")
    (tmp_path / ".jobunivers").mkdir()
    return Place(tmp_path)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what would be installed, instead of fetching it."""
    noted: list[str] = []

    def make(place: Place) -> None:
        place.python.parent.mkdir(parents=True)
        place.python.write_text("#!/bin/sh\nexit 0\n")
        place.python.chmod(0o755)
        (place.venv / "lib/python3.11/site-packages").mkdir(parents=True)

    monkeypatch.setattr(packages, "_make", make)
    monkeypatch.setattr(packages, "_install", lambda _place, lock: noted.append(lock.stem))
    return noted


def test_what_only_measurements_need_is_installed_once_and_may_be_missing(
    place: Place, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = place.root / "requirements" / "measure.lock"
    lock.write_text("ray==2 --hash=sha256:0\n")
    packages.ensure(place, develops=True)
    assert packages.ensure_measuring(place) == ""
    assert packages.ensure_measuring(place) == ""
    assert installed == ["develop", "measure"]

    def nowhere(_place: Place, _lock: Path) -> None:
        raise Problem("no network")

    monkeypatch.setattr(packages, "_install", nowhere)
    lock.write_text("ray==3 --hash=sha256:0\n")
    assert packages.ensure_measuring(place) == "no network"


def test_a_stamp_holds_for_exactly_its_inputs(tmp_path: Path) -> None:
    stamps, source = Stamps(tmp_path / "stamps"), tmp_path / "source"
    source.write_text("one")
    stamps.finish("step", digest_of(files=[source]))
    assert stamps.holds("step", digest_of(files=[source]))

    source.write_text("two")

    assert not stamps.holds("step", digest_of(files=[source]))


def test_a_step_that_began_again_is_not_finished(tmp_path: Path) -> None:
    stamps = Stamps(tmp_path)
    stamps.finish("step", "same")

    stamps.begin("step")

    assert not stamps.holds("step", "same")


def test_packages_are_installed_once(place: Place, installed: list[str]) -> None:
    packages.ensure(place, develops=False)
    packages.ensure(place, develops=False)

    assert installed == ["runtime"]


def test_who_develops_can_also_run(place: Place, installed: list[str]) -> None:
    packages.ensure(place, develops=True)
    packages.ensure(place, develops=False)

    assert installed == ["develop"]


def test_a_changed_lock_is_installed(place: Place, installed: list[str]) -> None:
    packages.ensure(place, develops=False)
    (place.root / "requirements/runtime.lock").write_text("runtime==2 --hash=sha256:0\n")
    packages.ensure(place, develops=False)

    assert installed == ["runtime", "runtime"]


def test_an_interrupted_installation_begins_from_an_empty_environment(
    place: Place, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_place: Place, _lock: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(packages, "_install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            packages.ensure(place, develops=False)
    half = place.venv / "half-a-package"
    half.touch()

    packages.ensure(place, develops=False)

    assert not half.exists()
    assert installed == ["runtime"]


def test_a_project_that_was_moved_makes_its_environment_anew(
    place: Place, installed: list[str], tmp_path: Path
) -> None:
    packages.ensure(place, develops=False)
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for part in ("requirements", ".jobunivers", ".venv"):
        shutil.move(place.root / part, moved / part)
    (moved / ".venv" / "old").touch()

    packages.ensure(Place(moved), develops=False)

    assert not (moved / ".venv" / "old").exists()
    assert installed == ["runtime", "runtime"]


def test_the_source_is_on_the_environments_path(place: Place, installed: list[str]) -> None:
    packages.ensure(place, develops=False)

    [found] = place.venv.rglob("jobunivers.pth")
    assert found.read_text().strip() == str(place.root / "src")
    assert installed


def test_half_a_lock_is_refused_before_anything_is_fetched(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place.root / "requirements/runtime.in").write_text("# what runs it\nruntime\ndjango~=5.2\n")
    monkeypatch.setattr(packages, "_make", lambda _place: None)

    with pytest.raises(Problem, match=r"runtime\.lock is broken"):
        packages.ensure(place, develops=False)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("OSError: [Errno 28] No space left on device", "no space left on the disk"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "its hash differs"),
        ("ERROR: Hashes are required in --require-hashes mode", "is broken"),
        ("ERROR: Invalid requirement: '<<<<<<< HEAD'", "is broken"),
        (
            "WARNING: Retrying after NewConnectionError()\nERROR: No matching distribution found",
            "cannot reach the Python package index",
        ),
        ("ERROR: No matching distribution found for numpy==9", "has no numpy==9"),
        ("some noise\nERROR: something new\n", "something new"),
    ],
)
def test_what_pip_said_becomes_one_line(said: str, line: str) -> None:
    problem = str(packages.explain("requirements/runtime.lock", said))

    assert line in problem
    assert "\n" not in problem


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("npm error code ENOSPC", "no space left on the disk"),
        ("npm error code EINTEGRITY", "its hash differs"),
        ("npm error code EUSAGE\nnpm error `npm ci` can only", "package-lock.json is broken"),
        ("npm error code EJSONPARSE", "package-lock.json is broken"),
        ("npm error code ENOTFOUND", "cannot reach the npm registry"),
        ("npm error code E500\nnpm error odd", "npm error code E500"),
    ],
)
def test_what_npm_said_becomes_one_line(said: str, line: str) -> None:
    assert line in str(pages.explain_npm(said))


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (errno.ENOSPC, "no space left"),
        (errno.EDQUOT, "quota"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "no permission"),
    ],
)
def test_what_the_disk_refuses_is_one_line(number: int, line: str) -> None:
    problem = str(of_the_disk(OSError(number, os.strerror(number), "/somewhere")))

    assert line in problem
    assert "/somewhere" in problem


def test_a_catalogue_is_compiled_beside_its_source(tmp_path: Path) -> None:
    source = tmp_path / "django.po"
    source.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
                      'msgid "Søg job"\nmsgstr "Find a job"\n')  # fmt: skip

    compiled = polib.mofile(str(catalogues.compile_catalogue(source)))

    assert [(entry.msgid, entry.msgstr) for entry in compiled] == [("Søg job", "Find a job")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["django.mo", "django.po"]


def test_a_failing_program_hands_over_its_last_words(place: Place) -> None:
    assert place.run(["sh", "-c", "echo fine"]) == ""
    assert place.run(["sh", "-c", "echo first; echo last >&2; exit 3"]) == "first\nlast"
    assert place.run(["sh", "-c", "exit 3"]) == "it ended with 3"


def test_programs_of_the_setup_write_below_the_project(place: Place) -> None:
    environment = place.environment()

    for name in ("TMPDIR", "XDG_CACHE_HOME", "npm_config_cache"):
        assert environment[name].startswith(str(place.root))


def test_progress_is_plain_lines_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress("Doing it")
    progress.at("half")
    progress.done()

    assert capsys.readouterr().err == "· Doing it …\n"


def shell(*arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **({"PATH": path} if path else {})}
    command = ["/bin/sh", str(ROOT / "jobunivers"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def test_an_unknown_verb_is_answered_with_the_verbs_there_are() -> None:
    done = shell("dance")

    assert done.returncode == 2
    assert "no verb 'dance'" in done.stderr
    assert "usage: ./jobunivers {demo|" in done.stderr


def test_help_explains_every_verb() -> None:
    done = shell("--help")

    assert done.returncode == 0
    assert "demo" in done.stdout
    assert "restore" in done.stdout


def test_a_python_too_old_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "python3").write_text(
        '#!/bin/sh\ncase "$*" in *print*) echo 3.9;; *) exit 1;; esac\n'
    )
    (tmp_path / "python3").chmod(0o755)
    (tmp_path / "dirname").symlink_to(shutil.which("dirname") or "/usr/bin/dirname")

    done = shell("demo", path=str(tmp_path))

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Python 3.11 or newer is needed (found: 3.9)" in done.stderr


def test_static_files_are_collected_where_settings_look_for_them(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JOBUNIVERS_VAR", raising=False)
    for name in ("package-lock.json", "src/jobunivers/config/settings.py",
                 "src/jobunivers/foundation/ui/finders.py"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    collected: list[Path] = []

    def collect(place: Place, _command: list[str]) -> str:
        place.static.mkdir(parents=True, exist_ok=True)
        collected.append(place.static)
        return ""

    monkeypatch.setattr(Place, "run", collect)
    pages.ensure_static(place)
    monkeypatch.setenv("JOBUNIVERS_VAR", "elsewhere")
    pages.ensure_static(place)
    pages.ensure_static(place)

    assert collected == [tmp_path / ".jobunivers/static", tmp_path / "elsewhere/static"]
