import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'mocha';
import type { TextEditor } from 'vscode';
import { until } from '../until.js';
import { openUntitled, untilSquiggles } from './drafts.js';

describe('a server that is killed', () => {
  it('is restarted, without loss of text or squiggles', async () => {
    const editor = await openUntitled('# Rain\n\nIt rained rained in Almaty.\n');
    const { document } = editor;
    await untilSquiggles(document, 'the mistake has a squiggle', marks('rained rained'));
    const killed = serverProcess();
    assert.ok(killed !== undefined, 'no server is running');

    process.kill(killed, 'SIGKILL');
    await append(editor, '\nThe the lake froze.\n');
    await until('another server is running', () => ![undefined, killed].includes(serverProcess()));
    await append(editor, '\nNobody went went home.\n');

    for (const mistake of ['rained rained', 'The the', 'went went']) {
      await untilSquiggles(document, `“${mistake}” has a squiggle`, marks(mistake));
    }
    assert.equal(
      document.getText(),
      '# Rain\n\nIt rained rained in Almaty.\n\nThe the lake froze.\n\nNobody went went home.\n',
    );
  });
});

/** The id of the server process that this extension host started. */
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

function marks(mistake: string): (squiggles: readonly string[]) => boolean {
  return (squiggles) => squiggles.some((squiggle) => squiggle.includes(`“${mistake}”`));
}

async function append(editor: TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const end = document.positionAt(document.getText().length);
  assert.ok(await editor.edit((change) => change.insert(end, text)));
}
