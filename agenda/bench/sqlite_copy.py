"""The public items as one SQLite table with a full-text index over it, for Datasette."""

import sqlite3
from pathlib import Path

from django.db import connection, transaction

from agenda.bench.run import Step

ROWS_A_BATCH = 1_000
ROWS = """
SELECT i.id, i.title, i.background, i.minutes,
    coalesce((SELECT string_agg(r.text, E'\\n' ORDER BY r.position)
        FROM agenda_resolution r WHERE r.item_id = i.id), ''),
    coalesce(c.slug, ''), coalesce(c.kind, ''),
    extract(year FROM m.held_on)::int, m.held_on::text,
    (SELECT coalesce(json_agg(DISTINCT outcome), '[]')::text FROM (
        SELECT outcome FROM agenda_resolution WHERE item_id = i.id
        UNION SELECT outcome FROM agenda_recommendation WHERE item_id = i.id) o
        WHERE outcome <> '')
FROM agenda_agendaitem i JOIN committees_meeting m ON m.id = i.meeting_id
    LEFT JOIN committees_committee c ON c.id = m.committee_id
WHERE i.publication_status = 'published'
"""
TABLE = """
CREATE TABLE items (id INTEGER PRIMARY KEY, title TEXT, background TEXT, minutes TEXT,
    resolutions TEXT, committee TEXT, kind TEXT, year INTEGER, held_on TEXT, outcomes TEXT);
"""
INDEXES = """
CREATE INDEX items_committee ON items (committee);
CREATE INDEX items_year ON items (year);
CREATE VIRTUAL TABLE items_fts USING fts5 (title, background, minutes, resolutions,
    content="items", content_rowid="id", tokenize="porter unicode61");
INSERT INTO items_fts (items_fts) VALUES ('rebuild');
ANALYZE;
"""
INSERT = f"INSERT INTO items VALUES ({', '.join('?' * 10)})"


def write(path: Path, step: Step) -> None:
    """Copy every public item; `step` is told how many were copied each time."""
    copy = sqlite3.connect(path)
    try:
        copy.executescript(TABLE)
        with transaction.atomic(), connection.chunked_cursor() as cursor:
            cursor.execute(ROWS)
            while rows := cursor.fetchmany(ROWS_A_BATCH):
                copy.executemany(INSERT, rows)
                step(len(rows))
        copy.commit()
        copy.executescript(INDEXES)
        copy.commit()
    finally:
        copy.close()
