-- How reporters read an archive. They cannot read its tables: row-level security would keep the index of words from
-- being used, because “@@” is not leakproof. They call these functions, which run with the rights of the archive's
-- owner and leave out what the caller must not see.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'copydesk_reporter') THEN
    CREATE ROLE copydesk_reporter NOLOGIN;
  END IF;
END
$$;

REVOKE ALL ON SCHEMA archive FROM PUBLIC;
GRANT USAGE ON SCHEMA archive TO copydesk_reporter;

-- What the role that logged in may see: what is for the whole newsroom, and of the groups whose role it was granted.
-- The group “courts” is the role “copydesk_group_courts”.
CREATE FUNCTION archive.visible_groups() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT ARRAY['newsroom'] || coalesce(array_agg(substr(rolname::text, length('copydesk_group_') + 1)), '{}')
  FROM pg_roles
  WHERE starts_with(rolname::text, 'copydesk_group_') AND pg_has_role(session_user, oid, 'USAGE')
$$;

-- The query for at least so many of some lexemes, which are quoted as they stand in a query. For each lexeme that a query
-- has, the index is read once, and again if it has it again. So a query does not list the choices of lexemes one by one, and
-- has the last lexemes, the most common ones, least often.
CREATE FUNCTION archive.at_least(needed integer, lexemes text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
  size constant integer := cardinality(lexemes);
  others constant text[] := lexemes[1:size - 1];
BEGIN
  RETURN CASE
    WHEN needed = size THEN array_to_string(lexemes, ' & ')
    WHEN needed = 1 THEN array_to_string(lexemes, ' | ')
    ELSE archive.at_least(needed, others) || ' | ' || lexemes[size] || ' & (' || archive.at_least(needed - 1, others) || ')'
  END;
END
$$;

-- The passages with the most of some words: the best sentences and quotes, each with the sentences before and after it.
-- Words come in any inflection. Sentences must have two of the rarest words; if too many do, three, then four. So a
-- common word is never looked up alone, little of the index is read, and nearly always all that are found are ranked.
CREATE FUNCTION archive.find_passages(wanted text[], most integer)
RETURNS TABLE (
  document bigint, "position" integer, line integer, passage text, text text, speaker text, written date,
  quote boolean, rank real, address text, title text, link text, published date, kind text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = archive, pg_catalog, pg_temp
-- Planned once for each connection, and through the indexes whatever the words: with twenty partitions, planning for the
-- words takes ten times as long as searching them.
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
-- A table of the server's own that is read whole nevertheless counts as so expensive that its plan would be compiled,
-- which takes a tenth of a second. So wherever “enable_seqscan” is off.
SET jit = off
AS $$
DECLARE
  groups constant text[] := archive.visible_groups();
  lexemes text[];
  shares real[];
  rare integer;
  width integer;
  rarest text[];
  every_word tsquery;
  needed integer;
  query tsquery;
  best_documents bigint[];
  best_positions integer[];
  best_years smallint[];
  best_ranks real[];
  document_ids bigint[] := '{}';
  positions integer[] := '{}';
  years smallint[] := '{}';
  ranks real[] := '{}';
  matches bigint;
  limited constant integer := least(greatest(most, 1), 20);
  most_ranked constant integer := 300;
  -- How many sentences there are, as far as the server knows.
  total constant real := (SELECT reltuples FROM pg_class WHERE oid = 'archive.sentences'::regclass);
  -- How many entries of the index of words are read for a query, roughly, unless three words have more.
  most_read constant real := 30000;
BEGIN
  -- Quoted, as they stand in a query.
  SELECT array_agg('''' || replace(replace(word, '\', '\\'), '''', '''''') || '''' ORDER BY share, place),
    array_agg(share ORDER BY share, place), count(*) FILTER (WHERE share < 0.03)
  INTO lexemes, shares, rare
  FROM (
    SELECT found.word, min(given.place) AS place, min(coalesce(common.share, 0)) AS share
    FROM unnest(wanted[1:40]) WITH ORDINALITY AS given (word, place)
    CROSS JOIN LATERAL unnest(tsvector_to_array(to_tsvector('pg_catalog.english', left(given.word, 100)))) AS found (word)
    LEFT JOIN common_words AS common ON common.word = found.word
    GROUP BY found.word
  ) AS distinct_words;
  IF coalesce(array_length(lexemes, 1), 0) < 2 THEN
    RETURN;
  END IF;
  every_word := array_to_string(lexemes, ' | ')::tsquery;
  -- A word that many stories have tells little, and takes long: one is enough, to be paired with the rare ones. If none of
  -- these is in the archive, two more may find something.
  FOREACH width IN ARRAY ARRAY[least(greatest(rare + 1, 3), 6), least(greatest(rare + 3, 5), 9)] LOOP
    width := least(width, array_length(lexemes, 1));
    -- In a large archive fewer words tell as much. The query for two of them reads the sentences of each as often as it has
    -- the word, and hardly any of the most common one.
    WHILE width > 3 AND most_read < total * (
      SELECT sum(shares[place] * (width + 1 - greatest(place, 2))) FROM generate_series(1, width - 1) AS place
    ) LOOP
      width := width - 1;
    END LOOP;
    CONTINUE WHEN width = array_length(rarest, 1);
    rarest := lexemes[1:width];
    FOR needed IN 2 .. least(4, array_length(rarest, 1)) LOOP
      query := at_least(needed, rarest)::tsquery;
      -- What is found is read as far as it is needed, but planned as if all of it were.
      WITH matching AS MATERIALIZED (
        SELECT sentences.document, sentences.position AS place, sentences.year, sentences.words
        FROM sentences
        WHERE sentences.words @@ query
      ), visible AS MATERIALIZED (
        SELECT matching.*
        FROM matching
        JOIN documents ON documents.id = matching.document
        WHERE documents.visibility = ANY (groups)
          AND (documents.embargo IS NULL OR documents.embargo <= now())
        LIMIT most_ranked
      ), best AS (
        SELECT visible.document, visible.place, visible.year, ts_rank(visible.words, every_word, 1) AS score
        FROM visible
        ORDER BY score DESC, visible.document, visible.place
        LIMIT limited
      )
      SELECT array_agg(best.document), array_agg(best.place), array_agg(best.year), array_agg(best.score),
        (SELECT count(*) FROM visible)
      INTO best_documents, best_positions, best_years, best_ranks, matches
      FROM best;
      -- The stricter search may have found nothing.
      EXIT WHEN matches = 0;
      document_ids := best_documents;
      positions := best_positions;
      years := best_years;
      ranks := best_ranks;
      EXIT WHEN matches < most_ranked;
    END LOOP;
    EXIT WHEN array_length(document_ids, 1) > 0;
  END LOOP;
  RETURN QUERY
    SELECT sentences.document, sentences.position, sentences.line, sentences.passage, sentences.text, sentences.speaker,
      sentences.written, sentences.quote, hit.score, documents.address, documents.title, documents.link,
      documents.published, documents.kind
    FROM (
      SELECT hits.id, around.place, hits.year, max(CASE WHEN around.place = hits.place THEN hits.score ELSE 0 END) AS score
      FROM unnest(document_ids, positions, years, ranks) AS hits (id, place, year, score)
      CROSS JOIN LATERAL generate_series(hits.place - 3, hits.place + 1) AS around (place)
      GROUP BY hits.id, around.place, hits.year
    ) AS hit
    JOIN sentences ON sentences.document = hit.id AND sentences.position = hit.place AND sentences.year = hit.year
    JOIN documents ON documents.id = hit.id
    ORDER BY sentences.document, sentences.position;
END
$$;

-- What some documents say of those whom they name.
CREATE FUNCTION archive.mentions_in(wanted bigint[])
RETURNS TABLE (document bigint, kind text, name text, line integer, forms text[], details jsonb)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = archive, pg_catalog, pg_temp
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET jit = off
AS $$
  SELECT mentions.document, entities.kind, entities.name, mentions.line, mentions.forms, mentions.details
  FROM documents
  JOIN mentions ON mentions.document = documents.id
  JOIN entities ON entities.id = mentions.entity
  WHERE documents.id = ANY (wanted[1:500])
    AND documents.visibility = ANY ((SELECT archive.visible_groups())::text[])
    AND (documents.embargo IS NULL OR documents.embargo <= now())
$$;

-- The names most like some words, the likest first, with the roles that documents give them and how many name them.
CREATE FUNCTION archive.names_like(wanted text, most integer)
RETURNS TABLE (kind text, name text, likeness real, roles text[], documents bigint, latest date)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = archive, pg_catalog, pg_temp
SET pg_trgm.similarity_threshold = 0.35
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET jit = off
AS $$
  SELECT entities.kind, entities.name, similarity(entities.name, left(wanted, 200)) AS likeness,
    array_remove(array_agg(DISTINCT concat_ws(', ', mentions.role, mentions.affiliation)), '') AS roles,
    count(*), max(documents.published)
  FROM entities
  JOIN mentions ON mentions.entity = entities.id
  JOIN documents ON documents.id = mentions.document
  WHERE entities.name % left(wanted, 200)
    AND documents.visibility = ANY ((SELECT archive.visible_groups())::text[])
    AND (documents.embargo IS NULL OR documents.embargo <= now())
  GROUP BY entities.id
  ORDER BY likeness DESC, count(*) DESC, entities.name
  LIMIT least(greatest(most, 1), 20)
$$;

-- What “copydesk archive status” shows, of the documents that the caller may see.
CREATE FUNCTION archive.summary()
RETURNS TABLE (documents bigint, sentences bigint, oldest date, newest date, migration integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = archive, pg_catalog, pg_temp
AS $$
  SELECT count(*), coalesce(sum(documents.sentence_count), 0)::bigint, min(documents.published), max(documents.published),
    (SELECT max(number) FROM migrations)
  FROM documents
  WHERE documents.visibility = ANY ((SELECT archive.visible_groups())::text[])
    AND (documents.embargo IS NULL OR documents.embargo <= now())
$$;

REVOKE ALL ON FUNCTION archive.find_passages, archive.at_least, archive.mentions_in, archive.names_like, archive.summary,
  archive.visible_groups FROM PUBLIC;
GRANT EXECUTE ON FUNCTION archive.find_passages, archive.mentions_in, archive.names_like, archive.summary,
  archive.visible_groups TO copydesk_reporter;
