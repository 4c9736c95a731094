import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { NO_READINGS, type Readings } from '../../../../server/inference/readings.js';
import { runToCompletion } from '../../../../server/prose/cooperativeTask.js';
import { type Prose, readProse } from '../../../../server/prose/prose.js';
import { DOUBTED } from '../../../../server/checks/sentences/reader/decision.js';
import {
  type GrammarReport,
  grammarErrorsIn,
} from '../../../../server/checks/sentences/grammarCheck.js';
import { mark } from '../../../marked.js';
import { REPORTED, SOUND, damaged, othersSound, readingsOf } from './readings.js';

function report(draft: string | Prose, readings: Readings): GrammarReport {
  const prose = typeof draft === 'string' ? readProse(draft) : draft;
  return runToCompletion(grammarErrorsIn(prose.blocks, readings));
}

const LOST = damaged('The owners of the upper [|lock|] nobody this winter.', 'missing-verb', {
  'append:told': 0.3,
});
const REPAIRED = 'The owners of the upper lock told nobody this winter.';

describe('the sentence reader’s check', () => {
  it('asks for every sentence, then for the repaired ones, then reports', () => {
    assert.deepEqual(
      report(LOST.text, readingsOf([])).unread.map(({ text }) => text),
      [LOST.text],
    );
    const second = report(LOST.text, readingsOf([LOST]));
    assert.deepEqual(second.placed, []);
    assert.deepEqual(
      second.unread.map(({ text }) => text),
      [REPAIRED],
    );
    const third = report(LOST.text, readingsOf([LOST], [REPAIRED]));
    assert.deepEqual(third.unread, []);
    const [placed, ...others] = third.placed;
    assert.deepEqual(others, []);
    assert.ok(placed);
    assert.equal(placed.found.kind, 'missing-verb');
    assert.equal(placed.found.foundBy, 'reader');
    assert.equal(
      mark(LOST.text, [placed.found.span]),
      'The owners of the upper [|lock nobody|] this winter.',
    );
    assert.equal(
      placed.found.message,
      '“lock nobody” should perhaps be “lock told nobody”: a verb is missing here.',
    );
  });

  it('offers no repair that does not read as sound, and prefers none that is doubtful', () => {
    const still = { text: REPAIRED, reading: { ...LOST.reading, damage: 0.9 } };
    const [unfixed] = report(LOST.text, readingsOf([LOST, still])).placed;
    assert.deepEqual(unfixed?.found.fixes ?? [], []);
    const [doubtful] = report(LOST.text, readingsOf([LOST], [REPAIRED])).placed;
    assert.equal(doubtful?.found.fixes.length, 1);
    assert.equal(doubtful.found.isFirstFixPreferred, false);
  });

  it('prefers a repair that the reader is sure of', () => {
    const sure = damaged('He has been a [|member|] the council since 2019.', 'missing-word', {
      'append:of': 0.97,
    });
    const [placed] = report(
      sure.text,
      readingsOf([sure], ['He has been a member of the council since 2019.']),
    ).placed;
    assert.equal(placed?.found.kind, 'missing-preposition');
    assert.equal(placed.found.foundBy, 'reader');
    assert.equal(placed.found.isFirstFixPreferred, true);
  });

  it('asks for nothing and reports nothing if it is off', () => {
    const { placed, unread } = report(LOST.text, {
      ...NO_READINGS,
      sentence: () => LOST.reading,
    });
    assert.deepEqual([placed, unread], [[], []]);
  });

  it('leaves the message to a rule that finds the same', () => {
    const twice = damaged('The board will meet in [|in|] October.', 'garbled', { delete: 0.99 });
    const { placed } = report(twice.text, readingsOf([twice], ['The board will meet in October.']));
    assert.deepEqual(
      placed.map(({ found }) => [found.kind, found.foundBy]),
      [['repeated-word', undefined]],
    );
  });

  it('moves its errors with their sentence', () => {
    const readings = readingsOf([LOST], [REPAIRED, 'It rains.', 'It rains hard.']);
    const before = readProse(`It rains. ${LOST.text}`);
    const [first] = report(before, readings).placed;
    const after = readProse(`It rains hard. ${LOST.text}`, 'markdown', before);
    const [second] = report(after, readings).placed;
    assert.ok(first);
    assert.equal(second?.found.span.start, first.found.span.start + ' hard'.length);
  });

  it('judges a sentence again when its reading changes', () => {
    const prose = readProse(LOST.text);
    assert.equal(report(prose, readingsOf([LOST], [REPAIRED])).placed.length, 1);
    assert.equal(report(prose, readingsOf([{ text: LOST.text, reading: SOUND }])).placed.length, 0);
  });

  it('judges a sentence again when the one before it provides its subject', () => {
    const lost = damaged('[||]Went home early after the meeting.', 'missing-subject');
    const [he, it] = ['He', 'It'].map((pronoun) => `${pronoun} went home early after the meeting.`);
    const opening = ['Mark said he was ill.', 'The smoke made him ill.'] as const;
    const readings = readingsOf(
      [lost],
      [...opening, he ?? '', it ?? '', 'They went home early after the meeting.'],
    );
    const preferred = (prose: Prose): readonly boolean[] =>
      report(prose, readings).placed.map(({ found }) => found.isFirstFixPreferred);
    const before = readProse(`${opening[0]} ${lost.text}`);
    assert.deepEqual(preferred(before), [true]);
    assert.deepEqual(preferred(readProse(`${opening[1]} ${lost.text}`, 'markdown', before)), [
      false,
    ]);
  });

  it('reports a kind of damage from the threshold of its place on', () => {
    const lost = (damage: number, where: string): number => {
      const { text, reading } = damaged(
        'The keys [|left|] by a diver.',
        'missing-verb',
        {},
        damage,
      );
      return report(where + text, othersSound({ text, reading })).placed.length;
    };
    assert.equal(lost(REPORTED, ''), 1);
    assert.equal(lost(REPORTED - 0.01, ''), 0);
    assert.equal(lost(REPORTED, '# '), 0);
  });

  it('leaves short clauses that are set side by side for effect', () => {
    const kinds = (source: string): readonly string[] => {
      const { text, reading } = damaged(source, 'run-on', {});
      return report(text, othersSound({ text, reading })).placed.map(({ found }) => found.kind);
    };
    assert.deepEqual(kinds('I came[|,|] I saw.'), []);
    assert.deepEqual(kinds('It rained, we [|sang|], nobody minded.'), []);
    assert.deepEqual(kinds('The firm left Leeds in 2019[|,|] the union fought it.'), ['run-on']);
    assert.deepEqual(kinds('The tide [|came|] the boat went.'), ['run-on']);
  });

  it('leaves “have” without another verb where it is the verb itself', () => {
    const kinds = (source: string): readonly string[] => {
      const { text, reading } = damaged(source, 'missing-verb', {});
      return report(text, othersSound({ text, reading })).placed.map(({ found }) => found.kind);
    };
    assert.deepEqual(kinds("I haven'[|t|] a favourite."), []);
    assert.deepEqual(kinds('She hadn’[|t|] the heart to leave.'), []);
    assert.deepEqual(kinds('She can’[|t|] the bus on Sundays.'), ['missing-verb']);
  });

  it('suspects no part of a figure', () => {
    const figure = damaged('They counted 1,[|437|] boats in the lock.', 'garbled', { delete: 0.9 });
    assert.deepEqual(report(figure.text, readingsOf([figure])).placed, []);
  });

  it('quotes few words, without control characters or marks that have no partner', () => {
    const long = damaged(`(Then) [|ran${'\u0301'.repeat(90)}|] the lock for years.`, 'garbled');
    const [placed] = report(long.text, readingsOf([long])).placed;
    assert.match(
      placed?.found.message ?? '',
      /^“[^“”\p{Cc}]{10,61}”: the words do not fit together; delete what is left of an earlier version, or add what was lost\.$/u,
    );
  });

  it('reports a verb that does not agree, and leaves the number of a noun to others', () => {
    const verb = damaged('What the farms need [|are|] rain.', 'agreement', { 'replace:is': 0.9 });
    const noun = damaged('The town has a [|barracks|] of its own.', 'agreement', {
      'number:singular': 0.9,
    });
    const readings = readingsOf([verb, noun], ['What the farms need is rain.']);
    const [placed] = report(verb.text, readings).placed;
    assert.equal(placed?.found.kind, 'agreement');
    assert.equal(placed.found.fixes[0]?.title, 'Replace “are” with “is”');
    assert.deepEqual(report(noun.text, readings).placed, []);
  });

  it('repairs errors that a rule reports without a fix', () => {
    const garbled = damaged(
      'Whoever has a ticket [|is|] has a seat.',
      'garbled',
      { delete: 0.9 },
      0.9,
    );
    const [placed, ...others] = report(
      garbled.text,
      readingsOf([garbled], ['Whoever has a ticket has a seat.']),
    ).placed;
    assert.deepEqual(others, []);
    assert.equal(placed?.found.fixes[0]?.title, 'Delete “is”');
  });

  it('believes some rules only where the reader doubts the words', () => {
    const kinds = (source: string, damage: number): readonly string[] => {
      const doubted = damaged(source, 'confused', {}, damage);
      return report(doubted.text, othersSound(doubted)).placed.map(({ found }) => found.kind);
    };
    assert.deepEqual(kinds('Two the [|of|] men were freed on Monday.', DOUBTED), ['garbled']);
    assert.deepEqual(kinds('Two the [|of|] men were freed on Monday.', DOUBTED - 0.01), []);
    assert.deepEqual(kinds('Two the of men were freed on [|Monday|].', 0.9), []);
  });

  it('offers a repair of a sentence whose quotation continues in the next', () => {
    const lost = damaged(
      'The mayor [|spoke|] a “plan for the town.',
      'missing-word',
      { 'append:of': 0.9 },
      0.99,
    );
    const repaired = damaged('The mayor spoke of a [|“|]plan for the town.', 'unbalanced', {}, 0.7);
    const [placed] = report(lost.text, readingsOf([lost, repaired])).placed;
    assert.equal(placed?.found.fixes.length, 1);
  });

  it('ignores errors that only a rule of structure sees', () => {
    const draft = 'The trust is based in Dublin she is its director.';
    assert.deepEqual(report(draft, readingsOf([{ text: draft, reading: SOUND }])).placed, []);
    assert.deepEqual(report(draft, NO_READINGS).placed, []);
  });
});
