"""The facts file: read whole, or refused with the key and the remedy."""

from datetime import date

import pytest

from agenda.facts import NO_FACTS, BadFacts, DocumentFacts, read_facts


def write(folder, text):
    (folder / "facts.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_without_the_file_has_no_facts(tmp_path):
    assert read_facts(tmp_path) == NO_FACTS
    assert read_facts(tmp_path).of("a.txt") == DocumentFacts()


def test_facts_are_found_by_file_name(tmp_path):
    folder = write(
        tmp_path,
        '[committees."Licensing Panel"]\nkind = "regulatory"\n'
        '[documents."a.txt"]\naddress = "https://example.org/1"\nheld_on = 2020-02-29\n'
        'held_on_basis = "stated"\n',
    )
    facts = read_facts(folder).of("a.txt")
    assert facts.address == "https://example.org/1"
    assert facts.meeting.held_on == date(2020, 2, 29)
    assert facts.committees == {"Licensing Panel": "regulatory"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[documents", "facts.toml"),
        ('[document."a.txt"]', "document"),
        ('[documents."a.txt"]\nheld = 2020-01-01', "held"),
        ('[documents."a.txt"]\nheld_on = "tomorrow"\nheld_on_basis = "stated"', "held_on"),
        ('[documents."a.txt"]\ncommittee = "Executive"', "committee_basis"),
        (
            '[documents."a.txt"]\ncommittee = "Executive"\ncommittee_basis = "inferred"',
            "committee_evidence",
        ),
        ('documents = "none"', "documents"),
        ('[committees]\nExecutive = "executive"', "Executive"),
        ('[committees."Executive"]\nkind = "exec"', "kind"),
    ],
)
def test_a_fault_is_named(tmp_path, text, named):
    with pytest.raises(BadFacts, match=named):
        read_facts(write(tmp_path, text))
