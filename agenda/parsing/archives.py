"""Reads zip archives without trusting what they say about themselves."""

import zipfile
import zlib
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import TracebackType
from typing import Self

_MOST_MEMBERS = 20_000
_LARGEST_TOTAL = 500 * 1024 * 1024
_HIGHEST_RATIO = 200
_SMALL = 1024 * 1024


class ArchiveTooLarge(Exception):
    """An archive that unpacks to more than can be meant; the message is for a person."""


def is_climbing(name: str) -> bool:
    """Whether a member's path would leave the folder it is unpacked in."""
    return (
        name.startswith(("/", "\\"))
        or bool(PureWindowsPath(name).drive)
        or ".." in PurePosixPath(name.replace("\\", "/")).parts
    )


class Archive:
    """An open zip archive, whose members may be `largest` bytes each."""

    def __init__(self, path: Path, largest: int) -> None:
        self.path, self.largest, self.total = path, largest, 0

    def __enter__(self) -> Self:
        try:
            self._zip = zipfile.ZipFile(self.path)
        except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
            raise ValueError("The zip archive is damaged. Make it anew.") from None
        if len(self._zip.infolist()) > _MOST_MEMBERS:
            self._zip.close()
            raise ArchiveTooLarge(f"The archive holds more than {_MOST_MEMBERS} files. Split it.")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def names(self) -> list[str]:
        """The members' paths in sorted order, without folders and hidden files."""
        names = (info.filename for info in self._zip.infolist() if not info.is_dir())
        return sorted({name for name in names if not _is_hidden(name)})

    def read(self, name: str) -> bytes:
        """A member's bytes. Raises `ValueError` for a person where it cannot be read."""
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise ValueError("It is protected by a password. Make the archive without one.")
        data = self._unpack(info)
        if len(data) > self.largest:
            raise ValueError(
                f"It is larger than {self.largest // 1024 // 1024} MB. Split it into one file per page."
            )
        if len(data) > _SMALL and len(data) > _HIGHEST_RATIO * max(1, info.compress_size):
            raise ArchiveTooLarge(
                "The archive unpacks to far more than its size. Make it anew with the documents alone."
            )
        self.total += len(data)
        if self.total > _LARGEST_TOTAL:
            raise ArchiveTooLarge(
                f"The archive unpacks to more than {_LARGEST_TOTAL // 1024 // 1024} MB. Split it."
            )
        return data

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        """The member's bytes, but one more than allowed at most, whatever its header says."""
        try:
            with self._zip.open(info) as member:
                return member.read(self.largest + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ):
            raise ValueError("It is damaged within the archive. Make the archive anew.") from None


def _is_hidden(name: str) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
    return hidden and not is_climbing(name)
