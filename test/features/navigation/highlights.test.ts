import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DocumentHighlightKind } from 'vscode-languageserver';
import { highlightsAt } from '../../../server/features/navigation/highlights.js';
import { marked } from '../../marked.js';
import { drafted, person } from '../drafted.js';

const BASE = { entities: [person('Adaeze Lindqvist')] };

describe('highlights', () => {
  it('are all mentions of the person at the cursor', () => {
    const { text, spans } = marked('[|Adaeze Lindqvist|] spoke. 🎤 Ms. [|Lindqvist|] sat.');
    const draft = drafted(text, { base: BASE });
    const expected = spans.map((span) => ({
      range: draft.prose.lines.range(span),
      kind: DocumentHighlightKind.Read,
    }));
    for (const offset of [0, 16, (spans[1]?.start ?? 0) + 3]) {
      assert.deepEqual(highlightsAt(draft, offset), expected, String(offset));
    }
  });

  it('are empty for other words', () => {
    assert.deepEqual(highlightsAt(drafted('Adaeze Lindqvist spoke.', { base: BASE }), 19), []);
  });
});
