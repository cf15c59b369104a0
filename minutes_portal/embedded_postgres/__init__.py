"""A PostgreSQL server that belongs to the portal, for machines that have none.

Named as a database ENGINE, it starts the server when the first connection is
opened and stops it when the last process using it ends. It listens on a Unix
socket only. A council's own server is named by DATABASE_URL instead.
"""
