"""Reads what an officer uploads; whatever cannot be taken is refused by its name and with a reason."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from agenda.parsing.files import Found, SourceFile, UnreadableFile, read_source_files

MEGABYTE = 1024 * 1024
LARGEST_UPLOAD = 50 * MEGABYTE
LARGEST_REQUEST = 200 * MEGABYTE
MOST_DOCUMENTS = 1000
MOST_CHARACTERS = 100 * 1000 * 1000
LONGEST_ENDING = 20
CHUNK = 64 * 1024


class SizeLimit(FileUploadHandler):
    """Lets go of a file as soon as it is too large, and remembers it; the others go on."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.total = 0
        self.refused: list[UnreadableFile] = []

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.total += len(raw_data)
        if start + len(raw_data) > LARGEST_UPLOAD:
            self._refuse(f"The file is larger than {LARGEST_UPLOAD // MEGABYTE} MB. Split it.")
        if self.total > LARGEST_REQUEST:
            self._refuse(
                f"One upload takes {LARGEST_REQUEST // MEGABYTE} MB. Upload this file by itself."
            )
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers that keep it."""

    def _refuse(self, reason: str) -> None:
        self.refused.append(UnreadableFile(self.file_name, reason))
        raise SkipFile


def receive(request: HttpRequest, limit: SizeLimit) -> bool:
    """Read what is sent, to its end; whether it was little enough to be taken."""
    request.upload_handlers.insert(0, limit)
    try:
        return request.POST is not None
    except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent):
        # A browser shows no answer before it has sent everything.
        while request.read(CHUNK):
            pass
        return False


def read_uploads(files: Iterable[UploadedFile]) -> Iterator[Found]:
    """The documents in these files, zip archives opened, no more than one upload may hold."""
    with TemporaryDirectory(prefix="minutes-import-") as folder:
        yield from _within_limits(_read_each(files, Path(folder)))


def _read_each(files: Iterable[UploadedFile], folder: Path) -> Iterator[Found]:
    for number, file in enumerate(files):
        # The name given may be too long for a file, or mean something to the file system.
        path = folder / f"{number}{Path(file.name).suffix[:LONGEST_ENDING]}"
        with path.open("wb") as copy:
            copy.writelines(file.chunks())
        for found in read_source_files([path]):
            shown = found.name.replace(str(path), file.name, 1)
            yield _without_zeros(replace(found, name=shown))
        path.unlink()


def _without_zeros(found: Found) -> Found:
    """PostgreSQL stores no text with a zero character, which UTF-16 can hold."""
    if isinstance(found, SourceFile) and "\x00" in found.text:
        return UnreadableFile(found.name, "This is not text: it holds zero characters.")
    return found


def _within_limits(documents: Iterable[Found]) -> Iterator[Found]:
    characters = 0
    for number, found in enumerate(documents):
        characters += len(found.text) if isinstance(found, SourceFile) else 0
        if number >= MOST_DOCUMENTS or characters > MOST_CHARACTERS:
            yield UnreadableFile(
                found.name,
                f"One upload takes {MOST_DOCUMENTS} documents of {MOST_CHARACTERS // 1_000_000} "
                "million characters in all. Upload this one and those after it by themselves.",
            )
            return
        yield found
