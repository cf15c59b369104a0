"""Word-level differences: what a page shows as deleted, inserted and kept."""

from hypothesis import given
from hypothesis import strategies as st

from agenda.follow_through.differences import Change, Run, word_differences

WORDS = st.lists(st.sampled_from("That the fee be £40 £45 from 1 April May.".split()))


def test_an_added_condition_is_one_insertion() -> None:
    assert word_differences(
        "A further report be presented in 12 months.",
        "That a further report be presented in 12 months, if the Chair agrees.",
    ) == (
        Run(Change.INSERTED, "That"),
        Run(Change.KEPT, "a further report be presented in 12 months,"),
        Run(Change.INSERTED, "if the Chair agrees."),
    )


def test_a_changed_word_is_shown_beside_what_it_replaces() -> None:
    assert word_differences("That the fee be £40.", "That the fee be £45.") == (
        Run(Change.KEPT, "That the fee be"),
        Run(Change.DELETED, "£40."),
        Run(Change.INSERTED, "£45."),
    )


def test_changes_that_one_word_parts_are_shown_as_one() -> None:
    runs = word_differences("the old mill be sold off", "the new mill was sold off")
    assert [run.change for run in runs] == [
        Change.KEPT,
        Change.DELETED,
        Change.INSERTED,
        Change.KEPT,
    ]


def test_the_same_text_is_one_kept_run() -> None:
    assert word_differences("That it be noted", "that it be noted.") == (
        Run(Change.KEPT, "that it be noted."),
    )


@given(WORDS, WORDS)
def test_each_side_can_be_read_off_the_runs(one: list[str], other: list[str]) -> None:
    runs = word_differences(" ".join(one), " ".join(other))
    assert _without(runs, Change.INSERTED) == _bare(one)
    assert " ".join(run.text for run in runs if run.change != Change.DELETED) == " ".join(other)


def _without(runs: tuple[Run, ...], change: Change) -> list[str]:
    return _bare(word for run in runs if run.change != change for word in run.text.split())


def _bare(words) -> list[str]:
    return [word.casefold().strip(".") for word in words]
