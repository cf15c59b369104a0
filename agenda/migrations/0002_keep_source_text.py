"""Source texts are kept for ever as they came: the database itself refuses to change them."""

from django.db import migrations

KEEP = """
CREATE FUNCTION agenda_keep_source_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.text = OLD.text AND NEW.sha256 = OLD.sha256 THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'The source text % is kept as it came', OLD.name
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER keep_source_text BEFORE UPDATE OR DELETE ON agenda_sourcedocument
    FOR EACH ROW EXECUTE FUNCTION agenda_keep_source_text();
"""
LET_GO = """
DROP TRIGGER keep_source_text ON agenda_sourcedocument;
DROP FUNCTION agenda_keep_source_text();
"""


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_initial")]

    operations = [migrations.RunSQL(KEEP, LET_GO)]
