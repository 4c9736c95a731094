import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { locateSuppressions } from '../../server/suppressions/locateSuppressions.js';
import { NodeWorkspace } from '../../server/workspace/nodeWorkspace.js';

describe('node workspace', () => {
  let parent: string;
  let workspace: NodeWorkspace;

  before(() => {
    parent = mkdtempSync(join(tmpdir(), 'copydesk-'));
    const folder = join(parent, 'story');
    mkdirSync(join(folder, 'sources', 'deep'), { recursive: true });
    mkdirSync(join(parent, 'private'));
    writeFileSync(join(parent, 'private', 'diary.md'), 'Dear diary.');
    writeFileSync(join(folder, 'sources', 'deep', 'lido.md'), 'The lido is open.');
    symlinkSync(join('deep', 'lido.md'), join(folder, 'sources', 'inside.md'));
    symlinkSync(join(parent, 'private', 'diary.md'), join(folder, 'sources', 'outside.md'));
    symlinkSync(join(parent, 'private'), join(folder, 'sources', 'elsewhere'));
    symlinkSync(join(folder, 'sources'), join(folder, 'sources', 'deep', 'round'));
    symlinkSync('circle.md', join(folder, 'sources', 'circle.md'));
    symlinkSync('nothing.md', join(folder, 'sources', 'dangling.md'));
    symlinkSync(join(parent, 'private'), join(folder, 'linked'));
    execFileSync('mkfifo', [join(folder, 'sources', 'pipe.md')]);
    workspace = new NodeWorkspace(folder);
  });

  after(() => rmSync(parent, { recursive: true }));

  const textOf = async (path: string): Promise<string> =>
    Buffer.from(await workspace.readBytes(path, 100)).toString();

  it('reads text up to a limit', async () => {
    assert.equal(await workspace.readText('sources/deep/lido.md', 17), 'The lido is open.');
    await assert.rejects(workspace.readText('sources/deep/lido.md', 1), {
      name: 'UnreadableError',
      message: /^sources\/deep\/lido\.md is larger than /u,
    });
    await assert.rejects(workspace.readText('sources'), /^UnreadableError: sources is a folder/u);
    await assert.rejects(workspace.readText('gone.md'), { isMissing: true });
  });

  it('finds files without following links to folders', async () => {
    const found = await workspace.find(['sources/**']);
    assert.deepEqual(
      found.filter((path) => /diary|round\/|elsewhere\//u.test(path)),
      [],
    );
    assert.ok(found.includes('sources/deep/lido.md'));
  });

  it('finds files whatever their names are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
    const names = ['a\nb.md', 'a[b](c){d}*?!#%&.md', ' “é”.md', '-b\\.md'];
    for (const name of names) writeFileSync(join(folder, name), '');
    const found = await new NodeWorkspace(folder).find(['**']);
    rmSync(folder, { recursive: true });
    assert.deepEqual(found, names.sort());
  });

  it('finds links, so that reading one reports why it cannot be read', async () => {
    const found = await workspace.find(['sources/**']);
    assert.deepEqual(
      found.filter((path) => !path.endsWith('pipe.md')),
      [
        'sources/circle.md',
        'sources/dangling.md',
        'sources/deep/lido.md',
        'sources/deep/round',
        'sources/elsewhere',
        'sources/inside.md',
        'sources/outside.md',
      ],
    );
  });

  it('finds files in a named folder, even outside', async () => {
    assert.deepEqual(await workspace.find(['*.md'], 'sources/deep'), ['sources/deep/lido.md']);
    assert.deepEqual(await workspace.find(['**'], '../private/'), ['../private/diary.md']);
    assert.deepEqual(await workspace.find(['**'], 'nowhere'), []);
  });

  it('finds files in a linked folder if the link stays inside, and reports the link if not', async () => {
    const folder = join(parent, 'beat');
    mkdirSync(join(folder, 'real', 'deep'), { recursive: true });
    writeFileSync(join(folder, 'real', 'deep', 'lido.md'), 'The lido is open.');
    symlinkSync('real', join(folder, 'sources'));
    symlinkSync(join(parent, 'private'), join(folder, 'out'));
    const beat = new NodeWorkspace(folder);
    for (const glob of ['sources/**', 'sources/**/*.md', 'sources/*/lido.md']) {
      assert.deepEqual(await beat.find([glob]), ['sources/deep/lido.md'], glob);
    }
    for (const glob of ['out/**', 'out/*.md', 'out/**/*.md']) {
      assert.deepEqual(await beat.find([glob]), ['out'], glob);
    }
    assert.deepEqual(await beat.find(['**'], 'out'), ['out']);
    assert.deepEqual(await beat.find(['**']), ['out', 'real/deep/lido.md', 'sources']);
    await assert.rejects(beat.readBytes('out', 100), {
      message: 'out is a link that points outside the folder',
    });
  });

  it('finds a folder that cannot be listed', async () => {
    const folder = join(parent, 'sealed');
    mkdirSync(join(folder, 'sources', 'closed'), { recursive: true });
    mkdirSync(join(folder, 'city'));
    writeFileSync(join(folder, 'sources', 'lido.md'), 'The lido is open.');
    const unlisted = [join(folder, 'sources', 'closed'), join(folder, 'city')];
    for (const path of unlisted) chmodSync(path, 0);
    chmodSync(parent, 0o755);
    const sealed = new NodeWorkspace(folder);
    // The superuser is never denied access.
    const user = process.geteuid?.() ?? 0;
    if (user === 0) process.seteuid?.(65_534);
    try {
      assert.deepEqual(await sealed.find(['sources/**']), ['sources/closed', 'sources/lido.md']);
      assert.deepEqual(await sealed.find(['city/**']), ['city']);
      for (const path of ['city', 'sources/closed']) {
        await assert.rejects(sealed.readBytes(path, 100), {
          message: `${path} cannot be read (permission denied)`,
        });
      }
    } finally {
      process.seteuid?.(user);
      for (const path of unlisted) chmodSync(path, 0o700);
    }
  });

  it('takes round brackets in a glob literally', async () => {
    const folder = join(parent, 'wire (1)');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a+b.md'), '');
    writeFileSync(join(folder, 'a'.repeat(200)), '');
    assert.deepEqual(await workspace.find(['../wire (1)/a+*.md']), ['../wire (1)/a+b.md']);
    assert.deepEqual(await workspace.find(['../wire*/+(a|aa)b', '../wire*/(a|aa)+b']), []);
  });

  it('distinguishes files, folders and missing paths', async () => {
    const paths = ['sources', 'sources/inside.md', 'linked', parent, 'sources/dangling.md', '.'];
    const kinds = await Promise.all(paths.map((path) => workspace.kind(path)));
    assert.deepEqual(kinds, ['folder', 'file', 'folder', 'folder', undefined, 'folder']);
  });

  it('reads files, also through a link inside the folder', async () => {
    assert.equal(await textOf('sources/deep/lido.md'), 'The lido is open.');
    assert.equal(await textOf('sources/inside.md'), 'The lido is open.');
  });

  it('reads files outside the folder that are named explicitly', async () => {
    assert.equal(await textOf('../private/diary.md'), 'Dear diary.');
    assert.equal(await textOf(join(parent, 'private', 'diary.md')), 'Dear diary.');
  });

  it('rejects anything that is not a regular file of the folder', async () => {
    const cases: readonly [path: string, reason: string][] = [
      ['sources/outside.md', 'is a link that points outside the folder'],
      ['linked/diary.md', 'is a link that points outside the folder'],
      ['sources/elsewhere', 'is a link that points outside the folder'],
      ['sources/circle.md', 'is a link that points back to itself'],
      ['sources/dangling.md', 'is a link to a file that does not exist'],
      ['sources/gone.md', 'does not exist'],
      ['sources/deep', 'is a folder, not a file'],
      ['sources/pipe.md', 'is not a file'],
    ];
    for (const [path, reason] of cases) {
      const expected = { name: 'UnreadableError', message: `${path} ${reason}` };
      await assert.rejects(workspace.readBytes(path, 100), expected);
      await assert.rejects(workspace.readText(path), expected);
    }
  });

  it('reads a file that the user named from anywhere, even a pipe', async () => {
    const pipe = 'sources/pipe.md';
    spawn('sh', ['-c', 'printf "From a pipe." > "$0"', join(parent, 'story', pipe)]);
    assert.equal(await workspace.readNamed(pipe), 'From a pipe.');
    assert.equal(await workspace.readNamed('sources/outside.md'), 'Dear diary.');
    await assert.rejects(workspace.readNamed('sources/outside.md', 10), {
      message: /^sources\/outside\.md is larger than /u,
    });
    await assert.rejects(workspace.readNamed('gone.md'), { isMissing: true });
  });

  it('reads no suppressions from a pipe, a link to outside, or a device', async () => {
    const folder = join(parent, 'decided');
    mkdirSync(join(folder, 'out'), { recursive: true });
    mkdirSync(join(folder, 'pipe'));
    mkdirSync(join(folder, 'endless'));
    symlinkSync(join(parent, 'private', 'diary.md'), join(folder, 'out', '.copydesk.json'));
    execFileSync('mkfifo', [join(folder, 'pipe', '.copydesk.json')]);
    symlinkSync('/dev/zero', join(folder, 'endless', '.copydesk.json'));
    mkdirSync(join(folder, 'dangling'));
    symlinkSync(join(parent, 'new.json'), join(folder, 'dangling', '.copydesk.json'));
    for (const place of ['out', 'pipe', 'endless', 'dangling']) {
      const found = await locateSuppressions(new NodeWorkspace(folder), `${place}/draft.md`);
      assert.match(
        found?.problems[0]?.message ?? '',
        /(?:points outside the folder|is not a file|that does not exist), so it has no effect/u,
      );
      assert.equal(found?.isReadable, false);
    }
  });

  it('rejects files that are too large without reading them', async () => {
    await assert.rejects(workspace.readBytes('sources/deep/lido.md', 10), {
      message: /^sources\/deep\/lido\.md is larger than /u,
    });
  });

  it('has stamps that change when a file is written, and none for a file written just now', async () => {
    const at2000 = new NodeWorkspace(join(parent, 'story'), () => 2_000_000);
    const file = join(parent, 'story', 'stamped.md');
    const stampAt = (text: string, seconds: number): Promise<string | undefined> => {
      writeFileSync(file, text);
      utimesSync(file, seconds, seconds);
      return at2000.stamp('stamped.md');
    };
    const first = await stampAt('The lido is open.', 1_000);
    assert.equal(typeof first, 'string');
    assert.equal(await at2000.stamp('stamped.md'), first);
    assert.notEqual(await stampAt('The lido is shut.', 1_001), first);
    assert.notEqual(await stampAt('The lido is shut again.', 1_000), first);
    assert.equal(await stampAt('The lido is shut.', 1_999), undefined);
    assert.equal(await at2000.stamp('nothing.md'), undefined);
  });

  it('has different stamps for writes of the same length and time', async () => {
    const file = join(parent, 'story', 'restamped.md');
    const write = (text: string): number => {
      writeFileSync(file, text);
      utimesSync(file, 1_000, 1_000);
      return statSync(file).ctimeMs;
    };
    const written = write('The lido is open.');
    const first = await workspace.stamp('restamped.md');
    // The clock of the file system may not have advanced yet.
    while (write('The lido is shut.') === written);
    assert.notEqual(await workspace.stamp('restamped.md'), first);
  });
});
