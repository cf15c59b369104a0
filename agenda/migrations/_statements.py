"""What the tables of the agenda have besides what Django makes: triggers, a key, ways of storing."""

# Source texts are kept for ever as they came: the database itself refuses to change them.
KEEP_SOURCE_TEXT = """
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
LET_GO_SOURCE_TEXT = """
DROP TRIGGER keep_source_text ON agenda_sourcedocument;
DROP FUNCTION agenda_keep_source_text();
"""
# The database keeps the searchable words of recommendations and resolutions, sub-points and all.
# As in `agenda.search.plain`, accents do not count.
KEEP_WORDS = """
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
LET_GO_WORDS = """
DROP TRIGGER keep_words ON agenda_recommendation;
DROP TRIGGER keep_words ON agenda_resolution;
DROP FUNCTION agenda_keep_words();
"""
# The number of the public record's state, and how a transaction raises it.
COUNT_PUBLICATIONS = """
INSERT INTO agenda_publication (id, number) VALUES (1, 1);

CREATE FUNCTION note_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO agenda_publicationchange VALUES (pg_current_xact_id()::text::bigint)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE FUNCTION raise_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM agenda_publicationchange WHERE transaction = NEW.transaction;
    UPDATE agenda_publication SET number = number + 1;
    RETURN NULL;
END $$;

-- Deferred: the row of the number is held from here to the end of the transaction alone.
CREATE CONSTRAINT TRIGGER raise_publication AFTER INSERT ON agenda_publicationchange
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication();
"""
# A search entry has the status of its item.
KEEP_STATUS_ALIKE = """
ALTER TABLE agenda_agendaitem ADD CONSTRAINT item_and_its_status UNIQUE (id, publication_status);
ALTER TABLE agenda_searchentry ADD CONSTRAINT status_of_the_item
    FOREIGN KEY (item_id, publication_status)
    REFERENCES agenda_agendaitem (id, publication_status)
    ON UPDATE CASCADE ON DELETE CASCADE;
"""
LET_GO_STATUS = """
ALTER TABLE agenda_searchentry DROP CONSTRAINT status_of_the_item;
ALTER TABLE agenda_agendaitem DROP CONSTRAINT item_and_its_status;
"""
# Vectors and texts are stored as they are, since reading them packed takes longer than reading more
# of them. The estimate of how many items have a word is only as good as the list of common words.
STORE_UNPACKED = """
ALTER TABLE agenda_searchentry ALTER COLUMN words SET STORAGE EXTERNAL;
ALTER TABLE agenda_searchentry ALTER COLUMN plain SET STORAGE EXTERNAL;
ALTER TABLE agenda_searchentry ALTER COLUMN words SET STATISTICS 1000;
"""
