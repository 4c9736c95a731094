import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { alignQuotation, isCloseMatch } from '../../../server/checks/quotes/compare.js';
import { quotedWords } from '../../../server/checks/quotes/words.js';

/** The differences of a quotation from a record, each as `own>recorded`. */
function differences(quotation: string, record: string): readonly string[] {
  const own = quotedWords(quotation);
  const recorded = quotedWords(record);
  const slice = (text: string, words: typeof own, from: number, to: number): string =>
    text.slice(words[from]?.start ?? 0, from < to ? words[to - 1]?.end : (words[from]?.start ?? 0));
  return (alignQuotation(own, recorded)?.differences ?? []).map(
    ({ from, to, recordedFrom, recordedTo }) =>
      `${slice(quotation, own, from, to)}>${slice(record, recorded, recordedFrom, recordedTo)}`,
  );
}

const VERDICT =
  'The court finds, after a long and careful hearing, that the harbour wall was never safe.';

describe('alignQuotation', () => {
  it('finds changed, added and omitted words', () => {
    assert.deepEqual(differences('the harbour wall was rarely safe', VERDICT), ['rarely>never']);
    assert.deepEqual(differences('that the old harbour wall was never safe', VERDICT), ['old>']);
    assert.deepEqual(differences('after a careful hearing', VERDICT), ['>long and']);
  });

  it('finds changes at either end', () => {
    assert.deepEqual(differences('the harbour wall was never sound', VERDICT), ['sound>safe']);
    assert.deepEqual(differences('A court finds', VERDICT), ['A>The']);
  });

  it('finds words missing after the first one, even if one change would explain it', () => {
    const record = 'Ask the builder. We did not claim that the wall is safe.';
    assert.deepEqual(differences('We claim that the wall is safe', record), ['>did not']);
    assert.deepEqual(differences('They claim that the wall is safe', record), ['They>not']);
    assert.deepEqual(differences('Ask claim that the wall is safe', record), ['Ask>not']);
  });

  it('ignores case, punctuation and typography', () => {
    assert.deepEqual(
      differences('THE COURT FINDS: after a long — and careful — hearing', VERDICT),
      [],
    );
    assert.deepEqual(differences('it’s 2 o’clock, per-se', "It's two o'clock per se"), []);
    assert.deepEqual(differences('their labor, organized', 'their labour, organised'), []);
    assert.deepEqual(differences('Gonzalez agreed', 'González agreed'), []);
  });

  it('treats a contraction like its expansion', () => {
    for (const [one, other] of [
      ['We will not go and they are late', 'We won’t go and they’re late'],
      ['I am sure it is so, it has been so', "I'm sure it's so, it's been so"],
      ['They cannot see what we would do', 'They can’t see what we’d do'],
      ['[T]here is no road', 'There’s no road'],
      ['It isnt over', 'It is not over'],
      ['The mayor’s here', 'The mayor’s here'],
    ] as const) {
      assert.deepEqual(differences(one, other), []);
      assert.deepEqual(differences(other, one), []);
    }
  });

  it('reports whole contractions', () => {
    assert.deepEqual(differences('We will pay for it', 'We won’t pay for it'), ['will>won’t']);
    assert.deepEqual(differences('We won’t pay for it', 'We will pay for it'), ['won’t>will']);
    assert.deepEqual(differences('That is what we will', 'That is what we won’t'), ['will>won’t']);
    assert.deepEqual(differences('They’re ready now', 'Aren’t ready now'), ['They’re>Aren’t']);
    assert.deepEqual(differences('Never pay for it', 'We won’t pay for it'), ['Never>won’t']);
    assert.deepEqual(differences('You’re going to pay', 'We are going to pay'), ['You’re>We are']);
  });

  it('ignores differences between British and American spelling', () => {
    assert.deepEqual(
      differences(
        'the grey colour of the theatre, travelled, analysed, catalogues, the defence programmes',
        'the gray color of the theater, traveled, analyzed, catalogs, the defense programs',
      ),
      [],
    );
    assert.deepEqual(differences('we filed it under hours', 'we filled it under ours'), [
      'filed>filled',
      'hours>ours',
    ]);
  });

  it('permits partial quotations, ellipses and brackets', () => {
    assert.deepEqual(differences('the harbour wall was never safe', VERDICT), []);
    assert.deepEqual(differences('The court finds … the harbour wall was never safe', VERDICT), []);
    assert.deepEqual(differences('[the pier] was never safe', VERDICT), []);
    assert.deepEqual(differences('[T]he harbour wall [in Whitby] was never safe', VERDICT), []);
    assert.deepEqual(differences('We asked them', 'We (the two of us) asked them'), []);
  });

  it('does not permit the omission of a “not” that negates the rest', () => {
    const cases: readonly (readonly [quotation: string, record: string, dropped: string])[] = [
      ['We will … pay for it', 'We will not pay for it', '>not'],
      ['We … pay for it', 'We won’t ever pay for it', '>won’t ever'],
      ['We [will] pay for it', 'We will never pay for it', '>never'],
      [
        'The wall was … safe',
        'The wall was, I am told, never quite safe',
        '>I am told, never quite',
      ],
      ['We will … We promised', 'We will not pay for that. We promised.', '>not pay for that'],
    ];
    for (const [quotation, record, dropped] of cases)
      assert.deepEqual(differences(quotation, record), [dropped], quotation);
  });

  it('permits the omission of a “not” that belongs to the omitted words', () => {
    const cases: readonly (readonly [quotation: string, record: string])[] = [
      ['The board … paid for the wall', 'The board, which never met the men, paid for the wall'],
      ['We asked … and they came', 'We asked, and not only once, and they came'],
      ['We came at dawn … We left', 'We came at dawn. Nobody met us. We left.'],
      ['We will … pay for it', 'We will, no doubt, pay for it'],
      ['We [wouldn’t] pay', 'We would not pay'],
      ['We will … pay', 'We will not. We will, I said, pay'],
    ];
    for (const [quotation, record] of cases)
      assert.deepEqual(differences(quotation, record), [], quotation);
  });

  it('permits the omission of whole sentences only', () => {
    const speech = 'We came at dawn. Nobody met us. We left at noon.';
    assert.deepEqual(differences('We came at dawn. We left at noon.', speech), []);
    assert.deepEqual(differences('We came. We left at noon.', speech), ['>at dawn. Nobody met us']);
  });

  it('distinguishes a misquotation from another quotation', () => {
    const near = (a: string, b: string): boolean => {
      const [words, recorded] = [quotedWords(a), quotedWords(b)];
      const comparison = alignQuotation(words, recorded);
      return comparison !== undefined && isCloseMatch(words, recorded, comparison);
    };
    assert.ok(near('the harbour wall was always safe', VERDICT));
    assert.ok(near('I was cold rather than wet', 'I was wet rather than cold'));
    assert.ok(!near('the harbour master was ill that day', VERDICT));
    assert.ok(!near('that it was the best of all', 'that it is the end of all that'));
  });

  it('gives up on texts too long to compare', () => {
    const long = quotedWords('word '.repeat(2000));
    assert.equal(alignQuotation(long, long), undefined);
  });
});
