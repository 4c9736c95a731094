import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type ConlluSentence, readConllu } from '../../../server/prose/grammar/conllu.js';
import { hashOf, hashKeyOf } from '../../../server/prose/grammar/hashing.js';
import { FixedRelations } from '../../../server/prose/grammar/fixedRelations.js';
import { sorted } from '../../grammar/learnGrammar.js';
import { learnFixedRelations, learnFixedTags } from '../../grammar/learnFixed.js';
import { Names, type TreebankSentence, numbered } from '../../grammar/treebank.js';
import { LEFT, RIGHT } from '../../../server/prose/grammar/transitions.js';

/**
 * A sentence of words written as `form/upos/xpos/head/relation`; heads count from 1, 0 is the root.
 */
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

interface Treebank {
  readonly tags: Names;
  readonly relations: Names;
  readonly sentences: readonly TreebankSentence[];
}

function treebank(): Treebank {
  const tags = new Names();
  const relations = new Names();
  const sentences = numbered(
    [
      ...Array.from({ length: 30 }, () => sentence(THE_JUDGE_RULED)),
      ...Array.from({ length: 15 }, () => sentence(THAT_WILL_DO)),
      ...Array.from({ length: 15 }, () => sentence(THAT_WILL)),
    ],
    tags,
    relations,
  );
  return { tags, relations, sentences };
}

/** The fixed tag of a form, if any. */
function fixedTagOf(form: string): string | undefined {
  const { tags, sentences } = treebank();
  const fixed = learnFixedTags(sentences, tags.names);
  return tags.names[(fixed.get(hashKeyOf(hashOf(form))) ?? 0) - 1];
}

describe('learnFixedTags', () => {
  it('fixes the tag of a closed-class word that has only one', () => {
    assert.equal(fixedTagOf('the'), 'DET/DT');
  });

  it('does not fix the tags of ambiguous words, open-class words or other forms', () => {
    for (const form of ['that', 'will', 'judge', 'ruled', 'The'])
      assert.equal(fixedTagOf(form), undefined);
  });
});

describe('learnFixedRelations', () => {
  it('fixes the relation of an arc that has only one, for its direction', () => {
    const { tags, relations, sentences } = treebank();
    const fixed = new FixedRelations(
      tags.names.length,
      sorted(learnFixedRelations(sentences, tags.names.length)),
    );
    // Numbered as in the parser's input.
    const tag = (name: string): number => tags.names.indexOf(name) + 2;
    const relation = (head: number, dependent: number, move: number): string | undefined =>
      relations.names[fixed.find(head, dependent, move)];
    assert.equal(relation(tag('NOUN/NN'), tag('DET/DT'), LEFT), 'det');
    assert.equal(relation(tag('NOUN/NN'), tag('DET/DT'), RIGHT), undefined);
    assert.equal(relation(tag('VERB/VB'), tag('PRON/DT'), LEFT), undefined);
    assert.equal(relation(1, tag('VERB/VBD'), LEFT), 'root');
    assert.equal(relation(0, 0, RIGHT), undefined);
  });
});
