import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Outcome, copydesk } from './testHost.js';

const FILES = {
  'sources/pier.md': 'Ines Calloway, the harbour master, opened the pier.\n',
  'sources/tip.md': '---\nconfidential: true\n---\n\nRurik Haldane, the owner, paid.\n',
  'notes/pier.md': 'Ada Brandt, the architect, drew the pier.\n',
};

/** An assistant's answer about a name, and the outcome of the command. */
async function whoIs(
  name: string,
  args: readonly string[],
): Promise<{ readonly told: string; readonly outcome: Outcome }> {
  let told = '';
  const outcome = await copydesk(['mcp', ...args], {
    files: FILES,
    assistant: async (desk) => {
      told = JSON.stringify(await desk.answer('who_is', { name }));
    },
  });
  return { told, outcome };
}

describe('copydesk mcp', () => {
  it('answers from the folder “sources” until the assistant hangs up', async () => {
    const { told, outcome } = await whoIs('Calloway', ['.']);
    assert.match(told, /harbour master/u);
    assert.deepEqual([outcome.status, outcome.output, outcome.saved.size], [0, '', 0]);
  });

  it('first prints what an assistant may see, and the number of sources', async () => {
    const { outcome } = await whoIs('Calloway', ['.']);
    const [notice = '', counts] = outcome.errors;
    assert.match(notice, /^copydesk: An assistant .* confidential or embargoed .* stay out\./u);
    assert.equal(
      counts,
      'copydesk: .: 1 source may be shown; 1 confidential or embargoed withheld.',
    );
  });

  it('answers from other sources of the folder', async () => {
    const { told } = await whoIs('Brandt', ['.', '--sources', 'notes/*']);
    assert.match(told, /architect/u);
  });

  it('takes no sources from outside the folder', async () => {
    for (const glob of ['../**', '/etc/**', 'sources/../../x', '{a,../b}/*']) {
      const { told, outcome } = await whoIs('Brandt', ['.', '--sources', glob]);
      assert.deepEqual([outcome.status, told], [2, '']);
      assert.match(outcome.errors[0] ?? '', /leaves the folder/u);
    }
  });

  it('reports a folder that does not exist', async () => {
    const { outcome } = await whoIs('Brandt', ['nowhere']);
    assert.deepEqual([outcome.status, outcome.errors[0]], [2, 'copydesk: nowhere is not a folder']);
  });
});
