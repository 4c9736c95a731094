import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import pg from 'pg';
import type { Archive } from '../../server/archive/archive.js';
import { driver } from '../../server/bin/databaseDriver.js';
import { openArchive } from '../../server/archive/postgresArchive.js';
import { ROOT } from '../machine.js';
import { type Cluster, sharedCluster } from './cluster.js';
import { FERRY, MILL, TRIAL, documentOf } from './stories.js';

const MIGRATIONS = join(ROOT, 'server', 'archive', 'migrations');

function open(address: string): Promise<Archive> {
  return openArchive(driver, address, undefined, MIGRATIONS);
}

/** The addresses of the documents in which words are found, as a role. */
async function found(archive: Archive, ...words: readonly string[]): Promise<readonly string[]> {
  return (await archive.search(words)).map(({ address }) => address).sort();
}

describe('an archive on PostgreSQL', function () {
  this.timeout(60_000);
  let cluster: Cluster;
  let owner: Archive;
  let anna: Archive;
  let boris: Archive;

  before(async () => {
    cluster = sharedCluster();
    owner = await open(await cluster.createDatabase('stories'));
    await owner.migrate();
    await cluster.run(
      'stories',
      `CREATE ROLE copydesk_group_courts;
       CREATE ROLE anna LOGIN IN ROLE copydesk_reporter, copydesk_group_courts;
       CREATE ROLE boris LOGIN IN ROLE copydesk_reporter;
       CREATE ROLE guest LOGIN;`,
    );
    await owner.store([
      documentOf('ferry', FERRY),
      documentOf('mill', MILL, { published: undefined }),
      documentOf('trial', TRIAL, { visibility: 'courts' }),
      documentOf('budget', 'The minister will cut the ferry subsidy by 14 million euros.\n', {
        embargo: '2999-01-01T06:00Z',
      }),
      documentOf('report', 'The ferry sank in 1998 off Tolmin.\n', {
        embargo: '2020-01-01T06:00Z',
      }),
    ]);
    await owner.tidy();
    anna = await open(cluster.address('stories', 'anna'));
    boris = await open(cluster.address('stories', 'boris'));
  });

  after(async () => {
    await Promise.all([owner, anna, boris].map((archive) => archive.close()));
  });

  it('is created once', async () => {
    assert.deepEqual(await owner.migrate(), []);
    const again = await open(await cluster.createDatabase('again'));
    assert.deepEqual(await again.migrate(), ['001-tables.sql', '002-search.sql']);
    await again.close();
  });

  it('needs no superuser', async () => {
    await cluster.createDatabase('kept');
    await cluster.run(
      'postgres',
      'CREATE ROLE archivist LOGIN CREATEROLE; ALTER DATABASE kept OWNER TO archivist',
    );
    const archivist = await open(cluster.address('kept', 'archivist'));
    await archivist.migrate();
    await archivist.store([
      documentOf('ferry', FERRY),
      documentOf('x', TRIAL, { visibility: 'x' }),
    ]);
    await archivist.tidy();
    assert.deepEqual(await found(archivist, 'prosecutors', 'dropped', 'case'), []);
    await archivist.close();
    const reporter = await open(cluster.address('kept', 'boris'));
    assert.deepEqual(await found(reporter, 'harbour', 'ferry', 'Tolmin'), ['ferry']);
    assert.equal((await reporter.namesLike('Ilse Vargo'))[0]?.name, 'Ilse Varga');
    await reporter.close();
    const common = await cluster.run('kept', 'SELECT count(*) FROM archive.common_words');
    assert.ok(Number(common[0]?.count) > 0);
  });

  it('finds sentences by their words in any inflection, with everything that the checks need', async () => {
    const [passages] = await boris.search(['harbour', 'buys', 'ferry', 'Tolmin', 'euro']);
    assert.deepEqual(passages && { ...passages, sentences: undefined, mentions: undefined }, {
      address: 'ferry',
      title: 'ferry',
      link: 'https://news.example/ferry',
      published: '2021-03-12',
      kind: 'article',
      sentences: undefined,
      mentions: undefined,
    });
    assert.deepEqual(
      passages?.sentences.map(({ text, speaker, line, quote }) => ({ text, speaker, line, quote })),
      [
        {
          text: 'The harbour board of Tolmin bought two ferries for 14 million euros.',
          speaker: undefined,
          line: 1,
          quote: false,
        },
        {
          text: '“We waited nine years for this,” said Ilse Varga, the chair of the harbour board.',
          speaker: undefined,
          line: 1,
          quote: false,
        },
      ],
    );
    assert.deepEqual(
      passages.mentions
        .filter(({ name }) => name === 'Ilse Varga')
        .map(({ details }) => details.roles),
      [[{ title: 'chair of the harbour board' }]],
    );
  });

  it('finds a quote with its speaker', async () => {
    const [passages] = await boris.search(['waited', 'nine', 'years']);
    assert.deepEqual(
      passages?.sentences.filter(({ quote }) => quote).map(({ text, speaker }) => [text, speaker]),
      [['We waited nine years for this', 'Ilse Varga']],
    );
  });

  it('shows a document to the groups that may see it, and an embargoed one to nobody', async () => {
    assert.deepEqual(await found(anna, 'Prosecutors', 'Heck', 'case'), ['trial']);
    assert.deepEqual(await found(boris, 'Prosecutors', 'Heck', 'case'), []);
    for (const archive of [owner, anna, boris]) {
      assert.deepEqual(await found(archive, 'minister', 'subsidy', 'cut'), []);
    }
    assert.deepEqual(await found(boris, 'ferry', 'sank', '1998'), ['report']);
  });

  it('shows a name only if a document with it is visible', async () => {
    const names = async (archive: Archive): Promise<readonly string[]> =>
      (await archive.namesLike('Dorian Hecks')).map(({ name }) => name);
    assert.deepEqual(await names(anna), ['Dorian Heck']);
    assert.deepEqual(await names(boris), []);
    const [likest] = await boris.namesLike('Ilse Vargo');
    assert.deepEqual(likest && { ...likest, likeness: likest.likeness > 0.6 }, {
      kind: 'person',
      name: 'Ilse Varga',
      likeness: true,
      roles: ['chair of the harbour board'],
      documents: 1,
      latest: '2021-03-12',
    });
  });

  it('counts only documents that the reporter may see', async () => {
    const { documents, sentences, oldest, newest } = await boris.summary();
    assert.deepEqual([documents, oldest, newest], [3, '2021-03-12', '2021-03-12']);
    assert.ok(sentences >= 5, String(sentences));
    assert.equal((await anna.summary()).documents, 4);
  });

  it('lets a reporter read no table and change nothing', async () => {
    const attempts = [
      'SELECT * FROM archive.documents',
      'SELECT text FROM archive.sentences',
      'SELECT text FROM archive.sentences_2021',
      'SELECT * FROM archive.mentions',
      'SELECT name FROM archive.entities',
      'SELECT word FROM archive.common_words',
      `SELECT most_common_elems FROM pg_stats WHERE schemaname = 'archive' AND most_common_elems IS NOT NULL LIMIT 1 OFFSET 0`,
      `UPDATE archive.documents SET visibility = 'newsroom'`,
      'DELETE FROM archive.documents',
      'CREATE TABLE archive.mine (id integer)',
      `CREATE FUNCTION archive.visible_groups(integer) RETURNS text[] LANGUAGE sql AS $$ SELECT '{courts}'::text[] $$`,
      'SET SESSION AUTHORIZATION owner',
      'SET ROLE copydesk_group_courts',
    ];
    for (const sql of attempts) {
      const outcome = await cluster.run('stories', sql, 'boris').then(
        (rows) => rows.length,
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
      if (outcome === 0) continue;
      assert.match(String(outcome), /permission denied/u, sql);
    }
  });

  it('refuses everyone who is not a reporter', async () => {
    const guest = await open(cluster.address('stories', 'guest'));
    await assert.rejects(guest.search(['harbour', 'ferry']), /guest has no right to do this/u);
    await guest.close();
  });

  it('treats the words of a query as words only', async () => {
    for (const word of [
      `'`,
      `\\`,
      `'; DROP TABLE archive.documents; --`,
      `ferry' | 'quarry`,
      '!ferry',
      '()',
      '\u{1F6A2}',
      '',
    ]) {
      assert.deepEqual(await found(boris, word, 'quarry', 'withdrawn'), [], word);
    }
    assert.deepEqual(await found(boris, `it's`, `harbour\\board`, `bought'`, 'Tolmin'), ['ferry']);
    assert.equal((await boris.summary()).documents, 3);
  });

  it('finds sentences with at least a given number of some words', async () => {
    const wrong = await cluster.run(
      'stories',
      `SELECT needed, found FROM generate_series(1, 5) AS needed
       CROSS JOIN generate_series(0, 31) AS choice
       CROSS JOIN LATERAL (
         SELECT coalesce(array_agg(word), '{}') AS found
         FROM unnest('{a,b,c,d,e}'::text[]) WITH ORDINALITY AS words (word, place)
         WHERE choice & (1 << (place - 1)::integer) <> 0
       ) AS sentence
       WHERE (array_to_tsvector(found) @@ archive.at_least(needed, '{a,b,c,d,e}')::tsquery)
         IS DISTINCT FROM (cardinality(found) >= needed)`,
    );
    assert.deepEqual(wrong, []);
  });

  it('replaces a document that is stored again', async () => {
    await owner.store([
      documentOf('mill', `${MILL}Nobody was hurt.\n`, { published: '2020-05-01' }),
    ]);
    assert.equal((await owner.digestsOf(['mill', 'ferry', 'none'])).size, 2);
    const rows = await cluster.run(
      'stories',
      `SELECT year, count(*)::integer AS count FROM archive.documents JOIN archive.sentences ON document = id WHERE address = 'mill' GROUP BY year`,
    );
    assert.deepEqual(rows, [{ year: 2020, count: 3 }]);
    assert.deepEqual(await found(boris, 'paper', 'mill', 'Ostrava'), ['mill']);
  });

  it('stores all documents of a batch or none', async () => {
    const bad = documentOf('bad', MILL, { embargo: 'next week' });
    await assert.rejects(owner.store([documentOf('good', MILL), bad]), /next week/u);
    assert.equal((await owner.digestsOf(['good', 'bad'])).size, 0);
  });

  it('removes the documents of an origin that are no longer in it', async () => {
    const origin = 'file:///elsewhere';
    await owner.store(['one', 'two', 'three'].map((name) => documentOf(name, MILL, { origin })));
    assert.equal(await owner.removeOthers(origin, new Set(['two'])), 2);
    assert.deepEqual([...(await owner.digestsOf(['one', 'two', 'three', 'ferry'])).keys()].sort(), [
      'ferry',
      'two',
    ]);
  });

  it('ends a query that takes too long', async () => {
    const client = new pg.Client({
      connectionString: cluster.address('stories', 'boris'),
      statement_timeout: 50,
    });
    await client.connect();
    await assert.rejects(client.query('SELECT pg_sleep(20)'), /statement timeout/u);
    await client.end();
  });
});

describe('a search of a large archive', function () {
  this.timeout(60_000);
  const plans: string[] = [];
  const notices: string[] = [];
  /** The addresses of the documents that the searches found. */
  const answers: (readonly unknown[])[] = [];

  before(async () => {
    const cluster = sharedCluster();
    const owner = await open(await cluster.createDatabase('large'));
    await owner.migrate();
    await owner.store(
      [2019, 2020, 2021].map((year) =>
        documentOf(`first-${year}`, FERRY, { published: `${year}-01-01` }),
      ),
    );
    await cluster.run(
      'large',
      `INSERT INTO archive.documents (id, address, origin, digest, title, published, kind, language, visibility, sentence_count)
         SELECT n, 'made-' || n, 'made', '', '', '2020-01-01', 'article', 'en', 'newsroom', 10
         FROM generate_series(1001, 4000) AS n;
       INSERT INTO archive.sentences (document, year, position, line, text, quote)
         SELECT n, CASE n % 4 WHEN 0 THEN 0 ELSE 2018 + n % 4 END, place, 1, 'The council of town' || n || ' met on street' || place || ' about item' || n * place, false
         FROM generate_series(1001, 4000) AS n, generate_series(0, 9) AS place;
       INSERT INTO archive.entities (kind, name) SELECT 'person', md5(n::text) FROM generate_series(1001, 4000) AS n;
       INSERT INTO archive.mentions (document, entity, line, forms, details)
         SELECT n, entities.id, 1, '{}', '{}' FROM generate_series(1001, 4000) AS n JOIN archive.entities ON name = md5(n::text);
       CREATE ROLE clara LOGIN IN ROLE copydesk_reporter;
       ALTER ROLE clara SET session_preload_libraries = 'auto_explain';
       ALTER ROLE clara SET auto_explain.log_min_duration = 0;
       ALTER ROLE clara SET auto_explain.log_nested_statements = on;
       ALTER ROLE clara SET auto_explain.log_level = 'notice';`,
    );
    await owner.tidy();
    await owner.close();
    const client = new pg.Client({ connectionString: cluster.address('large', 'clara') });
    await client.connect();
    client.on('notice', ({ message = '' }) => void notices.push(message));
    for (const sql of [
      `SELECT * FROM archive.find_passages('{council,town1234,street7,met}', 5)`,
      `SELECT * FROM archive.find_passages('{ferry,harbour,euro}', 5)`,
      `SELECT * FROM archive.mentions_in('{1,2,3}')`,
      `SELECT * FROM archive.names_like('Ilse Vargo', 5)`,
    ]) {
      const { rows } = await client.query<Readonly<Record<string, unknown>>>(sql);
      assert.ok(rows.length > 0, sql);
      answers.push([...new Set(rows.map(({ address }) => address))]);
    }
    await client.end();
    plans.push(...notices.filter((notice) => /\b(?:Scan|Join|Loop)\b/u.test(notice)));
  });

  it('finds sentences with the rare words among all those with the common ones', () => {
    assert.deepEqual(answers[0], ['made-1234']);
  });

  it('uses the index of words in every year, as the reporter runs it', () => {
    const searches = plans.filter((plan) => plan.includes('@@'));
    assert.ok(searches.length >= 2, notices.join('\n'));
    for (const plan of searches) {
      for (const year of [0, 2019, 2020, 2021])
        assert.match(plan, new RegExp(`Bitmap Index Scan on sentences_${year}_words_idx`, 'u'));
    }
  });

  it('reads no table from one end to the other', () => {
    const whole = plans.flatMap((plan) => plan.match(/Seq Scan on \w+/gu) ?? []);
    assert.deepEqual(
      // The roles of the server, one for each reporter.
      whole.filter((scan) => scan !== 'Seq Scan on pg_authid'),
      [],
      plans.join('\n\n'),
    );
  });

  it('compiles no plan, which takes a hundred times as long as running it', () => {
    assert.deepEqual(
      notices.filter((notice) => notice.includes('JIT:')),
      [],
    );
  });
});
