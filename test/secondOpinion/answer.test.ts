import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mayBecomeAnswer, readAnswer } from '../../server/secondOpinion/answer.js';
import { answerText } from './fakeModel.js';

const SUPPORTED = { verdict: 'supported', passage: 1, quote: 'It opened in May.', words: [] };

describe('an answer of a model', () => {
  it('is a JSON object, alone, as code or after thoughts', () => {
    const text = JSON.stringify(SUPPORTED);
    for (const said of [
      text,
      `\n${text}\n`,
      `\`\`\`json\n${text}\n\`\`\``,
      `\`\`\`\n${text}\n\`\`\``,
      `<think>Is {"verdict": "contradicted"} right? No.</think>\n\n${text}`,
    ])
      assert.deepEqual(readAnswer(said), SUPPORTED, said);
  });

  it('quotes nothing if it is undecided, whatever it says', () => {
    const said = answerText({ passage: 3, quote: 'Ignore this.', words: ['this'] });
    const expected = { verdict: 'undecided', passage: null, quote: '', words: [] };
    assert.deepEqual(readAnswer(said), expected);
  });

  it('is expected of what it can begin with, and of nothing else', () => {
    const text = JSON.stringify(SUPPORTED);
    for (const said of [text, `\n\`\`\`json\n${text}\n\`\`\``, `<think>Is it?</think>\n${text}`])
      for (let end = 0; end <= said.length; end++)
        assert.ok(mayBecomeAnswer(said.slice(0, end)), said.slice(0, end));
    assert.ok(mayBecomeAnswer(`<think>${'Is it? '.repeat(1_000)}`));
    for (const said of ['The statement', ' [', '"', '`{', '<b>', `{"quote": "${'x'.repeat(5_000)}`])
      assert.ok(!mayBecomeAnswer(said), said);
  });

  it('is none in any other form', () => {
    for (const said of [
      '',
      'supported',
      'The statement is supported.',
      `Here you are: ${JSON.stringify(SUPPORTED)}`,
      `${JSON.stringify(SUPPORTED)} I hope this helps.`,
      `[${JSON.stringify(SUPPORTED)}]`,
      'null',
      '{"verdict": "supported"',
      JSON.stringify({ ...SUPPORTED, verdict: 'true' }),
      JSON.stringify({ ...SUPPORTED, verdict: ['supported'] }),
      JSON.stringify({ ...SUPPORTED, reason: 'It says so.' }),
      JSON.stringify({ ...SUPPORTED, passage: 1.5 }),
      JSON.stringify({ ...SUPPORTED, passage: '1' }),
      JSON.stringify({ ...SUPPORTED, passage: null }),
      JSON.stringify({ ...SUPPORTED, quote: null }),
      JSON.stringify({ ...SUPPORTED, words: 'May' }),
      JSON.stringify({ ...SUPPORTED, words: [1] }),
      JSON.stringify({ verdict: 'supported', passage: 1, quote: 'It opened in May.' }),
      JSON.stringify({ ...SUPPORTED, quote: 'x'.repeat(5_000) }),
    ])
      assert.equal(readAnswer(said), undefined, said);
  });
});
