"""What became of a proposal: which resolution answers it, and when a report is to come back.

Nothing here knows Django or the database: records of `agenda.parsing.document` go in, frozen
records come out.
"""
