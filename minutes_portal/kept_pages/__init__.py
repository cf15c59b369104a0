"""Public pages that were made are kept, and sent again until anything public may have changed.

publication.py   the number of the state that the record is in, raised by every change of it
release.py       the mark of the code and the look that pages are made with
values.py        what many pages need, read once for each state
tags.py          pieces of pages that are made once for each state
middleware.py    keeps the pages, and answers those who have the newest already
"""
