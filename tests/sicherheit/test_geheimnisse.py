"""No file of the repository holds a secret, and the file that will hold some is kept out of it."""

from __future__ import annotations

import math
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Written in parts, so that this file is no finding itself.
PATTERNS = {
    "privater Schlüssel": r"-----BEGIN [A-Z ]*PRIVATE KEY" + "-----",
    "Zugangsschlüssel einer Wolke": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "Token eines Dienstes": r"\b(?:gh[pousr]_|glpat-|github_pat_|xox[baprs]-|sk-|pypi-AgE)[\w-]{16,}",
    "JSON Web Token": r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}",
    "Kennwort in einer Adresse": r"\w\+?\w*://[^\s/:@{}<>\"']+:[^\s/@{}<>\"']+@",
    "zugewiesenes Geheimnis": r"(?i)\b\w*(?:password|passwd|kennwort|secret|token|api_?key)\w*[\"']?\s*[:=]\s*"
    r"[\"']([^\"'\s]{6,})[\"']",
}
# What examples and tests say where a secret would stand; each is recognised as made up by whoever reads it.
EXAMPLES = re.compile(
    r"geheim|beispiel|example|egal|erfunden|vom-?\s?anbieter|nur-für-diesen|lang und|:passwort@|\$\{|%\(|^sro_",
    re.IGNORECASE,
)
RANDOM = 3.6  # bits per character; words have less, random characters more


def findings(text: str) -> list[str]:
    """What in a text looks like a secret."""
    found = []
    for name, pattern in PATTERNS.items():
        for match in re.finditer(pattern, text):
            said = match[1] if match.re.groups else match[0]
            if EXAMPLES.search(said) or (match.re.groups and not _random(said)):
                continue
            found.append(f"{name}: {said[:12]}…")
    return found


def _random(text: str) -> bool:
    """A value that nobody would type as a name: mixed, and none of its characters stands out."""
    bits = -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values())
    return bits > RANDOM or (any(c.isdigit() for c in text) and any(c.isalpha() for c in text) and bits > 2.5)


def tracked() -> list[Path]:
    """Files under version control, and those that are about to be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN RSA PRIVATE " + "KEY-----",
        "AKIA" + "ABCDEFGHIJKLMNOP",
        "ghp_" + "a1B2c3D4e5F6g7H8i9J0",
        "eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJlMQ".replace("JI.", "JIUzI1NiIs.").replace("Ix.", "IxMjM0NTY3."),
        "postgresql+psycopg://sro:" + "hunter2@db.stadt.de/sro",
        'cookie_secret = "' + 'q8Zr2xW0pLk7vT5n"',
        "API_KEY: '" + "9f8e7d6c5b4a39281706'",
    ],
)
def test_a_secret_is_recognised(text: str) -> None:
    assert findings(text)


@pytest.mark.parametrize(
    "text",
    ['cookie_secret = "lang und zufällig"', 'token = "hidden"', "postgresql+psycopg://sozialraum:geheim@localhost/sro"],
)
def test_an_example_is_none(text: str) -> None:
    assert findings(text) == []


def test_no_tracked_file_holds_a_secret() -> None:
    files = tracked()
    assert ROOT / "README.md" in files
    found = []
    for path in files:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # pictures, tables of old kinds
        found += [f"{path.relative_to(ROOT)}: {one}" for one in findings(text)]
    assert found == []


@pytest.mark.parametrize(
    "name", [".streamlit/secrets.toml", "var/sro.sqlite", "var/profile/kita.yaml", ".venv/bin/python", "wheels/a.whl"]
)
def test_what_holds_secrets_or_data_stays_outside(name: str) -> None:
    ignored = subprocess.run(["git", "check-ignore", "--quiet", "--no-index", name], cwd=ROOT, check=False)
    assert ignored.returncode == 0
    assert ROOT / name not in tracked()
    assert not [one for one in tracked() if one.suffix in (".sqlite", ".key", ".pem", ".p12", ".env")]
