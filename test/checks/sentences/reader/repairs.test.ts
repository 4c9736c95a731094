import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse } from '../../../../server/prose/prose.js';
import { repairsOf } from '../../../../server/checks/sentences/reader/repairs.js';
import { suspectsOf } from '../../../../server/checks/sentences/reader/suspect.js';
import { damaged } from './readings.js';

/** The texts that the repairs of a marked-up sentence lead to. */
function repaired(source: string, ...edits: readonly string[]): readonly string[] {
  return repairedOf('garbled', source, ...edits);
}

/**
 * The texts that result from the repairs of a sentence with a kind of damage, one sentence a line.
 */
function repairedOf(kind: string, source: string, ...edits: readonly string[]): readonly string[] {
  const { text, reading } = damaged(
    source,
    kind,
    Object.fromEntries(edits.map((edit, at) => [edit, 0.9 - at / 10])),
  );
  const [suspect] = suspectsOf(reading);
  assert.ok(suspect);
  const tokens = readProse(text).blocks[0]?.sentences[0]?.tokens ?? [];
  return repairsOf(text, reading, suspect, { tokens, previous: undefined }).map(({ sentences }) =>
    sentences.join('\n'),
  );
}

describe('the repairs of the sentence reader', () => {
  it('insert a word behind the damaged one', () => {
    assert.deepEqual(repaired('The [|lock|] been shut since May.', 'append:has'), [
      'The lock has been shut since May.',
    ]);
  });

  it('insert a word at the start, and keep the capital of a name only', () => {
    assert.deepEqual(repaired('[||]Said the lock was shut.', 'append:she'), [
      'She said the lock was shut.',
    ]);
    assert.deepEqual(repaired('[||]Oslo the lock was shut.', 'append:in'), [
      'In Oslo the lock was shut.',
    ]);
  });

  it('attach marks and contractions to the word before', () => {
    assert.deepEqual(repaired('In [|May|] the lock was shut.', 'append:,'), [
      'In May, the lock was shut.',
    ]);
    assert.deepEqual(repaired('The lock did[|n|] shut.', "append:'t"), ["The lock didn't shut."]);
  });

  it('end a sentence and open the next with a capital', () => {
    assert.deepEqual(repaired('The lock was [|shut|] nobody knew why.', 'append:.'), [
      'The lock was shut.\nNobody knew why.',
    ]);
  });

  it('divide two sentences run together by a full stop first, whatever the reader would write', () => {
    assert.deepEqual(
      repairedOf('run-on', 'The lock was [|shut|] nobody knew why.', 'append:and', 'append:.'),
      ['The lock was shut.\nNobody knew why.', 'The lock was shut and nobody knew why.'],
    );
  });

  it('divide two sentences that share a comma by a semicolon or a full stop', () => {
    assert.deepEqual(
      repairedOf('run-on', 'The lock was shut[|,|] nobody knew why.', 'append:and', 'replace:.'),
      ['The lock was shut; nobody knew why.', 'The lock was shut.\nNobody knew why.'],
    );
  });

  it('delete words that are damaged together, or one of them', () => {
    assert.deepEqual(repaired('The lock [|was|] [|has|] shut.', 'delete'), [
      'The lock has shut.',
      'The lock shut.',
      'The lock was shut.',
    ]);
  });

  it('delete the first word and open with a capital', () => {
    assert.deepEqual(repaired('[|The|] the lock was shut.', 'delete'), ['The lock was shut.']);
  });

  it('replace a word and keep its capital', () => {
    assert.deepEqual(repaired('[|There|] lock was shut.', 'replace:their'), [
      'Their lock was shut.',
    ]);
  });

  it('write a verb in another form', () => {
    assert.deepEqual(repaired('The lock has [|broke|] twice.', 'verb:VBN'), [
      'The lock has broken twice.',
    ]);
    assert.deepEqual(repaired('The lock [|carry|] barges.', 'verb:VBZ'), [
      'The lock carries barges.',
    ]);
    assert.deepEqual(repaired('The men [|stop|] barges.', 'verb:VBD'), ['The men stopped barges.']);
    assert.deepEqual(repaired('The men were [|stop|] barges.', 'verb:VBG'), [
      'The men were stopping barges.',
    ]);
  });

  it('write a noun in the other number', () => {
    assert.deepEqual(repaired('Two [|lock|] were shut.', 'number:plural'), [
      'Two locks were shut.',
    ]);
    assert.deepEqual(repaired('One [|locks|] was shut.', 'number:singular'), [
      'One lock was shut.',
    ]);
  });

  it('change the case of a word', () => {
    assert.deepEqual(repaired('The lock was [|Shut|] in May.', 'case:lower'), [
      'The lock was shut in May.',
    ]);
    assert.deepEqual(repaired('[|the|] lock was shut.', 'case:title'), ['The lock was shut.']);
  });

  it('exchange two words, but not the capital of the first', () => {
    assert.deepEqual(repaired('[|Lock|] the was shut.', 'swap'), ['The lock was shut.']);
    assert.deepEqual(repaired('It was [|May|] in shut.', 'swap'), ['It was in May shut.']);
  });

  it('join a word that was written as two', () => {
    assert.deepEqual(repaired('The lo[|n|] g lock was shut.', 'merge'), [
      'The long lock was shut.',
    ]);
  });

  it('are none if the reader cannot name the word', () => {
    assert.deepEqual(repaired('The lock [|been|] shut.', 'append:*', 'replace:*'), []);
  });
});
