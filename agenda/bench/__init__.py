"""Records made up for measuring: as many as are asked for, the same for the same seed.

vocabulary.py  words, as often as the sample documents use them
prose.py       titles, paragraphs, and what officers propose and members decide
timetable.py   which item belongs to which committee, meeting, day and subject
page.py        the text of a page, and where each piece of it stands
decisions.py   proposals, decisions, promises and actions of an item
items.py       one item as rows of tables
tables.py      the tables and their columns, as COPY takes them
generator.py   writes everything into an empty database
scratch.py     a database of its own for a measurement
timing.py      how long pages take, one beside another

Nothing of it is about real people or decisions. Only `generator`, `scratch` and `timing` know
Django.
"""
