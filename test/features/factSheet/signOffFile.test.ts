import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type StoredSignOff,
  changedSignOffs,
  readSignOffs,
} from '../../../server/features/factSheet/signOffFile.js';

function signed(sentence: string, rest: Partial<StoredSignOff> = {}): StoredSignOff {
  return {
    draft: 'tide.md',
    by: 'MO',
    at: '2026-11-28T23:10:00Z',
    kind: 'statement',
    sentence,
    note: '',
    ...rest,
  };
}

function added(text: string, ...entries: readonly StoredSignOff[]): string {
  return changedSignOffs(text, () => false, entries);
}

describe('the sign-off file', () => {
  it('has a line for each entry, which is read back unchanged', () => {
    const entry = signed('It rose.', {
      kind: 'quote',
      words: '“It rose”',
      occurrence: 2,
      verdict: 'supported',
      note: 'rang the “harbour” office',
    });
    const text = added('', entry);
    assert.equal(
      text,
      '{"draft":"tide.md","by":"MO","at":"2026-11-28T23:10:00Z","kind":"quote","sentence":"It rose.","words":"“It rose”","occurrence":2,"verdict":"supported","note":"rang the “harbour” office"}\n',
    );
    assert.deepEqual(readSignOffs(text), [entry]);
  });

  it('has the decision with its passages', () => {
    const evidence = [
      { source: 'log/tides.md', line: 4, text: 'It rose at nine.' },
      {
        source: 'archive, 1 May 2021, Tides',
        line: 1,
        text: 'It rose.',
        isFromArchive: true as const,
      },
    ];
    const entry = signed('It rose.', { decision: 'rejected', note: 'ask her', evidence });
    const text = added('', entry);
    assert.match(
      text,
      /"decision":"rejected","note":"ask her","evidence":\[\{"source":"log\/tides\.md","line":4,"text":"It rose at nine\."\},/u,
    );
    assert.deepEqual(readSignOffs(text), [entry]);
    assert.deepEqual(readSignOffs(text.replace('"rejected"', '"perhaps"')), []);
    assert.deepEqual(readSignOffs(text.replace('"line":4', '"line":"4"')), []);
  });

  it('is sorted by draft and sentence, so that two people seldom change the same place', () => {
    const text = added(
      '',
      signed('It rose.'),
      signed('A mole stood.'),
      signed('Zinc fell.', { draft: 'pier.md' }),
    );
    const sentences = readSignOffs(text).map(({ sentence }) => sentence);
    assert.deepEqual(sentences, ['Zinc fell.', 'A mole stood.', 'It rose.']);
    const more = added(text, signed('Boats left.'));
    assert.deepEqual(
      more.split('\n').filter((line) => !text.split('\n').includes(line)).length,
      1,
      'the other lines stay as they are',
    );
  });

  it('has what both sides of a merge signed, and no marks after the next signature', () => {
    const [one, other, base] = ['One.', 'Two.', 'Old.'].map((text) => added('', signed(text)));
    const conflict = `<<<<<<< HEAD\n${one}||||||| 12ab\n${base}=======\n${other}>>>>>>> desk\n`;
    const sentences = (text: string): readonly string[] =>
      readSignOffs(text).map(({ sentence }) => sentence);
    assert.deepEqual(sentences(conflict), ['One.', 'Two.']);
    const resolved = added(conflict, signed('Three.'));
    assert.deepEqual(sentences(resolved), ['One.', 'Three.', 'Two.']);
    assert.doesNotMatch(resolved, /^[<>=|]/mu);
  });

  it('keeps invalid lines, and skips them', () => {
    const text = '# signed at the desk\n{"draft":"tide.md"}\n[1]\n{"draft": 1, "kind": "x"}\n';
    assert.deepEqual(readSignOffs(text), []);
    const more = added(text, signed('It rose.'));
    assert.ok(more.startsWith(text));
    assert.equal(readSignOffs(more).length, 1);
  });

  it('loses withdrawn entries, and keeps its line breaks', () => {
    const text = added('\r\n', signed('One.'), signed('Two.'));
    assert.match(text, /^[^\n]+\r\n[^\n]+\r\n$/u);
    const rest = changedSignOffs(text, ({ sentence }) => sentence === 'One.', []);
    assert.deepEqual(readSignOffs(rest), [signed('Two.')]);
    assert.equal(
      changedSignOffs(text, () => true, []),
      '',
    );
  });
});
