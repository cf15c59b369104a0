"""Records made up for measuring, and what is measured over them.

As many records as are asked for, the same for the same seed:

vocabulary.py  words, as often as the sample documents use them
prose.py       titles, paragraphs, and what officers propose and members decide
timetable.py   which item belongs to which committee, meeting, day and subject
page.py        the text of a page, and where each piece of it stands
decisions.py   proposals, decisions, promises and actions of an item
items.py       one item as rows of tables
tables.py      the tables, and the columns of them that are given
generator.py   writes everything into an empty database

Nothing of it is about real people or decisions. Of these only `generator` knows Django.

What `manage.py bench` measures over them:

scratch.py     a database of its own for a measurement
searches.py    what readers might search for, made from the records by a seed
servers.py     the portal and a bare Django view as servers; serving.py, settings.py, bare.py
client.py      asks for pages one after another; load.py as fast as they come
timing.py      how long pages take in this process, one beside another
shown.py       the numbers on a page of results; plain_sql.py what they should be
sqlite_copy.py the items as Datasette reads them
measures/      each of the measurements
run.py         what they share
figures.py     the table of what was measured and what was aimed at

What `manage.py bench_quality` asks of the search:

questions.py   what readers ask, and what must come: questions.toml
quality.py     asks it over the sample documents among made-up records
"""
