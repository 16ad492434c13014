"""The set-up's first step says in a sentence what is missing. Nothing is installed here."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "make_venv.sh"


def fake_python(path: Path, version: str, has_venv: bool) -> None:
    """Answers the script's questions like a Python of this version."""
    minor = int(version.split(".")[1])
    path.write_text(
        "#!/bin/sh\n"
        'case "$*" in\n'
        f"*version_info*) exit {0 if minor >= 11 else 1} ;;\n"
        f'--version) echo "Python {version}" ;;\n'
        f"*ensurepip*) exit {0 if has_venv else 1} ;;\n"
        '*"-m venv"*) mkdir -p .venv/bin; echo "made by $0" > .venv/made ;;\n'
        "esac\n"
    )
    path.chmod(0o755)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with the script alone, and a path with the few programs that it needs."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "make_venv.sh").write_bytes(SCRIPT.read_bytes())
    (tmp_path / "bin").mkdir()
    for name in ("sh", "dirname", "rm", "mkdir"):
        found = next(folder / name for folder in (Path("/bin"), Path("/usr/bin")) if (folder / name).exists())
        (tmp_path / "bin" / name).symlink_to(found)
    return tmp_path


def run(house: Path, **env: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(house / "bin"), **env}
    command = [str(house / "bin" / "sh"), "scripts/make_venv.sh"]
    return subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, check=False)


def test_takes_the_first_python_that_is_new_enough(house: Path):
    fake_python(house / "bin" / "python3", "3.9.18", has_venv=True)
    fake_python(house / "bin" / "python3.12", "3.12.1", has_venv=True)
    done = run(house)
    assert done.returncode == 0, done.stderr
    assert "Python 3.12.1" in done.stdout
    assert "python3.12" in (house / ".venv" / "made").read_text()


def test_says_which_python_was_found_when_it_is_too_old(house: Path):
    fake_python(house / "bin" / "python3", "3.9.18", has_venv=True)
    done = run(house)
    assert done.returncode == 1
    assert "Python ab 3.11" in done.stderr
    assert "Python 3.9.18" in done.stderr


def test_says_so_when_there_is_no_python(house: Path):
    done = run(house)
    assert done.returncode == 1
    assert "gefunden wurde: keines" in done.stderr


def test_says_what_to_install_when_venv_is_missing(house: Path):
    fake_python(house / "bin" / "python3", "3.11.2", has_venv=False)
    done = run(house)
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr


def test_named_python_that_is_too_old_is_refused_by_name(house: Path):
    fake_python(house / "bin" / "python3", "3.12.1", has_venv=True)
    fake_python(house / "bin" / "old", "3.8.1", has_venv=True)
    done = run(house, PYTHON="old")
    assert done.returncode == 1
    assert "PYTHON=old" in done.stderr
    assert not (house / ".venv").exists()
