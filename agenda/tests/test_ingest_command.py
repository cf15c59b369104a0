"""What the import command says, and what it does with files it cannot use."""

import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from agenda.ingest import ingest_batch
from agenda.management.commands import ingest_documents
from agenda.models import AgendaItem, SourceDocument

pytestmark = pytest.mark.django_db

BRADFORD = Path(__file__).parents[1] / "documents" / "bradford"


def run(capsys, *paths, **options) -> tuple[list[str], list[str]]:
    """The lines on standard output and on standard error."""
    try:
        call_command("ingest_documents", *map(str, paths), **options)
    except CommandError as error:
        output = capsys.readouterr()
        return output.out.splitlines(), [*output.err.splitlines(), str(error)]
    output = capsys.readouterr()
    return output.out.splitlines(), output.err.splitlines()


def test_a_folder_is_read_with_the_facts_beside_its_documents(capsys):
    lines, errors = run(capsys, BRADFORD, publish=True)
    assert ([line.split(": ")[1].split(".")[0] for line in lines], errors) == (["new"] * 3, [])
    assert AgendaItem.objects.public().exclude(meeting__committee=None).count() == 3


def test_a_second_run_says_that_nothing_changed(capsys):
    run(capsys, BRADFORD)
    lines, errors = run(capsys, BRADFORD)
    assert [line.split(": ")[1].split(".")[0] for line in lines] == ["unchanged"] * 3


def test_what_was_doubtful_is_said_with_its_line(capsys):
    lines, _ = run(capsys, BRADFORD)
    assert "doubtful: line 1: No title" in lines[0]


def test_files_that_cannot_be_used_are_named_and_the_others_go_in(capsys, tmp_path):
    good = shutil.copy(sorted(BRADFORD.glob("*.txt"))[0], tmp_path / "good.txt")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "cake.txt").write_text("Take two eggs.", encoding="utf-8")
    (tmp_path / "paper.txt").write_bytes(b"%PDF-1.4")
    _, errors = run(capsys, tmp_path, tmp_path / "nowhere.txt")
    named = [Path(error.split(":")[0]).name for error in errors[:-1]]
    assert sorted(named) == ["cake.txt", "empty.txt", "nowhere.txt", "paper.txt"]
    assert errors[-1] == "4 of 5 documents were not imported."
    assert SourceDocument.objects.get().name == Path(good).name


def test_a_folder_without_documents_is_an_error(capsys, tmp_path):
    _, errors = run(capsys, tmp_path)
    assert errors == ["No documents there. Name .txt or .html files, or their folder."]


def test_a_broken_facts_file_is_named(capsys, tmp_path):
    shutil.copytree(BRADFORD, tmp_path / "b")
    (tmp_path / "b" / "facts.toml").write_text("[documents", encoding="utf-8")
    _, errors = run(capsys, tmp_path / "b")
    assert "facts.toml" in errors[0]
    assert not SourceDocument.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_one_document_that_the_database_refuses_takes_no_other_with_it(capsys, monkeypatch):
    def refuse_the_second(documents, **options):
        if any("001_" in document.name for document in documents):
            raise DatabaseError("too long")
        return ingest_batch(documents, **options)

    monkeypatch.setattr(ingest_documents, "ingest_batch", refuse_the_second)
    _, errors = run(capsys, BRADFORD)
    assert "001_" in errors[0]
    assert "too long" in errors[0]
    assert SourceDocument.objects.count() == 2


def test_a_dry_run_says_what_it_would_do(capsys):
    lines, _ = run(capsys, BRADFORD, dry_run=True)
    assert "would be new" in lines[0]
    assert not SourceDocument.objects.exists()
