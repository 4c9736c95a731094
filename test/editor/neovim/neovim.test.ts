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

/** What `draft.lua` prints. */
interface Seen {
  readonly before: readonly string[];
  readonly card: string;
  readonly mend: string;
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
    // As “npm link” puts it on the path.
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

  it('gets the findings', () =>
    assert.ok(seen.before.includes('name/misspelled'), String(seen.before)));

  it('shows the card of a name', () => assert.match(seen.card, /prime minister/iu));

  it('takes a mend, and the finding goes', () => {
    assert.match(seen.mend, /Lavrov/u);
    assert.match(seen.text, /Sergei Lavrov, its/u);
    assert.ok(!seen.after.includes('name/misspelled'), String(seen.after));
  });

  it('lets the server keep what it learned, where the configuration says', () => {
    const [kept = ''] = readdirSync(join(folder, 'nvim', 'copydesk'));
    assert.match(kept, /\.lessons$/u);
  });
});

/** The configuration that a page of the docs gives. */
function configurationIn(page: string): string {
  const [, block = ''] = /```lua\n(.*?)```/su.exec(readFileSync(page, 'utf8')) ?? [];
  assert.notEqual(block, '');
  return block;
}
