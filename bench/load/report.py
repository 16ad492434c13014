"""What was found, in German, as sections of docs/performance.md; and whether it is what is wanted."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from bench.document import Section, table
from bench.load.soak import ALLOWED, STAY, STEP, Soak
from bench.load.stages import PAUSE, WARM_UP, Stage, memory_per_session, percentile
from sro.views.words import date, number

GOAL_SESSIONS, GOAL_RATIO = 50, 5
STAGE_HEAD = (
    "Prozesse",
    "Sitzungen",
    "Handlungen",
    "Fehler",
    "Median",
    "95 %",
    "zu einer Sitzung",
    "Ankunft",
    "Speicher",
    "je Sitzung mehr",
    "Kerne: Server",
    "Messung",
    "Übrige",
)
SOAK_HEAD = ("Zeit", "Speicher")

METHOD = f"""\
Jede Sitzung ist eine WebSocket-Verbindung, die Streamlits Protokoll spricht wie ein Browser: Sie holt bei der Ankunft
Seite, Skripte, Stil, Karte und Grenzen ohne Zwischenspeicher, liest die Bedienelemente aus dem, was der Server
schickt, und wählt alle {number(PAUSE)} s etwas anderes: Indikator, Jahr, Ebene oder Gebiet auf Karte, Zeitreihe,
Profil und Analyse, oder eine andere dieser Seiten. Gezeichnet wird nichts. Eine einzelne Sitzung handelt jede Sekunde,
damit genug zu zählen ist. Gemessen wird vom Absenden bis zum Ende des Laufs auf dem Server („Ankunft“: von der ersten
Datei bis zur ersten Seite, Median). Fehler sind: getrennte Verbindung, Fehlermeldung auf der Seite oder im Protokoll
des Servers, kein Ende nach 30 s, HTTP ab 400. Vor der ersten Stufe liest je Prozess eine Person {number(WARM_UP)} s
lang ohne Pause. Die Stufen eines Servers folgen aufeinander, niemand geht. Ein Prozess arbeitet auf SQLite, zwei auf
einer PostgreSQL; jede Sitzung bleibt bei ihrem Prozess. „Speicher“ ist der Arbeitsspeicher aller Prozesse der
Anwendung (RSS, ohne PostgreSQL). „Übrige“ sind alle anderen Programme des Rechners samt PostgreSQL."""

SOAK_METHOD = f"""\
Sitzungen wie unter „Last“; jede lebt etwa {number(STAY / 60, 1)} Minuten und wird dann durch eine neue ersetzt. Der
Speicher wird alle {number(STEP)} s abgelesen. Im ersten Drittel füllen sich noch Zwischenspeicher; verglichen wird das
letzte Drittel mit dem mittleren."""


def stages_section(found: Sequence[Sequence[Stage]], seconds: float, machine: str) -> Section:
    """All stages of all numbers of processes."""
    rows = [_row(stage, stages[0]) for stages in found for stage in stages]
    verdicts = [line for stages in found for line in (*_verdict_lines(stages), *_fault_lines(_all_faults(stages)))]
    body = [_measured(machine), "", *table(STAGE_HEAD, rows, 0), "", *verdicts, "", METHOD]
    return Section(f"Last ({number(seconds)} s je Stufe)", "\n".join(body))


def stages_verdict(stages: Sequence[Stage]) -> bool:
    """No errors, and where it was measured, many sessions at most so many times as slow as one."""
    goal = _goal(stages)
    return not _all_faults(stages) and (goal is None or goal.p95 <= GOAL_RATIO * stages[0].p95)


def soak_section(soak: Soak, machine: str) -> Section:
    last = len(soak.memory) - 1
    places = sorted({round(last * share / 6) for share in range(7)})
    rows = [(f"{number(soak.minutes[place], 1)} min", _megabytes(soak.memory[place])) for place in places]
    body = [_measured(machine), "", *table(SOAK_HEAD, rows, 0), "", *_soak_lines(soak), "", SOAK_METHOD]
    return Section(f"Dauerlauf ({number(soak.minutes[-1])} Minuten, {soak.sessions} Sitzungen)", "\n".join(body))


def soak_verdict(soak: Soak) -> bool:
    return not soak.faults and not soak.grows


def _soak_lines(soak: Soak) -> list[str]:
    word = "wächst" if soak.grows else "wächst nicht"
    share = f"{number(abs(soak.growth) * 100, 1)} % {'größer' if soak.growth > 0 else 'kleiner'}"
    return [
        f"{_processes(soak.processes, soak.database)}; {number(soak.came)} Sitzungen kamen, "
        f"{number(len(soak.seconds))} Handlungen, {len(soak.faults)} Fehler. "
        f"Median {_ms(percentile(soak.seconds, 50))}, 95 %: {_ms(percentile(soak.seconds, 95))}. "
        f"Kerne: Server {number(soak.cores.servers, 2)}, Messung {number(soak.cores.client, 2)}, "
        f"Übrige {number(soak.cores.others, 2)}.",
        *_fault_lines(soak.faults),
        "",
        f"Der Speicher {word}: Das letzte Drittel ist {share} als das mittlere, erlaubt sind "
        f"{number(ALLOWED * 100)} % mehr. "
        f"Die Gerade durch beide steigt um {number(soak.slope / 1e6, 1)} MB je Stunde.",
    ]


def _row(stage: Stage, alone: Stage) -> tuple[str, ...]:
    more = (
        (stage.memory - alone.memory) / (stage.sessions - alone.sessions) if stage.sessions > alone.sessions else None
    )
    return (
        str(stage.processes),
        str(stage.sessions),
        number(len(stage.seconds)),
        str(len(stage.faults)),
        _ms(stage.median),
        _ms(stage.p95),
        f"{number(stage.p95 / alone.p95, 1)} ×",
        f"{number(stage.arrival, 1)} s",
        _megabytes(stage.memory),
        f"{number(more / 1e6, 2)} MB" if more is not None else "",
        number(stage.cores.servers, 2),
        number(stage.cores.client, 2),
        number(stage.cores.others, 2),
    )


def _verdict_lines(stages: Sequence[Stage]) -> list[str]:
    first, goal = stages[0], _goal(stages)
    lines = [f"{_processes(first.processes, first.database)}:"]
    if len(stages) > 1:
        lines.append(
            f"Jede weitere Sitzung braucht {number(memory_per_session(stages) / 1e6, 2)} MB (Gerade durch alle Stufen)."
        )
    if goal and first.sessions == 1:
        word = "eingehalten" if stages_verdict(stages) else "verfehlt"
        lines.append(
            f"Ziel bei {GOAL_SESSIONS} Sitzungen: keine Fehler, 95 % höchstens {GOAL_RATIO} × einer einzelnen = "
            f"{_ms(GOAL_RATIO * first.p95)}, {word}."
        )
    return [f"- {' '.join(lines)}"]


def _goal(stages: Sequence[Stage]) -> Stage | None:
    return next((stage for stage in stages if stage.sessions == GOAL_SESSIONS), None)


def _all_faults(stages: Sequence[Stage]) -> list[str]:
    return [fault for stage in stages for fault in stage.faults]


def _fault_lines(faults: Sequence[str]) -> list[str]:
    return [f"  - {times} × {fault}" for fault, times in Counter(faults).most_common()]


def _processes(count: int, database: str) -> str:
    return f"{'Ein Prozess' if count == 1 else f'{count} Prozesse'} auf {database}"


def _measured(machine: str) -> str:
    return f"Gemessen am {date(dt.datetime.now(dt.UTC).date())} auf: {machine}."


def _ms(seconds: float) -> str:
    return f"{number(seconds * 1000)} ms"


def _megabytes(size: float) -> str:
    return f"{number(size / 1e6)} MB"
