"""`make bench`: changes of the indicator and the first paint, ours beside a bare Streamlit app and the tutorial way."""

from __future__ import annotations

import statistics
import sys
import tempfile
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import cases
from bench.cases import Case
from bench.document import put
from bench.machine import described
from bench.measure import Change, Subject, Summary, clocked_context, launch
from bench.report import FirstPaint, Row, Target, first_paint_lines, lines, sections
from scripts.app_server import ROOT, Server
from scripts.ensure_chromium import chromium

ROUNDS, CHANGES_A_ROUND, STARTS = 8, 4, 3


def main() -> int:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = launch(playwright, chromium())
        machine = described(f"Chromium {browser.version} (headless)")
        bare, ours, large = cases.bare(), cases.ours_35(folder), cases.ours_10997(folder)
        compared = [
            (bare, None),
            (ours, Target(kilobytes=12, ratio=1.5)),
            (cases.ours_540(folder), Target(kilobytes=40, ratio=2)),
            (large, Target(kilobytes=250, ratio=3)),
            (cases.tutorial_35(), None),
            (cases.tutorial_540(folder), None),
        ]
        changes = measure_changes([case for case, _ in compared], browser, folder)
        summaries = [Summary.of(found) for found in changes]
        rows = [Row(case.name, summary, target) for (case, target), summary in zip(compared, summaries, strict=True)]
        table = lines(rows, bare=summaries[0])
        first = FirstPaint(STARTS, *(first_paint(case, browser, folder) for case in (bare, ours, large)))
        browser.close()
    print(machine, *table, *first_paint_lines(first), sep="\n")
    put(ROOT / "docs" / "performance.md", sections(table, first, machine, ROUNDS * CHANGES_A_ROUND))
    return 0


def measure_changes(compared: list[Case], browser: Browser, folder: Path) -> list[list[Change]]:
    """The changes of every case. Rounds go through the cases in turn, so that a slow moment of the machine hits all."""
    changes: list[list[Change]] = [[] for _ in compared]
    with ExitStack() as stack:
        subjects = [_opened(case, browser, folder, stack) for case in compared]
        choices = [cycle(_options(case, subject)) for case, subject in zip(compared, subjects, strict=True)]
        for _ in range(ROUNDS):
            for found, subject, choice in zip(changes, subjects, choices, strict=True):
                subject.page.bring_to_front()
                subject.change(next(choice))  # not counted: wakes a page that was in the background
                found += [subject.change(next(choice)) for _ in range(CHANGES_A_ROUND)]
    return changes


def _opened(case: Case, browser: Browser, folder: Path, stack: ExitStack) -> Subject:
    """The case's page, on its own server."""
    print(f"{case.name} …", file=sys.stderr)
    server = stack.enter_context(Server(case.command, case.port, folder / f"{case.port}.log", case.env))
    subject = Subject(stack.enter_context(clocked_context(browser)).new_page(), case.marks, case.areas)
    subject.open(server.url + case.path)
    return subject


def _options(case: Case, subject: Subject) -> list[str]:
    """The options to choose in turn, each of them shown once before."""
    chosen = subject.chosen()
    options = [option for option in case.options if option != chosen]
    for option in options:
        subject.change(option)
    return options


def first_paint(case: Case, browser: Browser, folder: Path) -> float:
    """Seconds from the start of the server process to the first paint in a browser without cache; median of several."""
    return statistics.median(_first_paint(case, browser, folder) for _ in range(STARTS))


def _first_paint(case: Case, browser: Browser, folder: Path) -> float:
    with Server(case.command, case.port, folder / "start.log", case.env) as server, clocked_context(browser) as context:
        subject = Subject(context.new_page(), case.marks, case.areas)
        return subject.first_shown(server.url + case.path) / 1000 - server.started


if __name__ == "__main__":
    sys.exit(main())
