-- What an archive holds. Everything is in the schema “archive” and belongs to the role that runs this.

CREATE SCHEMA archive;
CREATE EXTENSION pg_trgm WITH SCHEMA archive;

-- The texts themselves are not kept here, only their sentences. A document is unique by its address, which a table in
-- partitions could not promise across years, and there is one row for about thirty of the next table.
CREATE TABLE archive.documents (
  id bigint PRIMARY KEY,
  -- By which the same document is found again when it is loaded once more: a URL, the URI of a file.
  address text NOT NULL UNIQUE,
  -- The folder or file that it was loaded from, as a URI.
  origin text NOT NULL,
  -- Of all that its rows depend on. The same digest: nothing to do.
  digest text NOT NULL,
  title text NOT NULL,
  -- What a reader opens; null if nobody could.
  link text,
  published date,
  kind text NOT NULL,
  language text NOT NULL,
  -- “newsroom” for everyone who may search, or the name of a group: see 002-search.sql.
  visibility text NOT NULL,
  -- Until then nobody finds it by searching, whatever group they are in.
  embargo timestamptz,
  sentence_count integer NOT NULL
);
CREATE SEQUENCE archive.document_ids OWNED BY archive.documents.id;
CREATE INDEX documents_origin ON archive.documents (origin, address);

CREATE TABLE archive.sentences (
  document bigint NOT NULL REFERENCES archive.documents ON DELETE CASCADE,
  -- Of publication; 0 if that is not known.
  year smallint NOT NULL,
  -- From 0, in the order of the document. Its quotes follow its sentences.
  position integer NOT NULL,
  line integer NOT NULL,
  -- A more precise place: “p. 12”.
  passage text,
  text text NOT NULL,
  -- Whose words it is; null in a report.
  speaker text,
  -- The day from which “yesterday” counts.
  written date,
  -- True for the words between quotation marks, which also stand in a sentence.
  quote boolean NOT NULL,
  words tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('pg_catalog.english', left(text, 10000))) STORED,
  PRIMARY KEY (document, position, year)
) PARTITION BY LIST (year);
CREATE INDEX sentences_words ON archive.sentences USING gin (words);
CREATE TABLE archive.sentences_0 PARTITION OF archive.sentences FOR VALUES IN (0);

-- Names only: what a document says of them is in “mentions”, where it is as visible as the document.
CREATE TABLE archive.entities (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,
  name text NOT NULL,
  UNIQUE (name, kind)
);
CREATE INDEX entities_name ON archive.entities USING gin (name archive.gin_trgm_ops);

CREATE TABLE archive.mentions (
  document bigint NOT NULL REFERENCES archive.documents ON DELETE CASCADE,
  entity bigint NOT NULL REFERENCES archive.entities,
  line integer NOT NULL,
  -- Other forms of the name in the document.
  forms text[] NOT NULL,
  -- The first role that it gives: “foreign minister”, and where.
  role text,
  affiliation text,
  -- The rest, as Copydesk reads it.
  details jsonb NOT NULL,
  PRIMARY KEY (document, entity)
);
CREATE INDEX mentions_entity ON archive.mentions (entity);

-- How many of a hundred sentences have a word that more than a few have; refreshed with every load.
CREATE TABLE archive.common_words (
  word text PRIMARY KEY,
  share real NOT NULL
);

CREATE TABLE archive.migrations (
  number integer PRIMARY KEY,
  name text NOT NULL,
  applied timestamptz NOT NULL DEFAULT now()
);
