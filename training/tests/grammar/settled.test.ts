import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type ConlluSentence, readConllu } from '../../../server/prose/grammar/conllu.js';
import { hashOf, hashKeyOf } from '../../../server/prose/grammar/hashing.js';
import { SettledRelations } from '../../../server/prose/grammar/settledRelations.js';
import { sorted } from '../../grammar/learnGrammar.js';
import { learnSettledRelations, learnSettledTags } from '../../grammar/settled.js';
import { Names, numbered } from '../../grammar/treebank.js';
import { LEFT, RIGHT } from '../../../server/prose/grammar/transitions.js';

/** A sentence of words written `form/upos/xpos/head/relation`, heads from 1 on, 0 the root. */
function sentence(words: string): ConlluSentence {
  const lines = words.split(' ').map((word, index) => {
    const [form = '', upos = '', xpos = '', head = '', relation = ''] = word.split('/');
    return [index + 1, form, form.toLowerCase(), upos, xpos, '_', head, relation, '_', '_'].join(
      '\t',
    );
  });
  const [read] = readConllu(`${lines.join('\n')}\n\n`);
  assert.ok(read !== undefined);
  return read;
}

const THE_JUDGE_RULED = 'the/DET/DT/2/det judge/NOUN/NN/3/nsubj ruled/VERB/VBD/0/root';
const THAT_WILL_DO = 'that/PRON/DT/3/nsubj will/AUX/MD/3/aux do/VERB/VB/0/root';
const THAT_WILL = 'that/DET/DT/2/det will/NOUN/NN/3/nsubj:pass read/VERB/VBN/0/root';

const tags = new Names();
const relations = new Names();
const treebank = numbered(
  [
    ...Array.from({ length: 30 }, () => sentence(THE_JUDGE_RULED)),
    ...Array.from({ length: 15 }, () => sentence(THAT_WILL_DO)),
    ...Array.from({ length: 15 }, () => sentence(THAT_WILL)),
  ],
  tags,
  relations,
);

describe('what is settled', () => {
  const settledTags = learnSettledTags(treebank, tags.names);
  const tagOf = (form: string): string | undefined =>
    tags.names[(settledTags.get(hashKeyOf(hashOf(form))) ?? 0) - 1];

  it('is the tag of a word of a closed class that never has another', () => {
    assert.equal(tagOf('the'), 'DET/DT');
  });

  it('is no tag of a word that has two, of a name or thing, or of another form', () => {
    for (const form of ['that', 'will', 'judge', 'ruled', 'The'])
      assert.equal(tagOf(form), undefined);
  });

  it('is the relation of an arc that never has another, on its side', () => {
    const settled = new SettledRelations(
      tags.names.length,
      sorted(learnSettledRelations(treebank, tags.names.length)),
    );
    // As the parser's input has them.
    const tag = (name: string): number => tags.names.indexOf(name) + 2;
    const relation = (head: number, dependent: number, move: number): string | undefined =>
      relations.names[settled.find(head, dependent, move)];
    assert.equal(relation(tag('NOUN/NN'), tag('DET/DT'), LEFT), 'det');
    assert.equal(relation(tag('NOUN/NN'), tag('DET/DT'), RIGHT), undefined);
    assert.equal(relation(tag('VERB/VB'), tag('PRON/DT'), LEFT), undefined);
    assert.equal(relation(1, tag('VERB/VBD'), LEFT), 'root');
    assert.equal(relation(0, 0, RIGHT), undefined);
  });
});
