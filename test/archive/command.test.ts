import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import { type Cluster, KEYHOLDER, sharedCluster } from './cluster.js';
import { FERRY, MILL, TRIAL } from './stories.js';

const COMMAND = resolve('dist', 'cli.cjs');

/** The output of a command, and its exit status. */
interface Outcome {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

function copydesk(folder: string, ...args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, output: stdout, errors: stderr };
}

function dumpOf(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

describe('copydesk archive', function () {
  this.timeout(120_000);
  let cluster: Cluster;
  let folder: string;
  let database: string;
  let count = 0;

  before(() => {
    cluster = sharedCluster();
    folder = mkdtempSync(join(tmpdir(), 'copydesk-archive-'));
    mkdirSync(join(folder, 'stories'));
    writeFileSync(join(folder, 'stories', 'ferry.md'), `# Two ferries\n\n${FERRY}`);
    writeFileSync(join(folder, 'stories', '2020-05-01-mill.txt'), MILL);
  });

  beforeEach(async () => {
    const name = `command_${++count}`;
    await cluster.createDatabase(name);
    database = cluster.address(name);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  const archive = (...args: readonly string[]): Outcome =>
    copydesk(folder, 'archive', ...args, '--database', database);
  const query = async <Column extends string>(
    sql: string,
  ): Promise<readonly Readonly<Record<Column, unknown>>[]> =>
    await cluster.run(`command_${count}`, sql);

  it('keeps a folder in step with an archive', async () => {
    assert.match(archive('init').output, /^The archive is ready/u);
    await query('CREATE ROLE copydesk_group_business');
    assert.equal(archive('init').output, 'The archive is there already and up to date.\n');
    const added = archive('add', 'stories');
    assert.equal(added.errors, '');
    assert.match(added.output, /^stories: 2 documents stored in \d+ seconds?\n$/u);
    assert.equal(added.status, 0);
    assert.deepEqual(
      await query('SELECT title, published::text, kind FROM archive.documents ORDER BY title'),
      [
        { title: '2020-05-01-mill.txt', published: '2020-05-01', kind: 'article' },
        { title: 'Two ferries', published: null, kind: 'article' },
      ],
    );
    assert.match(
      archive('sync', 'stories').output,
      /^stories: 0 documents stored in \d+ seconds?, 2 documents there already\n$/u,
    );
    rmSync(join(folder, 'stories', '2020-05-01-mill.txt'));
    writeFileSync(join(folder, 'stories', 'ferry.md'), `# Three ferries\n\n${FERRY}`);
    writeFileSync(join(folder, 'stories', 'trial.md'), TRIAL);
    assert.match(
      archive('sync', 'stories', '--visibility', 'business').output,
      /^stories: 2 documents stored in \d+ seconds?, 1 document removed\n$/u,
    );
    assert.deepEqual(
      await query('SELECT title, visibility FROM archive.documents ORDER BY title'),
      [
        { title: 'Three ferries', visibility: 'business' },
        { title: 'trial.md', visibility: 'business' },
      ],
    );
    const status = archive('status');
    assert.match(status.output, /^You can see 2 documents with \d+ sentences\.\n$/u);
    assert.match(archive('who', 'Dorian Hek').output, /^Dorian Heck \(/u);
    assert.equal(archive('who', 'Xaver Quill').status, 1);
  });

  it('skips and reports entries that are no documents', async () => {
    archive('init');
    writeFileSync(
      join(folder, 'dump.ndjson'),
      [
        dumpOf([
          {
            id: 1,
            title: 'Two ferries',
            date: '2021-03-12T08:00:00Z',
            text: FERRY,
            url: 'https://news.example/1',
          },
        ]),
        '{"id": 2, "text": \n',
        '[]\n',
        '\n',
        dumpOf([
          { text: MILL },
          { id: 4 },
          { id: 5, text: MILL, date: '12 March' },
          { id: 6, text: MILL, embargo: 'soon' },
          { id: 7, text: MILL, visibility: 'Courts; --' },
          { id: 1, text: MILL },
          { id: 8, html: '<article><h1>Mill</h1><p>Fire destroyed the paper mill.</p></article>' },
          {
            id: 9,
            text: 'The bridge\0 opened.\tIt cost \\N nothing.',
            title: `It's "one" \\ {two}`,
          },
        ]),
      ].join(''),
    );
    const { status, output, errors } = archive('add', 'dump.ndjson', '--as', 'cms');
    assert.deepEqual(errors.trim().split('\n'), [
      'copydesk: dump.ndjson:2: it is not JSON; the line was skipped',
      'copydesk: dump.ndjson:3: it is not a JSON object; the line was skipped',
      'copydesk: dump.ndjson:5: it has neither an “id” nor a “url”; the line was skipped',
      'copydesk: dump.ndjson:6: it has neither a “text” nor “html”; the line was skipped',
      'copydesk: dump.ndjson:7: its date “12 March” is not like 2021-03-12; the line was skipped',
      'copydesk: dump.ndjson:8: its embargo “soon” is not a time like 2021-03-12T18:00Z; the line was skipped',
      'copydesk: dump.ndjson:9: its visibility “Courts; --” is not a name of lower-case letters, digits and “_”; the line was skipped',
      'copydesk: cms#1 occurs twice; the second was skipped',
    ]);
    assert.match(output, /^dump\.ndjson: 3 documents stored in .*, 8 documents skipped\n$/u);
    assert.equal(status, 2);
    assert.deepEqual(
      await query(
        `SELECT address, title, link, published::text FROM archive.documents ORDER BY address`,
      ),
      [
        {
          address: 'cms#1',
          title: 'Two ferries',
          link: 'https://news.example/1',
          published: '2021-03-12',
        },
        { address: 'cms#8', title: 'Mill', link: null, published: null },
        { address: 'cms#9', title: `It's "one" \\ {two}`, link: null, published: null },
      ],
    );
    assert.deepEqual(
      await query(
        `SELECT text, line, written::text FROM archive.documents JOIN archive.sentences ON document = id WHERE address = 'cms#1' AND NOT quote AND text LIKE 'The %'`,
      ),
      [
        {
          text: 'The harbour board of Tolmin bought two ferries for 14 million euros.',
          line: 1,
          written: '2021-03-12',
        },
      ],
    );
  });

  it('removes nothing if a dump may have been cut off', async () => {
    archive('init');
    const dump = join(folder, 'cut.ndjson');
    const [ferry, mill] = [
      { id: 1, text: FERRY },
      { id: 2, text: MILL },
    ];
    const sync = (text: string): Outcome => {
      writeFileSync(dump, text);
      return archive('sync', 'cut.ndjson', '--as', 'cms');
    };
    const whole = dumpOf([ferry, mill]);
    assert.equal(sync(whole).status, 0);
    for (const [text, reason] of [
      ['', 'it has no document'],
      [whole.slice(0, -20), 'a skipped line may be any of the documents'],
    ] as const) {
      const { status, errors } = sync(text);
      assert.ok(errors.includes(`copydesk: cut.ndjson: nothing was removed, because ${reason}\n`));
      assert.equal(status, 2);
      assert.deepEqual(await query('SELECT address FROM archive.documents ORDER BY address'), [
        { address: 'cms#1' },
        { address: 'cms#2' },
      ]);
    }
    assert.match(sync(dumpOf([mill])).output, /, 1 document removed\n$/u);
  });

  it('continues after being killed, without losing a document or storing one twice', async () => {
    archive('init');
    const records = Array.from({ length: 1500 }, (_, at) => ({
      id: at,
      date: `20${10 + (at % 12)}-03-12`,
      text: `The council of Tolmin spent ${at} euros on street ${at}. “It took ${at} days,” said Ilse Varga${at}.`,
    }));
    writeFileSync(join(folder, 'large.ndjson'), dumpOf(records));
    const stored = async (): Promise<number> =>
      Number((await query('SELECT count(*) FROM archive.documents'))[0]?.count);
    const killed = spawn(
      process.execPath,
      [COMMAND, 'archive', 'add', 'large.ndjson', '--database', database],
      { cwd: folder, stdio: 'ignore' },
    );
    const ended = new Promise((settle) => killed.once('exit', settle));
    while ((await stored()) === 0) assert.equal(killed.exitCode, null);
    killed.kill('SIGKILL');
    await ended;
    const before = await stored();
    assert.ok(before > 0 && before < records.length, String(before));
    // A line is changed and one is cut off, as when the dump was being written.
    appendFileSync(join(folder, 'large.ndjson'), '{"id": 1500, "te');
    const again = archive('add', 'large.ndjson');
    assert.match(again.errors, /large\.ndjson:1501: it is not JSON/u);
    const known = Number(/(\d+) documents there already/u.exec(again.output)?.[1]);
    assert.ok(known >= before, again.output);
    assert.equal(await stored(), records.length);
    assert.deepEqual(
      await query(
        `SELECT address FROM archive.documents WHERE sentence_count <> (SELECT count(*) FROM archive.sentences WHERE document = id) OR sentence_count < 2`,
      ),
      [],
    );
    assert.deepEqual(
      await query(
        'SELECT count(DISTINCT position)::integer AS positions, count(*)::integer AS rows FROM archive.sentences GROUP BY document HAVING count(*) <> count(DISTINCT position)',
      ),
      [],
    );
  });

  it('takes the password from the file that PGPASSFILE names', async () => {
    archive('init');
    await query(`CREATE ROLE ${KEYHOLDER} LOGIN PASSWORD 'open sesame' IN ROLE copydesk_reporter`);
    const file = join(folder, 'passwords');
    const statusWith = (password: string): Outcome => {
      writeFileSync(file, `*:*:*:${KEYHOLDER}:${password}\n`, { mode: 0o600 });
      const address = cluster.address(`command_${count}`, KEYHOLDER);
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [COMMAND, 'archive', 'status', '--database', address],
        { encoding: 'utf8', env: { ...process.env, PGPASSFILE: file } },
      );
      return { status, output: stdout, errors: stderr };
    };
    const { output, errors: none } = statusWith('open sesame');
    assert.deepEqual([output, none], ['You can see no documents in the archive.\n', '']);
    const { status, errors } = statusWith('open barley');
    assert.match(
      errors,
      /does not accept keyholder: check the name, and the password in the file/u,
    );
    assert.doesNotMatch(errors, /barley/u);
    assert.equal(status, 2);
  });

  it('ends at once if it has no password when the server asks for one', async () => {
    archive('init');
    await query(
      `DO $$ BEGIN CREATE ROLE ${KEYHOLDER} LOGIN PASSWORD 'open sesame'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    const { status, stderr } = spawnSync(
      process.execPath,
      [COMMAND, 'archive', 'status', '--database', cluster.address(`command_${count}`, KEYHOLDER)],
      {
        encoding: 'utf8',
        env: { ...process.env, PGPASSWORD: undefined, PGPASSFILE: join(folder, 'none') },
        // The server would end the connection after a minute.
        timeout: 30_000,
      },
    );
    assert.match(stderr, /asks for a password: check the name, and the password in the file/u);
    assert.equal(status, 2);
  });

  it('answers claims that the sources do not settle, and does without if it fails', () => {
    archive('init');
    const dump = {
      id: 1,
      title: 'Two ferries',
      date: '2021-03-12',
      text: FERRY,
      url: 'https://news.example/1',
    };
    writeFileSync(join(folder, 'ferries.ndjson'), dumpOf([dump]));
    archive('add', 'ferries.ndjson');
    const beat = join(folder, 'beat');
    mkdirSync(join(beat, 'sources'), { recursive: true });
    writeFileSync(join(beat, 'sources', 'notes.md'), 'The library of Tolmin opened on Monday.\n');
    writeFileSync(
      join(beat, 'draft.md'),
      'The library of Tolmin opened on Monday. The harbour board of Tolmin bought two ferries for 14 million euros.\n',
    );
    const check = (...args: readonly string[]): Outcome =>
      copydesk(beat, 'check', 'draft.md', '--no-reader', ...args);
    const { status, output, errors } = check('--archive', database);
    assert.equal(errors, '');
    assert.equal(status, 0);
    assert.match(
      output,
      /draft\.md:1:41 {2}archive\n.*\n {2}Only your archive of 12 March 2021 has this\.\n {4}source {2}archive, 12 March 2021, Two ferries \(https:\/\/news\.example\/1\) {2}The harbour board/u,
    );
    assert.match(output, /2 claims: 2 supported/u);
    assert.match(output, /and your archive\.\n$/u);
    const json = JSON.parse(check('--archive', database, '--format', 'json').output) as {
      readonly files: readonly { readonly claims: readonly Readonly<Record<string, unknown>>[] }[];
    };
    assert.deepEqual(
      json.files[0]?.claims.map(({ archive: isFromArchive, note }) => [isFromArchive, note]),
      [
        [undefined, undefined],
        [true, 'Only your archive of 12 March 2021 has this.'],
      ],
    );
    const local = check();
    const without = check('--archive', 'postgresql://anna@localhost:9/archive');
    assert.equal(without.output, local.output);
    assert.match(
      without.errors,
      /^copydesk: the archive's server at localhost does not answer: [^\n]*; the drafts were checked without the archive\n$/u,
    );
    assert.equal(without.status, 2);
  });

  it('reports an invalid address or a wrong server in one line', () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      ['nonsense', /“nonsense” is not the address of a PostgreSQL database/u],
      ['postgresql://anna:secret@db.example/archive', /contains a password.*PGPASSFILE/u],
      ['postgresql://db.example/archive?sslmode=disable', /always encrypted and verified/u],
      ['postgresql://anna@localhost:9/archive', /does not answer/u],
      [cluster.address('nowhere'), /has no database “nowhere”/u],
      [cluster.address(`command_${count}`, 'nobody_at_all'), /does not accept nobody_at_all/u],
      [database, /is not an archive yet.*copydesk archive init/u],
    ];
    for (const [address, message] of cases) {
      const { status, output, errors } = copydesk(
        folder,
        'archive',
        'status',
        '--database',
        address,
      );
      assert.equal(output, '');
      assert.match(errors, message);
      assert.equal(errors.trim().split('\n').length, 1, errors);
      assert.doesNotMatch(errors, /secret|internal error/u);
      assert.equal(status, 2);
    }
  });

  it('reports invalid arguments', () => {
    for (const [args, message] of [
      [[], /say what to do: init, add, sync, status, who/u],
      [['drop'], /there is no “archive drop”/u],
      [['init', 'stories'], /archive init takes no files/u],
      [['add'], /name the folders and dumps to add/u],
      [['add', 'stories', '--visibility', 'No; way'], /--visibility takes a name/u],
    ] as const) {
      const { status, errors } = archive(...args);
      assert.match(errors, message);
      assert.equal(status, 2);
    }
    assert.match(copydesk(folder, 'archive', 'status').errors, /name the archive with --database/u);
  });
});
