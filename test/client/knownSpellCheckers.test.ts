import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type SpellingHost,
  otherCheckers,
  tellAboutOtherChecker,
} from '../../client/knownSpellCheckers.js';

const HARPER = { id: 'Elijah-Potter.harper', isActive: true };

/**
 * Starts an editor with these extensions once for each answer; returns what it showed and did, in
 * order.
 */
async function started(
  answers: readonly boolean[],
  { extensions = [HARPER], isOn = true }: Partial<Pick<SpellingHost, 'extensions' | 'isOn'>> = {},
): Promise<readonly string[]> {
  const seen: string[] = [];
  let wasTold = false;
  for (const answer of answers) {
    await tellAboutOtherChecker({
      extensions,
      isOn,
      wasTold,
      rememberTold: () => {
        wasTold = true;
        return Promise.resolve();
      },
      ask: (notice) => {
        seen.push(notice);
        return Promise.resolve(answer);
      },
      turnOff: () => {
        seen.push('turned off');
        return Promise.resolve();
      },
    });
  }
  return seen;
}

describe('other spell checkers', () => {
  it('count once they are active, in any case of their identifier', () => {
    assert.deepEqual(
      otherCheckers([
        { id: 'streetsidesoftware.code-spell-checker', isActive: false },
        HARPER,
        { id: 'vscode.markdown', isActive: true },
      ]),
      ['Harper'],
    );
  });

  it('are named once, also if the notice was closed', async () => {
    assert.deepEqual(await started([false, false]), [
      'Harper checks spelling too, so misspelled words may be marked twice.',
    ]);
  });

  it('are left alone if the reporter turns ours off', async () => {
    assert.deepEqual((await started([true])).slice(1), ['turned off']);
  });

  it('are not named if there are none, or ours is off', async () => {
    assert.deepEqual(await started([true], { extensions: [] }), []);
    assert.deepEqual(await started([true], { isOn: false }), []);
  });
});
