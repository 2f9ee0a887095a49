# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Search in law text: `./jobunivers bench law FOLDER [--queries FILE] [--json FILE]`.

The folder holds documents.jsonl and provisions.jsonl; they are brought into a scratch database, and
again, which must change nothing. Each query is a provision whose citation was masked; the paragraph
it cites is to be found, by the same search that the page uses. The provision itself, which is in
the collection too, is left out, with what it says of others: it would give the answer away.

What the search weighs was chosen on the first half of the queries (by their document); the second
half tells how it does on others.
"""

import argparse
import json
import sys
import time
import zlib
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import _month  # noqa: E402

NOW = datetime(2026, 11, 26, 4, tzinfo=UTC)
DEPTH = 12


def bring_in(folder: Path) -> tuple[dict[str, int], dict[str, float]]:
    """Import twice; return the second run's counts and the processor seconds of both."""
    from jobunivers.integrations.law import jsonl
    from jobunivers.rooms.law import actions

    seconds, counts = {}, {}
    documents, provisions = jsonl.files_of(folder)
    for name in ("first", "again"):
        began = time.process_time()
        with documents.open("rb") as first, provisions.open("rb") as second:
            summary = actions.import_law(
                documents=jsonl.read_documents(first),
                provisions=jsonl.read_provisions(second),
                source=folder.name,
                at=NOW,
            )
        seconds[f"import_{name}_python_s"] = round(time.process_time() - began, 2)
        counts = summary.counts()
        print(f"  {name:6} {counts}", flush=True)
    return counts, seconds


def own_provision(query: dict[str, object]) -> int:
    """Return the provision that a query was made from; 0 when it was not brought in."""
    from jobunivers.rooms.law.models import Provision

    source, _space, place = str(query["source"]).partition(" ")
    year, number = source.split(":")
    rows = Provision.objects.filter(
        document__year=year, document__number=number, reference=place.rsplit(" ", 1)[-1]
    )
    return rows.values_list("pk", flat=True).first() or 0


def found(query: dict[str, object]) -> list[tuple[str, str]]:
    """Return the paragraphs that the search gives for a query: document's id and section.

    The provision it was made from is left out, with every word it says of what it cites: that
    would give the answer away.
    """
    from jobunivers.rooms.law import queries

    hits = queries.law_search(str(query["query"]), limit=DEPTH, apart=own_provision(query))
    return [("{1}:{0}".format(*one.document.split()[1].split("/")), one.section) for one in hits]


def half_of(query: dict[str, object]) -> int:
    """Return in which half a query is: all that one document says is in the same."""
    return zlib.crc32(str(query["source"]).split()[0].encode()) % 2


def recall(queries: list[dict[str, object]]) -> dict[str, float]:
    """Return in what share of the queries a cited paragraph is first, and among the first five."""
    first = five = 0
    began = _month.processor_seconds()
    for query in queries:
        targets = {(one["law_id"], one["section"]) for one in query["targets"]}  # type: ignore[attr-defined]
        hits = found(query)
        first += bool(hits) and hits[0] in targets
        five += any(hit in targets for hit in hits[:5])
    return {
        "queries": len(queries),
        "recall_at_1": round(first / max(1, len(queries)), 3),
        "recall_at_5": round(five / max(1, len(queries)), 3),
        "processor_ms_each": round(
            (_month.processor_seconds() - began) / max(1, len(queries)) * 1000, 1
        ),
    }


def main() -> None:
    """Measure and say."""
    parser = argparse.ArgumentParser(prog="./jobunivers bench law")
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--queries", type=Path, help="JSON lines; else FOLDER/citation_queries_dev.jsonl"
    )
    parser.add_argument("--json", type=Path, help="write the figures here")
    said = parser.parse_args()
    path = said.queries or said.folder / "citation_queries_dev.jsonl"
    queries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    with _month.scratch():
        counts, seconds = bring_in(said.folder)
        figures: dict[str, object] = {**seconds, **recall(queries)}
        for half in (0, 1):
            figures[f"half_{half + 1}"] = recall([one for one in queries if half_of(one) == half])
        figures["changed_by_second_run"] = counts["changed"]
    print(json.dumps(figures, indent=1))
    if said.json:
        said.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
