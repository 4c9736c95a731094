import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { ROOT, findProgram, install } from '../../machine.js';

/** The output of `draft.lua`. */
interface Seen {
  readonly before: readonly string[];
  readonly hover: string;
  readonly fix: string;
  readonly after: readonly string[];
  readonly text: string;
}

describe('Neovim as a client', function () {
  this.timeout(120_000);
  let folder: string;
  let seen: Seen;

  before(() => {
    if (findProgram('nvim') === undefined) install('neovim');
    folder = mkdtempSync(join(tmpdir(), 'copydesk-neovim-'));
    const draft = join(folder, 'harbour.md');
    writeFileSync(
      draft,
      'Narendra Modi sends a minister to Astana.\n\nRussia sends Sergei Lavrof, its foreign minister.\n',
    );
    const sources = join(folder, 'sources');
    mkdirSync(sources);
    writeFileSync(
      join(sources, 'dossier.md'),
      readFileSync(join(ROOT, 'reference', 'astana-summit.md')),
    );
    // Puts it on the path, as “npm link” does.
    const path = join(folder, 'bin');
    mkdirSync(path);
    symlinkSync(join(ROOT, 'dist', 'cli.cjs'), join(path, 'copydesk'));
    const configuration = join(folder, 'init.lua');
    writeFileSync(configuration, configurationIn(join(ROOT, 'docs', 'neovim.md')));
    const printed = execFileSync(
      'nvim',
      [
        '--headless',
        '--clean',
        '-l',
        join(import.meta.dirname, 'draft.lua'),
        configuration,
        draft,
        'Lavrof',
        'Narendra',
      ],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          HOME: folder,
          XDG_CACHE_HOME: folder,
          XDG_STATE_HOME: folder,
          PATH: `${path}${delimiter}${process.env.PATH ?? ''}`,
        },
      },
    );
    seen = JSON.parse(printed) as Seen;
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('receives the findings', () =>
    assert.ok(seen.before.includes('name/misspelled'), String(seen.before)));

  it('shows the hover of a name', () => assert.match(seen.hover, /prime minister/iu));

  it('applies a fix, which clears the finding', () => {
    assert.match(seen.fix, /Lavrov/u);
    assert.match(seen.text, /Sergei Lavrov, its/u);
    assert.ok(!seen.after.includes('name/misspelled'), String(seen.after));
  });

  it('stores the cache of the server in the configured folder', () => {
    const [kept = ''] = readdirSync(join(folder, 'nvim', 'copydesk'));
    assert.match(kept, /\.index$/u);
  });
});

/** The configuration in a page of the documentation. */
function configurationIn(page: string): string {
  const [, block = ''] = /```lua\n(.*?)```/su.exec(readFileSync(page, 'utf8')) ?? [];
  assert.notEqual(block, '');
  return block;
}
