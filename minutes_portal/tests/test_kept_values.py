"""What many pages need is read once for each state of the record, and by the public alone."""

from collections.abc import Iterator

import pytest

from minutes_portal.kept_pages.values import forget, once_a_publication, publication
from minutes_portal.public_door.doors import public_door


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    forget()
    yield
    forget()


@pytest.fixture
def read():
    return iter(range(10)).__next__


@pytest.mark.django_db
def test_read_once_while_the_record_stays_as_it_is(read) -> None:
    with public_door(), publication(7):
        assert [once_a_publication("a", read) for _ in range(3)] == [0, 0, 0]
        assert once_a_publication("b", read) == 1


@pytest.mark.django_db
def test_read_again_when_the_record_has_changed(read) -> None:
    with public_door():
        for number in (7, 8, 7):
            with publication(number):
                once_a_publication("a", read)
        with publication(7):
            assert once_a_publication("a", read) == 2


@pytest.mark.django_db
def test_officers_and_pages_that_are_not_kept_read_anew(read) -> None:
    with public_door():
        assert [once_a_publication("a", read) for _ in range(2)] == [0, 1]
    with publication(7):
        assert [once_a_publication("a", read) for _ in range(2)] == [2, 3]
