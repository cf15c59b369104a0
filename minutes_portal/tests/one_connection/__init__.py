"""The public door under test.

A test that keeps its records in a transaction lends its connection: each query of the public
then takes on the role of the public for itself alone. Where no transaction is open, as for a
server that runs beside the test, the public has a second connection, as in production.
"""
