import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { edited } from '../marked.js';
import {
  addAcceptedWord,
  parseSuppressions,
  withoutAcceptedWord,
} from '../../server/suppressions/suppressionsFile.js';
import { checked, describeFindings } from './harbour.js';

const DRAFT = 'The comitte met. Comitte members left. The COMITTE is old.';

/** The findings in a draft with these words accepted. */
function reported(text: string, acceptedWords: readonly string[]): readonly string[] {
  return describeFindings(text, checked(text, { acceptedWords })).filter((finding) =>
    finding.startsWith('spelling/'),
  );
}

describe('an accepted word', () => {
  it('in small letters is accepted with a capital too', () => {
    assert.deepEqual(reported(DRAFT, []), [
      'spelling/misspelled “comitte”',
      'spelling/misspelled “Comitte”',
    ]);
    assert.deepEqual(reported(DRAFT, ['comitte']), []);
  });

  it('with a capital is accepted only so', () => {
    assert.deepEqual(reported(DRAFT, ['Comitte']), ['spelling/misspelled “comitte”']);
  });

  it('is among the dismissed findings', () => {
    const { dismissed } = checked('The comitte met.', { acceptedWords: ['comitte'] });
    assert.deepEqual(
      dismissed.map(({ acceptedWord }) => acceptedWord),
      ['comitte'],
    );
  });

  it('is added to the file and taken out again', () => {
    const text = '{\n  "acceptedNames": []\n}\n';
    const added = edited(text, addAcceptedWord(text, 'tormel') ?? []);
    assert.deepEqual(parseSuppressions(added).suppressions.acceptedWords, ['tormel']);
    const removed = withoutAcceptedWord(added, 'tormel');
    assert.deepEqual(parseSuppressions(removed).suppressions.acceptedWords, []);
  });
});
