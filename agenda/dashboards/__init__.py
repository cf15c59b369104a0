"""Counts for the home page and the dashboards, each with the address of the list it counts.

scope.py      whose records are counted: the council's, or one committee's
bars.py       numbers as bars, drawn beside the table that says the same
decided.py    what members decided, by year
tasks.py      what is to be done, and by whom
waiting.py    which reports are to come back, and how late they are
durations.py  how long it takes from decision to done
views.py      the pages
"""
