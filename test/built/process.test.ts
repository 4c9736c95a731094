import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pdfOf, wordOf, wordParagraph } from '../sources/extractors/bytes.js';
import { afterEach, beforeEach, describe, it } from 'mocha';

/** The built command, run as a separate process. */
const COMMAND = 'dist/cli.cjs';

function copydesk(...args: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  return spawnSync(COMMAND, args, { encoding: 'utf8', input: '' });
}

describe('the built command', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
    writeFileSync(join(folder, 'empty.md'), '');
    writeFileSync(join(folder, 'latin.md'), Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    writeFileSync(join(folder, 'draft.md'), 'The the lido is open.\n', { mode: 0o640 });
    writeFileSync(join(folder, 'picture.png'), Buffer.from([0x89, 0x50, 0x00, 0x47]));
    symlinkSync('draft.md', join(folder, 'link.md'));
    mkdirSync(join(folder, 'bare'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('runs by its name from the repository', () => {
    const { status, stdout } = spawnSync('npx', ['--no-install', 'copydesk', '--version'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/u);
  });

  it('has an exit status that depends on its findings', () => {
    assert.equal(copydesk('check', join(folder, 'empty.md')).status, 0);
    assert.equal(copydesk('check', join(folder, 'draft.md')).status, 1);
  });

  it('does not replace a read-only file', () => {
    const sealed = join(folder, 'sealed.md');
    writeFileSync(sealed, 'The the lido is open.\n', { mode: 0o444 });
    const { status, stderr } = copydesk('check', '--fix', sealed);
    assert.equal(status, 2);
    assert.match(stderr, /sealed\.md cannot be written \(it is read-only\)/u);
    assert.equal(readFileSync(sealed, 'utf8'), 'The the lido is open.\n');
  });

  it('reports a cache that cannot be written', () => {
    const { stderr } = copydesk(
      ...['check', join(folder, 'empty.md'), '--sources', join(folder, 'draft.md')],
      ...['--cache', '/proc/copydesk/kept'],
    );
    assert.match(stderr, /could not be saved in \/proc\/copydesk/u);
  });

  it('reports bad input in one line, without a stack trace', () => {
    const cases: readonly [path: string, reason: string][] = [
      [join(folder, 'gone.md'), 'does not exist'],
      [join(folder, 'bare'), 'contains no drafts (Markdown files that are not sources)'],
      [join(folder, 'latin.md'), 'is not valid UTF-8'],
      [process.execPath, 'is larger than 4 MB'],
      [join(folder, 'picture.png'), 'is a binary file, not text'],
      [join(folder, 'draft.md', 'x.md'), 'does not exist'],
    ];
    for (const [path, reason] of cases) {
      const { status, stdout, stderr } = copydesk('check', path);
      assert.equal(status, 2, path);
      assert.equal(stdout, '');
      assert.equal(stderr, `copydesk: ${path} ${reason}\n`);
    }
  });

  it('reports a file that cannot be written', () => {
    const out = join(folder, 'nowhere', 'base.json');
    const { status, stderr } = copydesk(
      'reference',
      'build',
      join(folder, 'empty.md'),
      '--out',
      out,
    );
    assert.equal(status, 2);
    assert.match(stderr, /^copydesk: .*base\.json cannot be written \(.*\)\n$/u);
  });

  it('finds sources by glob', () => {
    const { status, stdout } = copydesk(
      'check',
      join(folder, 'empty.md'),
      '--sources',
      `${folder}/*t*.md`,
    );
    assert.equal(status, 0);
    assert.match(stdout, /Checked against 2 sources /u);
  });

  it('reads documents on a separate thread, and reports damaged ones', () => {
    const documents = join(folder, 'documents');
    mkdirSync(documents);
    const story = 'Maren Oduya, leader of the council, swims.';
    writeFileSync(join(documents, 'a.html'), `<p>${story}</p>`);
    writeFileSync(join(documents, 'b.pdf'), pdfOf([[{ text: story, y: 700 }]]));
    writeFileSync(join(documents, 'c.pdf'), 'no document');
    writeFileSync(join(documents, 'd.docx'), wordOf(wordParagraph(story)));
    const { status, stdout, stderr } = copydesk(
      ...['reference', 'show', 'Oduya', '--sources', `${documents}/*`],
    );
    assert.equal(status, 2);
    assert.match(stdout, /^Maren Oduya\n {2}leader of the council\n/u);
    assert.match(stderr, /^copydesk: .*c\.pdf is not a PDF or is damaged; it was skipped\n$/u);
  });

  it('fixes a file in place, through a link, and keeps its mode', () => {
    const { status } = copydesk('check', join(folder, 'link.md'), '--fix');
    assert.equal(status, 0);
    assert.equal(readFileSync(join(folder, 'draft.md'), 'utf8'), 'The lido is open.\n');
    assert.equal(statSync(join(folder, 'draft.md')).mode & 0o777, 0o640);
    assert.equal(readFileSync(join(folder, 'link.md'), 'utf8'), 'The lido is open.\n');
  });

  it('follows links that were named, but not those in a folder that lead out of it', () => {
    const place = join(folder, 'linked');
    const leak = join(place, 'leak.md');
    mkdirSync(place);
    writeFileSync(join(folder, 'private.md'), 'The the lido is open.\n');
    symlinkSync(join('..', 'private.md'), leak);
    execFileSync('mkfifo', [join(place, 'pipe')]);
    symlinkSync('pipe', join(place, 'piped.md'));
    const found = spawnSync(COMMAND, ['check', place], { encoding: 'utf8', timeout: 10_000 });
    assert.equal(found.status, 2);
    assert.equal(found.stdout, '');
    assert.match(found.stderr, /leak\.md is a link that points outside the folder/u);
    assert.match(found.stderr, /piped\.md is not a file/u);
    assert.equal(copydesk('check', leak).status, 1);
    const piped = spawnSync('sh', ['-c', `echo The the lido. | ${COMMAND} check /dev/stdin`]);
    assert.equal(piped.status, 1);
  });

  it('finds suppressions in the folder of a draft and above it', () => {
    const draft = join(folder, 'may', 'drafts', 'modi.md');
    mkdirSync(join(folder, 'may', 'drafts'), { recursive: true });
    writeFileSync(
      draft,
      'Did Narendra Mdoi or Vladimir V. Putin come to the Astana summit of the Shanghai Cooperation Organisation?\n',
    );
    assert.equal(copydesk('check', draft).status, 1);
    const file = join(folder, 'may', '.copydesk.json');
    writeFileSync(file, '{ "acceptedNames": ["Narendra Mdoi"] }');
    assert.equal(copydesk('check', draft).status, 0);
    writeFileSync(file, '{ "acceptedNames": ');
    const { status, stderr } = copydesk('check', draft);
    assert.equal(status, 2);
    assert.match(stderr, /^copydesk: .*may\/\.copydesk\.json:1: A .* is missing here, .*\n$/u);
  });

  it('answers each batch request immediately', async () => {
    const child = spawn(COMMAND, ['batch'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const id of ['one', 'two']) {
      child.stdin.write(`${JSON.stringify({ id, draft: 'The lido is open.' })}\n`);
      const { value } = (await lines.next()) as { readonly value: string };
      assert.equal((JSON.parse(value) as { readonly id: string }).id, id);
    }
    const ended = once(child, 'exit');
    child.stdin.end();
    await ended;
    assert.equal(child.exitCode, 0);
  });

  it('ends quietly if its output is closed', async () => {
    const child = spawn(COMMAND, ['batch'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const ended = once(child, 'exit');
    child.stdin.on('error', () => undefined);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.destroy();
    child.stdin.end(`${JSON.stringify({ id: '1', draft: '' })}\n`.repeat(1000));
    await ended;
    assert.equal(errors, '');
    assert.equal(child.exitCode, 0);
  });

  it('indexes many sources on threads, with the same results from its cache', () => {
    const sources = join(folder, 'many');
    mkdirSync(sources);
    for (let index = 0; index < 60; index++) {
      writeFileSync(
        join(sources, `${index}.md`),
        `Maren Oduya, head of the harbour board, opened pier ${index} on Monday.\n`,
      );
    }
    const draft = join(folder, 'pier.md');
    writeFileSync(draft, 'Maren Oduay opened pier 12 on Monday.\n');
    const check = (): ReturnType<typeof copydesk> =>
      copydesk(
        ...['check', draft, '--sources', `${sources}/*.md`],
        ...['--cache', join(folder, 'kept'), '--format', 'json'],
      );
    const [first, second] = [check(), check()];
    assert.equal(first.stderr, '');
    assert.match(first.stdout, /"name\/misspelled"/u);
    assert.deepEqual([second.stdout, second.stderr], [first.stdout, '']);
    const kept = readdirSync(join(folder, 'kept')).map((name) => join(folder, 'kept', name));
    assert.equal(kept.length, 2);
    for (const file of kept) writeFileSync(file, 'broken');
    const third = check();
    assert.match(
      third.stderr,
      /^copydesk: The source index in .* is damaged.*\ncopydesk: The readings in .* are damaged.*\n$/u,
    );
    assert.equal(third.stdout, first.stdout);
  });
});
