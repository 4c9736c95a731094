import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'mocha';
import type { TextEditor } from 'vscode';
import { until } from '../until.js';
import { openUntitled, untilSquiggles } from './drafts.js';

describe('a server that is killed', () => {
  it('comes back, and takes neither the text nor its squiggles with it', async () => {
    const editor = await openUntitled('# Rain\n\nIt rained rained in Almaty.\n');
    const { document } = editor;
    await untilSquiggles(document, 'the slip has a squiggle', marks('rained rained'));
    const killed = serverProcess();
    assert.ok(killed !== undefined, 'no server is there to be killed');

    process.kill(killed, 'SIGKILL');
    await append(editor, '\nThe the lake froze.\n');
    await until('another server runs', () => ![undefined, killed].includes(serverProcess()));
    await append(editor, '\nNobody went went home.\n');

    for (const slip of ['rained rained', 'The the', 'went went']) {
      await untilSquiggles(document, `“${slip}” has a squiggle`, marks(slip));
    }
    assert.equal(
      document.getText(),
      '# Rain\n\nIt rained rained in Almaty.\n\nThe the lake froze.\n\nNobody went went home.\n',
    );
  });
});

/** The process of the server that this extension host has started. */
function serverProcess(): number | undefined {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  for (const line of processes.split('\n')) {
    const [pid, parent, ...command] = line.trim().split(/\s+/u);
    if (Number(parent) === process.pid && /dist.server\.cjs/u.test(command.join(' '))) {
      return Number(pid);
    }
  }
  return undefined;
}

function marks(slip: string): (squiggles: readonly string[]) => boolean {
  return (squiggles) => squiggles.some((squiggle) => squiggle.includes(`“${slip}”`));
}

async function append(editor: TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const end = document.positionAt(document.getText().length);
  assert.ok(await editor.edit((change) => change.insert(end, text)));
}
