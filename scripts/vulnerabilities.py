"""Asks a public database about known vulnerabilities of every locked package: `make vulnerabilities`.

pip-audit runs in an environment of its own, so nothing of it comes into .venv. Needs internet. Exit codes: 0 none
known, 1 some known, 2 not (all) asked.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCKED = ("requirements.txt", "requirements-dev.txt")
AUDIT = (
    "tool",
    "run",
    "pip-audit",
    "--disable-pip",
    "--no-deps",
    "--format=json",
    "--desc=off",
    "--progress-spinner=off",
)
NOBODY = (
    "Es konnte nicht gefragt werden, ob Pakete bekannte Sicherheitslücken haben: {why}\n"
    "Diese Prüfung braucht Internet. Auf einem Rechner ohne Internet hilft nur, denselben Ordner auf einem anderen mit "
    "Internet zu prüfen."
)
REMEDY = (
    "Abhilfe: „make lock“ schreibt neuere Fassungen fest, danach „make check“. Hilft das nicht, in requirements.in die "
    "Fassung ohne Lücke verlangen oder das Paket ersetzen."
)
CLEAN, KNOWN, NOT_ASKED = 0, 1, 2


def main(audit: Sequence[str] | None = None) -> int:
    """Runs pip-audit (`audit` replaces its command) and says what it found."""
    command = audit or [str(Path(sys.executable).with_name("uv")), *AUDIT]
    files = [f"--requirement={ROOT / name}" for name in LOCKED]
    try:
        done = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
        report = json.loads(done.stdout)
    except OSError as error:
        return _say([NOBODY.format(why=f"{error.filename} fehlt, bitte „make lint“ aufrufen.")], NOT_ASKED)
    except ValueError:
        return _say([NOBODY.format(why=_last_line(done.stderr))], NOT_ASKED)
    return _say(*told(report))


def told(report: dict[str, Any]) -> tuple[list[str], int]:
    """What pip-audit's report says, in sentences, and the exit code."""
    packages = report["dependencies"]
    unknown = [one["name"] for one in packages if "skip_reason" in one]
    found = [sentence for one in packages for sentence in _vulnerabilities(one)]
    if packages and len(unknown) == len(packages):
        return [NOBODY.format(why="Die Datenbank kennt kein einziges der Pakete.")], NOT_ASKED
    sentences = [*found, *([REMEDY] if found else [])]
    if unknown:
        sentences.append(f"Nicht geprüft, weil in der Datenbank unbekannt: {', '.join(sorted(unknown))}.")
    sentences.append(f"Geprüfte Pakete: {len(packages) - len(unknown)}, bekannte Sicherheitslücken: {len(found)}.")
    return sentences, KNOWN if found else NOT_ASKED if unknown else CLEAN


def _vulnerabilities(package: dict[str, Any]) -> Iterator[str]:
    for one in package.get("vulns", ()):
        names = ", ".join([one["id"], *one.get("aliases", ())])
        mended = ", ".join(one["fix_versions"]) or "noch in keiner Fassung"
        yield f"{package['name']} {package['version']}: {names}. Behoben in: {mended}."


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["keine Antwort"])[-1].strip()


def _say(sentences: Sequence[str], code: int) -> int:
    print("\n".join(sentences), file=sys.stdout if code == CLEAN else sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
