"""Finds source documents in files, folders and zip archives and decodes them.

Text is kept as decoded, line endings untouched, because spans count its characters. What cannot
be read is said in one sentence with its remedy; nothing is skipped silently but files in folders
and archives that are no documents at all.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .archives import Archive, ArchiveTooLarge, is_climbing
from .html import html_to_text

LARGEST = 20 * 1024 * 1024
TEXT_ENDINGS = (".txt",)
HTML_ENDINGS = (".html", ".htm")
_ENDINGS = (*TEXT_ENDINGS, *HTML_ENDINGS)
# Documents in forms the portal does not read: refused by name also within folders.
_OTHER_DOCUMENTS = (".pdf", ".doc", ".docx", ".rtf", ".odt", ".pages")
_SAVE_AS_TEXT = "Open it and save it as plain text (.txt) or as a web page (.html)."
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or a Word document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed archive"),
)
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A decoded document; `name` is its path as given, behind the archive's where it is in one."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class UnreadableFile:
    """A file that was not read; `reason` says why and what helps."""

    name: str
    reason: str


Found = SourceFile | UnreadableFile


class _Refused(Exception):
    """Why a file is not read."""


def read_source_files(paths: Iterable[str | Path]) -> Iterator[Found]:
    """The documents at `paths` one by one: files as named, folders walked in sorted order."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from _read_folder(path)
        else:
            yield from _read_path(path)


def decode(data: bytes) -> str:
    """Text from bytes: UTF-16 and UTF-8 by their marks, then UTF-8, then Windows-1252.

    Raises `ValueError` with a sentence for a person where the bytes are no text.
    """
    if not data.strip():
        raise ValueError("The file is empty. Check that it was saved or downloaded completely.")
    what = next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)
    if what:
        raise ValueError(f"This is {what}, whatever its name says. {_SAVE_AS_TEXT}")
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if marked is None and b"\x00" in data:
        raise ValueError(f"This is not text: it holds zero bytes. {_SAVE_AS_TEXT}")
    return _decode_as([marked] if marked else ["utf-8", "windows-1252"], data)


def _decode_as(encodings: list[str], data: bytes) -> str:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError(
        "The characters are neither UTF-8 nor Windows-1252, or the file is damaged. Save it again as UTF-8."
    )


def _read_folder(folder: Path) -> Iterator[Found]:
    for where, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            ending = Path(name).suffix.lower()
            if not name.startswith(".") and ending in (*_ENDINGS, *_OTHER_DOCUMENTS, ".zip"):
                yield from _read_path(Path(where) / name)


def _read_path(path: Path) -> Iterator[Found]:
    try:
        if path.suffix.lower() == ".zip" and path.is_file():
            yield from _read_archive(path)
        else:
            yield SourceFile(str(path), _text(path.name, _read_bytes(path)))
    except (_Refused, ValueError) as refusal:
        yield UnreadableFile(str(path), str(refusal))


def _read_bytes(path: Path) -> bytes:
    _check_ending(path.name)
    try:
        if path.exists() and not path.is_file():
            raise _Refused("This is no ordinary file. Name a .txt or .html file.")
        if path.stat().st_size > LARGEST:
            raise _Refused(_too_large())
        return path.read_bytes()
    except FileNotFoundError:
        raise _Refused("There is no such file. Check the path.") from None
    except OSError as error:
        raise _Refused(
            f"The file could not be opened ({error.strerror}). Check its permissions."
        ) from None


def _check_ending(name: str) -> None:
    ending = Path(name).suffix.lower()
    if ending not in _ENDINGS:
        shown = f"Files ending in {ending}" if ending else "Files without an ending"
        raise _Refused(f"{shown} are not read. {_SAVE_AS_TEXT}")


def _too_large() -> str:
    return f"The file is larger than {LARGEST // 1024 // 1024} MB. Split it into one file per page."


def _text(name: str, data: bytes) -> str:
    text = decode(data)
    if Path(name).suffix.lower() in HTML_ENDINGS:
        text = html_to_text(text)
        if not text.strip():
            raise _Refused("The web page holds no text. Save it again from the browser.")
    return text


def _read_archive(path: Path) -> Iterator[Found]:
    try:
        with Archive(path, LARGEST) as archive:
            found = False
            for name in archive.names():
                if Path(name).suffix.lower() in (*_ENDINGS, *_OTHER_DOCUMENTS, ".zip"):
                    found = True
                    yield _read_member(archive, f"{path}/{name}", name)
            if not found:
                yield UnreadableFile(
                    str(path), "The archive holds no .txt or .html files. Add some."
                )
    except ArchiveTooLarge as refusal:
        yield UnreadableFile(str(path), str(refusal))


def _read_member(archive: Archive, shown: str, name: str) -> Found:
    try:
        if is_climbing(name):
            raise _Refused("Its path leads out of the archive. Make the archive anew.")
        _check_ending(name)
        return SourceFile(shown, _text(name, archive.read(name)))
    except ArchiveTooLarge:
        raise
    except (_Refused, ValueError) as refusal:
        return UnreadableFile(shown, str(refusal))
