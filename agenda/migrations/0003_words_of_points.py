"""The database keeps the searchable words of recommendations and resolutions, sub-points and all.

As in `agenda.search.plain`, accents do not count.
"""

from django.db import migrations

KEEP = """
CREATE FUNCTION agenda_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.words := to_tsvector('english', regexp_replace(
        normalize(concat_ws(' ', NEW.text, array_to_string(NEW.sub_points, ' ')), NFKD),
        '[\\u0300-\\u036f]', '', 'g'
    ));
    RETURN NEW;
END $$;

CREATE TRIGGER keep_words BEFORE INSERT OR UPDATE ON agenda_recommendation
    FOR EACH ROW EXECUTE FUNCTION agenda_keep_words();
CREATE TRIGGER keep_words BEFORE INSERT OR UPDATE ON agenda_resolution
    FOR EACH ROW EXECUTE FUNCTION agenda_keep_words();
"""
LET_GO = """
DROP TRIGGER keep_words ON agenda_recommendation;
DROP TRIGGER keep_words ON agenda_resolution;
DROP FUNCTION agenda_keep_words();
"""


class Migration(migrations.Migration):
    dependencies = [("agenda", "0002_keep_source_text")]

    operations = [migrations.RunSQL(KEEP, LET_GO)]
