"""Files of our own: written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_whole(texts: Mapping[Path, str]) -> tuple[Path, ...]:
    """Writes each text (UTF-8) to its file in place of what is there; a reader sees the old file or the new one.

    Where one cannot be written, for instance because the disk is full, none is changed and nothing is left behind;
    OSError.
    """
    drafts: dict[Path, Path] = {}
    try:
        for path, text in texts.items():
            drafts[path] = _draft(path)
            _fill(drafts[path], text)
        for path, draft in drafts.items():
            draft.replace(path)
    except BaseException:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
        raise
    return tuple(texts)


def _draft(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".neu")
    os.close(handle)
    return Path(name)


def _fill(draft: Path, text: str) -> None:
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())  # a full disk may say so only now
    draft.chmod(0o644)
