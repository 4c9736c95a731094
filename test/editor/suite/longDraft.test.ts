import { describe, it } from 'mocha';
import { Position, Range, TextEditorRevealType } from 'vscode';
import { openUntitled, untilSquiggles } from './drafts.js';

describe('a draft of more than a million characters', () => {
  it('is checked in its visible part', async () => {
    const rain = 'It rained, and the lido stayed shut.\n\n'.repeat(30_000);
    const editor = await openUntitled(`The the lido is open.\n\n${rain}She left left at noon.\n`);
    const { document } = editor;
    await untilSquiggles(document, 'its start has a squiggle', has('The the'));

    const end = new Position(document.lineCount - 1, 0);
    editor.revealRange(new Range(end, end), TextEditorRevealType.Default);
    await untilSquiggles(document, 'its end has a squiggle', has('left left'));
  });
});

function has(mistake: string): (squiggles: readonly string[]) => boolean {
  return (squiggles) => squiggles.some((squiggle) => squiggle.includes(`“${mistake}”`));
}
