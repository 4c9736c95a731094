import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    const printed = execFileSync(
      'nvim',
      [
        '--headless',
        '--clean',
        '-l',
        join(import.meta.dirname, 'draft.lua'),
        join(ROOT, 'dist', 'cli.cjs'),
        draft,
        'Lavrof',
        'Narendra',
      ],
      { encoding: 'utf8', env: { ...process.env, HOME: folder, XDG_STATE_HOME: folder } },
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
});
