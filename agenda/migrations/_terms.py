"""What residents call things, and what minutes call them: for councils to add to and switch off."""

from agenda.search.words import key_of

TERMS = (
    ("AQMA", "air quality management area"),
    ("ASB", "anti-social behaviour"),
    ("bins", "refuse collection"),
    ("CIL", "community infrastructure levy"),
    ("CPO", "compulsory purchase order"),
    ("DFG", "disabled facilities grant"),
    ("EHCP", "education, health and care plan"),
    ("expansion", "enlargement"),
    ("FOI", "freedom of information"),
    ("HGV", "heavy goods vehicle"),
    ("HGV", "heavy goods vehicles"),
    ("HMO", "house in multiple occupation"),
    ("HMO", "houses in multiple occupation"),
    ("HRA", "housing revenue account"),
    ("LGO", "local government ombudsman"),
    ("LTN", "low traffic neighbourhood"),
    ("MTFS", "medium term financial strategy"),
    ("PSPO", "public space protection order"),
    ("PSPO", "public spaces protection order"),
    ("rubbish", "refuse"),
    ("SEN", "special educational needs"),
    ("SEND", "special educational needs and disabilities"),
    ("SPD", "supplementary planning document"),
    ("taxi", "hackney carriage"),
    ("taxi", "hackney carriages"),
    ("toilets", "public conveniences"),
    ("TPO", "tree preservation order"),
    ("TRO", "traffic regulation order"),
)


def add(apps, schema_editor) -> None:
    Acronym = apps.get_model("agenda", "Acronym")
    rows = (
        Acronym(
            acronym=letters,
            expansion=expansion,
            source="common",
            letters=key_of(letters),
            key=key_of(expansion),
        )
        for letters, expansion in TERMS
    )
    Acronym.objects.using(schema_editor.connection.alias).bulk_create(rows, ignore_conflicts=True)


def take_out(apps, schema_editor) -> None:
    apps.get_model("agenda", "Acronym").objects.filter(source="common").delete()
