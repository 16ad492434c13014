"""What the documents show exists: commands, targets, links, variables. Each rule is tried on something wrong first."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from scripts.motive import MOTIVE
from sro.cli import COMMANDS, make_parser
from tests.docs.buecher import ANY_BLOCK, DOCUMENTS, ROOT, commands, mentioned_targets

MANUALS = [ROOT / "README.md", ROOT / "docs" / "betrieb.md"]
PICTURES = sorted(path for path in (ROOT / "docs" / "bilder").rglob("*") if path.is_file())
LARGEST_PICTURE = 120_000  # bytes
LONGEST_ARCHITECTURE = 200

PICTURE = re.compile(r"!\[([^\]]*)\]\(")
FEWEST_WORDS = 5
LINK = re.compile(r"\]\(([^)\s]+)\)")
SRO_NAME = re.compile(r"\bSRO_[A-Z_]+\b")
SETTING = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)
READ_IN_PYTHON = re.compile(r"environ(?:\.get\(|\[)\s*[\"']([A-Z_]+)[\"']")
READ_IN_MAKE = re.compile(r"^([A-Z_]+) \?=", re.MULTILINE)
READ_IN_SHELL = re.compile(r"\$\{([A-Z_]+):?-")


def sro_calls(text: str) -> list[list[str]]:
    """What follows `python -m sro`."""
    return [befehl.sro for befehl in commands(text) if befehl.sro]


def broken_links(text: str, folder: Path) -> list[str]:
    """Links to files that do not exist; addresses of other hosts are not followed."""
    targets = [unquote(link.partition("#")[0]) for link in LINK.findall(ANY_BLOCK.sub("", text)) if "://" not in link]
    return [target for target in targets if target and not (folder / target).exists()]


def targets(makefile: str) -> set[str]:
    return set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def read_variables() -> set[str]:
    """Environment variables that the product reads."""
    sources = [ROOT / "app.py", *(path for room in ("sro", "scripts") for path in (ROOT / room).rglob("*.py"))]
    found = {name for path in sources for name in READ_IN_PYTHON.findall(path.read_text(encoding="utf-8"))}
    found |= set(READ_IN_MAKE.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    scripts = (ROOT / "scripts").glob("*.sh")
    return found | {name for path in scripts for name in READ_IN_SHELL.findall(path.read_text(encoding="utf-8"))}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_commands_are_found_in_blocks_with_and_without_prompt() -> None:
    plain, yaml = "```sh\nA=1 make run B=2 # so\n\nls\n```\n", "```yaml\nmake x\n```\n"
    text = plain + "```console\n$ python -m sro demo\nmake nothing\n```\n" + yaml
    found = list(commands(text))
    assert [befehl.worte for befehl in found] == [["make", "run", "B=2"], ["ls"], ["python", "-m", "sro", "demo"]]
    assert (found[0].umgebung, found[2].ausgabe) == ({"A": "1"}, ("make nothing",))
    assert sro_calls(text) == [["demo"]]
    assert mentioned_targets(text + "and `make test CHROMIUM=x`, make love") == {"run", "test"}


def test_broken_links_are_found() -> None:
    assert broken_links("[a](Makefile#x) [b](no.md) ![c](no.png) [d](https://example.org/no) [e](#f)", ROOT) == [
        "no.md",
        "no.png",
    ]


@pytest.mark.parametrize("wrong", [["demo", "--nein"], ["import"], ["datenstand", "weg"], ["geodata", "import", "x"]])
def test_wrong_calls_are_refused(wrong: list[str]) -> None:
    with pytest.raises(SystemExit):
        make_parser(wrong[:1]).parse_args(wrong)


def test_there_is_something_to_check() -> None:
    """Otherwise the rules below would hold for nothing."""
    assert set(MANUALS) <= set(DOCUMENTS)
    assert {"run", "test", "check"} <= mentioned_targets(MANUALS[0].read_text(encoding="utf-8"))
    shown = [call[0] for path in DOCUMENTS for call in sro_calls(path.read_text(encoding="utf-8"))]
    assert set(shown) >= COMMANDS.keys()
    assert {"SRO_VAR", "PORT", "CHROMIUM", "PYTHON"} <= read_variables()


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_make_target_exists(path: Path) -> None:
    known = targets((ROOT / "Makefile").read_text(encoding="utf-8"))
    assert mentioned_targets(path.read_text(encoding="utf-8")) <= known


@pytest.mark.parametrize(
    "call", [call for path in DOCUMENTS for call in sro_calls(path.read_text(encoding="utf-8"))], ids=" ".join
)
def test_every_call_of_the_command_line_is_understood(call: list[str]) -> None:
    assert callable(make_parser(call[:1]).parse_args(call).func)


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    assert broken_links(path.read_text(encoding="utf-8"), path.parent) == []


@pytest.mark.parametrize("path", MANUALS, ids=named)
def test_manuals_name_every_variable_of_ours(path: Path) -> None:
    ours = {name for name in read_variables() if name.startswith("SRO_")}
    assert set(SETTING.findall(path.read_text(encoding="utf-8"))) >= ours


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_documents_name_no_variable_that_nobody_reads(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(SRO_NAME.findall(text)) | set(SETTING.findall(text)) <= read_variables()


@pytest.mark.parametrize("path", PICTURES, ids=named)
def test_pictures_are_small_shown_and_renewable(path: Path) -> None:
    assert path.stat().st_size < LARGEST_PICTURE
    assert any(path.name in document.read_text(encoding="utf-8") for document in DOCUMENTS)
    assert path.stem in {motiv.name for motiv in MOTIVE}


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_pictures_have_a_sentence(path: Path) -> None:
    """For whoever does not see them: what the picture says, not what it is of."""
    sentences = PICTURE.findall(path.read_text(encoding="utf-8"))
    assert [sentence for sentence in sentences if len(sentence.split()) < FEWEST_WORDS] == []


def test_architecture_stays_short() -> None:
    assert len((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").splitlines()) <= LONGEST_ARCHITECTURE


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
