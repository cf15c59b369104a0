"""The public door: how public pages read the database, and what they can see of it.

The portal has two doors to one database. The officers' desk and the commands come in by the
alias `default`, as the owner of the tables. Every public page reads by the alias `public`,
whose connections take on the role `minutes_public`: it may only read, and it sees what
`rules.py` lets it see. A page that forgets to leave out what is not published shows nothing
more than one that remembers.

rules.py       what the public may see, table by table
laying.py      writes these rules into the database; called by `manage.py migrate`
role.py        the role itself
doors.py       which door the code that runs now came through
router.py      sends each query through that door
lasting_plans.py  statements that the database plans once a connection
middleware.py  puts every address but the officers' desk behind the public door
settings.py    the settings of the connections
"""

ALIAS = "public"
# The role, and the schema of the views made for it. Roles belong to the whole server: several
# portals on one server share this one, and each grants it rights in its own database alone.
ROLE = "minutes_public"
