"""`manage.py parse_documents`: what programs and people see of the reader."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from agenda.management.commands import parse_documents

from .samples import SAMPLES

PAGE = SAMPLES[0].text


def run(*arguments: str) -> tuple[str, str, CommandError | None]:
    out, err, failure = io.StringIO(), io.StringIO(), None
    try:
        call_command("parse_documents", *arguments, stdout=out, stderr=err)
    except CommandError as error:
        failure = error
    return out.getvalue(), err.getvalue(), failure


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "001.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_json_is_one_object_a_line(page: Path) -> None:
    out, err, failure = run("--json", str(page), str(page))
    found = [json.loads(line) for line in out.splitlines()]
    assert [(each["file"], each["page_kind"]) for each in found] == [("001.txt", "agenda_item")] * 2
    assert (err, failure) == ("", None)


def test_unreadable_files_are_named_and_the_others_still_printed(
    page: Path, tmp_path: Path
) -> None:
    recipe = tmp_path / "recipe.txt"
    recipe.write_text("Beat the butter.")
    out, err, failure = run("--json", str(tmp_path / "none.txt"), str(recipe), str(page))
    assert len(out.splitlines()) == 1
    assert "none.txt: There is no such file." in err
    assert "recipe.txt: This text has no sign of council minutes" in err
    assert str(failure) == "2 of 3 documents could not be read."


def test_a_person_gets_a_summary(page: Path) -> None:
    out, _, _ = run(str(page))
    assert "resolutions: 3" in out
    assert "No title is printed" in out


def test_no_line_of_a_page_is_unclaimed(page: Path) -> None:
    assert run("--unclaimed", str(page)) == ("", "", None)


def test_unclaimed_lines_are_named_and_fail(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse_documents, "unclaimed_lines", lambda text, document: [3])
    out, _, failure = run("--unclaimed", str(page))
    assert out == f"{page}:3: Agenda item\n"
    assert str(failure) == "Lines held by no record: 1."
