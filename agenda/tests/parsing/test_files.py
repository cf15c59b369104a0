import zipfile
from pathlib import Path

import pytest

from agenda.parsing.files import LARGEST, SourceFile, UnreadableFile, read_source_files


def read_bytes(folder: Path, name: str, data: bytes) -> SourceFile | UnreadableFile:
    path = folder / name
    path.write_bytes(data)
    return next(read_source_files([path]))


def zip_of(folder: Path, members: dict[str, bytes]) -> Path:
    path = folder / "pages.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        "Item “Q” – £2".encode(),
        b"\xef\xbb\xbf" + "Item “Q” – £2".encode(),
        "Item “Q” – £2".encode("utf-16"),
        b"\xfe\xff" + "Item “Q” – £2".encode("utf-16-be"),
        "Item “Q” – £2".encode("windows-1252"),
    ],
)
def test_text_is_decoded(tmp_path: Path, data: bytes) -> None:
    assert read_bytes(tmp_path, "a.txt", data) == SourceFile(
        str(tmp_path / "a.txt"), "Item “Q” – £2"
    )


def test_line_endings_stay_as_they_are(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.txt", b"one\r\ntwo\r").text == "one\r\ntwo\r"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n", "empty"),
        ("a.txt", b"abc\x00def", "zero bytes"),
        ("a.txt", b"%PDF-1.7 ...", "a PDF"),
        ("a.txt", b"PK\x03\x04...", "Word document"),
        ("a.txt", b"\xd0\xcf\x11\xe0...", "old Word document"),
        ("a.html", b"\x89PNG\r\n", "a picture"),
        ("a.txt", b"\x81\x8d\x8f", "neither UTF-8 nor Windows-1252"),
        ("a.pdf", b"%PDF-1.7", ".pdf are not read"),
        ("a", b"words", "without an ending"),
        ("a.html", b"<script>1</script>", "holds no text"),
        ("a.zip", b"no archive", "damaged"),
    ],
)
def test_other_files_are_refused_with_reason_and_remedy(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    refused = read_bytes(tmp_path, name, data)
    assert isinstance(refused, UnreadableFile)
    assert refused.name == str(tmp_path / name)
    assert reason in refused.reason
    assert refused.reason.endswith(".")


def test_missing_and_large_files_are_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    found = list(read_source_files([tmp_path / "none.txt", large]))
    assert ["no such file" in found[0].reason, "larger than 20 MB" in found[1].reason] == [
        True,
        True,
    ]


def test_folders_are_walked_in_sorted_order_past_other_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/1.HTML", "b/labels.json", ".hidden.txt", "c.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    found = [(Path(f.name).name, isinstance(f, SourceFile)) for f in read_source_files([tmp_path])]
    assert found == [("a.txt", True), ("c.docx", False), ("1.HTML", True), ("2.txt", True)]


def test_archives_are_read_by_member(tmp_path: Path) -> None:
    path = zip_of(tmp_path, {"b.txt": b"two", "a/a.txt": b"one", "notes.json": b"{}", "c.txt": b""})
    found = list(read_source_files([path]))
    assert found[:2] == [SourceFile(f"{path}/a/a.txt", "one"), SourceFile(f"{path}/b.txt", "two")]
    assert [f.name for f in found[2:]] == [f"{path}/c.txt"]


@pytest.mark.parametrize("name", ["../a.txt", "/a.txt", "b/../../a.txt", "..\\a.txt", "C:\\a.txt"])
def test_climbing_paths_are_refused(tmp_path: Path, name: str) -> None:
    found = list(read_source_files([zip_of(tmp_path, {name: b"words"})]))
    assert [f.reason for f in found] == [
        "Its path leads out of the archive. Make the archive anew."
    ]


def test_archive_bombs_are_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path, {"a.txt": b"a" * 5_000_000, "b.txt": b"a" * (LARGEST + 1)})
    found = list(read_source_files([path]))
    assert len(found) == 1
    assert "far more than its size" in found[0].reason
