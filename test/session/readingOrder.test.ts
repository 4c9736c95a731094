import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type JudgeRequest,
  type SentenceRequest,
  textOf,
} from '../../server/inference/readings.js';
import { readProse } from '../../server/prose/prose.js';
import { readingOrder } from '../../server/session/readingOrder.js';

const SENTENCES = ['One left.', 'Two left.', 'Three left.', 'Four left.'];
const DRAFT = SENTENCES.join('\n\n');

const requests = (texts: readonly string[]): readonly SentenceRequest[] =>
  texts.map((text) => ({ text, place: 'paragraph' }));

describe('the order of reading', () => {
  const prose = readProse(DRAFT);
  const order = (
    texts: readonly string[],
    cursors: readonly number[],
    visible?: { readonly start: number; readonly end: number },
  ): { readonly texts: readonly string[]; readonly urgent: number } => {
    const { requests: ordered, urgent } = readingOrder(prose, requests(texts), {
      cursors,
      visible,
    });
    return { texts: ordered.map(textOf), urgent };
  };

  it('begins at the cursors, and continues with the visible part', () => {
    const start = DRAFT.indexOf('Two');
    assert.deepEqual(order(SENTENCES, [DRAFT.indexOf('Four') + 3], { start, end: start + 20 }), {
      texts: ['Four left.', 'Two left.', 'Three left.', 'One left.'],
      urgent: 3,
    });
  });

  it('is that of the draft without a cursor, with its beginning visible', () => {
    assert.deepEqual(order(SENTENCES, []), { texts: SENTENCES, urgent: 4 });
  });

  it('knows a labelled turn of a transcript by the words that are read', () => {
    const transcript = readProse('Ana Roe: One left.\n\nAna Roe: Two left.');
    const { requests: ordered, urgent } = readingOrder(
      transcript,
      requests(['Two left.', 'One left.']),
      { cursors: [], visible: { start: 0, end: 5 } },
    );
    assert.deepEqual([ordered.map(textOf), urgent], [['One left.', 'Two left.'], 1]);
  });

  it('has a claim where its sentence is', () => {
    const claim = (sentence: string): JudgeRequest => ({
      ...{ sentence, claim: { start: 0, end: sentence.length - 1 } },
      passages: [],
    });
    const unread = [claim('One left.'), claim('Four left.'), claim('Two left.')];
    const { requests: ordered, urgent } = readingOrder(prose, unread, {
      cursors: [DRAFT.indexOf('Four')],
      visible: { start: DRAFT.indexOf('Two'), end: DRAFT.indexOf('Two') + 3 },
    });
    assert.deepEqual(ordered.map(textOf), ['Four left', 'Two left', 'One left']);
    assert.equal(urgent, 2);
  });

  it('has a claim where its sentence is, however it is spaced', () => {
    const claims = readProse('It rained, and the\nferry left.\n\nNobody saw it.');
    const judged = (sentence: string, claim: string): JudgeRequest => {
      const start = sentence.indexOf(claim);
      const span = { start, end: start + claim.length };
      return { sentence, claim: span, passages: [] };
    };
    const unread = [
      judged('Nobody saw it.', 'Nobody saw it'),
      judged('It rained, and the\nferry left.', 'the\nferry left'),
    ];
    const { requests: ordered, urgent } = readingOrder(claims, unread, {
      cursors: [0],
      visible: { start: 0, end: 5 },
    });
    assert.deepEqual([ordered.map(textOf), urgent], [['the\nferry left', 'Nobody saw it'], 1]);
  });

  it('puts a repaired sentence, which is not in the draft, before the invisible part', () => {
    assert.deepEqual(order(['Four left.', 'Two has left.'], [], { start: 0, end: 5 }), {
      texts: ['Two has left.', 'Four left.'],
      urgent: 1,
    });
  });
});
