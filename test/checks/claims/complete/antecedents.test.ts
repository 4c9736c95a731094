import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Coreference } from '../../../../server/checks/claims/complete/coreference.js';
import {
  type Statement,
  statementOf,
} from '../../../../server/checks/claims/statement/statement.js';
import { readProse, sentencesOf } from '../../../../server/prose/prose.js';
import { referenceFromSources } from '../../../../server/reference/reference.js';
import { ANTECEDENTS } from './antecedents.js';

const MARK = /\[(?<expression>[^=\]]+)=(?<antecedent>[^\]]*)\]/u;

/** What the last word of an expression stands for: the names there or, for a verb, its subject. */
function antecedentsAt({ tokens, terms, clauses }: Statement, end: number): readonly string[] {
  const at = tokens.findIndex((token) => token.end === end);
  const clause = tokens[at]?.tag === 'VERB' ? clauses.find(({ head }) => head === at) : undefined;
  const places = clause === undefined ? [at] : clause.subjects;
  return terms
    .filter(({ first, last }) => places.some((place) => first <= place && place <= last))
    .filter(({ kind, resolved }) => kind === 'name' || resolved)
    .map(({ entity, word }) => entity?.name.toLowerCase() ?? word);
}

/** True if the marked expression has exactly its antecedents. */
function isRight(story: string): boolean {
  const { expression = '', antecedent = '' } = MARK.exec(story)?.groups ?? {};
  const text = story.replace(MARK, '$<expression>');
  const end = story.indexOf('[') + expression.length;
  const { names } = referenceFromSources([{ name: 'source.txt', text }]);
  const discourse = new Coreference();
  let found: readonly string[] | undefined;
  for (const { sentence } of sentencesOf(readProse(text, 'plain'))) {
    const statement = discourse.read(statementOf(sentence.tokens, names));
    if (statement.tokens.some((token) => token.end === end)) found = antecedentsAt(statement, end);
  }
  const wanted = antecedent === '' ? [] : antecedent.split('+');
  return found !== undefined && [...new Set(found)].sort().join() === [...wanted].sort().join();
}

/** “Her” was Petra Vaal, and the story is about Dana Irwell. */
const MISSED = [
  'Dana Irwell told Petra Vaal about the theft. Police questioned her twice. [She=dana irwell] has no lawyer.',
];

describe('fifty expressions that refer back', () => {
  it('are resolved to their antecedents in 49 cases', () => {
    assert.equal(ANTECEDENTS.length, 50);
    assert.deepEqual(
      ANTECEDENTS.filter((story) => !isRight(story)),
      MISSED,
    );
  });
});
