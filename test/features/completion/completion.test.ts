import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  completionsAt,
  draftOf,
  resolvedItem,
} from '../../../server/features/completion/completion.js';
import type { Draft } from '../../../server/checks/draft.js';
import { LineMap } from '../../../server/prose/sourceMap.js';
import type { Quote } from '../../../server/reference/model.js';
import { marked } from '../../marked.js';
import { drafted, person } from '../drafted.js';

const citation = { source: 'talks.md', line: 3 };
const ENTITIES = [
  person('Maren Oduya', { roles: [{ title: 'mayor', citation }], bio: 'She leads the council.' }),
  person('Ifeoma Vranić'),
  person('Theresa Odell'),
  person('Xi Weimin'),
  person('Jan van der Hoek'),
  person('Siobhán Ní Bhriain'),
  person('Bashar al-Khatib'),
  person('Harbour Safety Council', { kind: 'body', forms: ['HSC'] }),
  person('Odense', { kind: 'place' }),
];
const QUOTES: readonly Quote[] = [
  {
    text: 'We have waited ten years for this',
    speaker: 'Ifeoma Vranić',
    citation,
    unreliable: false,
  },
];

interface Completed {
  readonly draft: Draft;
  readonly text: string;
  readonly items: readonly CompletionItem[];
}

/** The completions at the mark. */
function complete(source: string, explicit = false): Completed {
  const { text, spans } = marked(source);
  const draft = drafted(text, { base: { entities: ENTITIES, quotes: QUOTES } });
  const offset = spans[0]?.start ?? text.length;
  const { items } = completionsAt(draft, {
    text,
    lines: new LineMap(text),
    offset,
    explicit,
  });
  return { draft, text, items };
}

function labels(source: string, explicit = false): readonly string[] {
  return complete(source, explicit).items.map(({ label }) => label);
}

/** The text after the first item was accepted. */
function accepted(source: string, explicit = false): string {
  const { text, items } = complete(source, explicit);
  const [item] = items;
  assert.ok(item?.textEdit !== undefined && 'range' in item.textEdit, source);
  const edits = [item.textEdit, ...(item.additionalTextEdits ?? [])];
  return TextDocument.applyEdits(TextDocument.create('', 'markdown', 1, text), edits);
}

describe('completion of names', () => {
  it('starts after two letters of a capitalised word', () => {
    assert.deepEqual(labels('On Monday, O[||]'), []);
    assert.deepEqual(labels('On Monday, Od[||]'), ['Maren Oduya', 'Theresa Odell', 'Odense']);
    assert.deepEqual(labels('On Monday, Odu[||]'), ['Maren Oduya']);
    assert.equal(accepted('On Monday, Odu[||] spoke.'), 'On Monday, Maren Oduya spoke.');
  });

  it('suggests nothing in other words or inside a word', () => {
    for (const text of [
      'On Monday, od[||]',
      'He said ode[||]',
      'On Od[||]uya',
      'McOd[||]',
      'x-Od[||]',
      '2Od[||]',
      'O’Od[||]',
    ]) {
      assert.deepEqual(labels(text), [], text);
    }
  });

  it('suggests nothing in code, comments, URLs and front matter', () => {
    for (const text of [
      '`Od[||]`',
      '    Od[||]',
      '<!-- Od[||] -->',
      '<a href="Od[||]">',
      '---\ntitle: Od[||]\n---\n\nText.',
    ]) {
      assert.deepEqual(labels(text), [], text);
    }
  });

  it('starts later where any word is capitalised, unless invoked explicitly', () => {
    for (const text of [
      'Od[||]',
      'It rained. Od[||]',
      'The[||]',
      '“Od[||]',
      '# Od[||]',
      '# Vranić and Od[||]',
    ]) {
      assert.deepEqual(labels(text), [], text);
      assert.ok(labels(text, true).length > 0, `${text}, explicitly`);
    }
    assert.deepEqual(labels('It rained. Odu[||]'), ['Maren Oduya']);
    assert.deepEqual(labels('Ther[||]'), ['Theresa Odell']);
    assert.deepEqual(labels('# Odu[||]'), ['Maren Oduya']);
  });

  it('suggests the full name on first reference and the surname on second', () => {
    assert.equal(accepted('On Monday, Ma[||] spoke.'), 'On Monday, Maren Oduya spoke.');
    assert.equal(accepted('Maren Oduya spoke. Then Od[||]'), 'Maren Oduya spoke. Then Oduya');
    assert.deepEqual(labels('Maren Oduya spoke. Then Ma[||]'), ['Oduya', 'Maren Oduya']);
    assert.equal(
      accepted('Then Odu[||] sat. Maren Oduya spoke.'),
      'Then Maren Oduya sat. Maren Oduya spoke.',
    );
    assert.equal(
      accepted('# Maren Oduya Speaks\n\nThen Odu[||]'),
      '# Maren Oduya Speaks\n\nThen Maren Oduya',
    );
    assert.deepEqual(labels('On Monday, Xi[||]'), ['Xi Weimin']);
    assert.deepEqual(labels('Xi Weimin spoke. Then Xi[||]'), []);
    assert.deepEqual(labels('Xi Weimin spoke. Then We[||]'), ['Weimin']);
  });

  it('suggests the surname after an honorific, and nothing after another person’s given name', () => {
    assert.deepEqual(labels('Then Ms. Vr[||]'), ['Vranić']);
    assert.deepEqual(labels('Then mayor Vr[||]'), ['Ifeoma Vranić']);
    assert.deepEqual(labels('Then Luka Vr[||]'), []);
  });

  it('suggests names wherever one can stand: after a day, a place or a title, in lists, cells and attributions', () => {
    for (const text of [
      'On Thursday Odu[||]',
      'On Thursday Od[||]',
      'In July Od[||]',
      'In Lisbon Od[||]',
      'In Ashgate Od[||]',
      'For UNICEF Od[||]',
      'The Portuguese Od[||]',
      'The council met Od[||]',
      'A letter from Od[||]',
      'Then Cllr Od[||]',
      'Then Sgt. Od[||]',
      'The mayor, Od[||]',
      '- rain, Od[||]',
      '- Odu[||]',
      '1. Odu[||]',
      '| Who | Age |\n| --- | --- |\n| Odu[||] | 4 |',
      '“It rained,” said Od[||]',
      '“It rained,” said Cllr Od[||]',
    ]) {
      assert.ok(labels(text).includes('Maren Oduya'), text);
    }
    assert.deepEqual(labels('see <http://lund.example/Odu[||]>'), []);
    assert.deepEqual(labels('[the minutes](Odu[||])'), []);
  });

  it('completes a surname with a particle', () => {
    assert.equal(accepted('Then van der Ho[||] sat.'), 'Then Jan van der Hoek sat.');
    assert.equal(accepted('Then Mr van der Ho[||] sat.'), 'Then Mr van der Hoek sat.');
    assert.equal(
      accepted('Jan van der Hoek sat. Then van der Ho[||] rose.'),
      'Jan van der Hoek sat. Then van der Hoek rose.',
    );
    assert.equal(accepted('Then Ní Bh[||] sat.'), 'Then Siobhán Ní Bhriain sat.');
    assert.equal(accepted('Then al-Kh[||] sat.'), 'Then Bashar al-Khatib sat.');
  });

  it('completes a partly typed name', () => {
    assert.equal(accepted('Then Maren Od[||] spoke.'), 'Then Maren Oduya spoke.');
    assert.equal(accepted('Maren Oduya spoke. Maren Od[||]'), 'Maren Oduya spoke. Maren Oduya');
    assert.equal(accepted('The Harbour Safety Co[||] met.'), 'The Harbour Safety Council met.');
  });

  it('suggests an organisation in full first, and its initials later', () => {
    assert.deepEqual(labels('Then the HS[||]'), ['Harbour Safety Council']);
    assert.deepEqual(labels('The Harbour Safety Council met. Then the HS[||]'), ['HSC']);
    assert.deepEqual(labels('The Harbour Safety Council met. Then the Ha[||]'), [
      'HSC',
      'Harbour Safety Council',
    ]);
    assert.deepEqual(labels('Then the Co[||]'), []);
  });

  it('finds names without their diacritics, and suggests nothing once the name is complete', () => {
    assert.equal(accepted('Then Vranic[||] sat.'), 'Then Ifeoma Vranić sat.');
    assert.deepEqual(labels('Ifeoma Vranić spoke. Then Vranić[||]'), []);
    assert.equal(complete('Then Vr[||]').items[0]?.filterText, 'Vr');
  });

  it('lists people in the draft first', () => {
    assert.deepEqual(labels('Theresa Odell sat. Then Od[||]'), ['Odell', 'Maren Oduya', 'Odense']);
  });

  it('replaces exactly what was typed after emoji, markup and CRLF', () => {
    assert.equal(accepted('🎤🔥 On **Odu[||]** sat.\r\n'), '🎤🔥 On **Maren Oduya** sat.\r\n');
    assert.equal(
      accepted('Rain.\r\n\r\n> - 🎤 On Odu[||]\r\n'),
      'Rain.\r\n\r\n> - 🎤 On Maren Oduya\r\n',
    );
  });

  it('is incomplete, so that clients ask again after each letter', () => {
    const text = 'On Od';
    const lines = new LineMap(text);
    assert.ok(
      completionsAt(drafted(text), { text, lines, offset: 5, explicit: false }).isIncomplete,
    );
  });

  it('resolves an item to the summary of the entity', () => {
    const { draft, items } = complete('On Monday, Odu[||]');
    const [item] = items;
    assert.ok(item !== undefined);
    assert.equal(item.detail, 'mayor');
    assert.equal(draftOf(item), draft.uri);
    assert.match(
      JSON.stringify(resolvedItem(item, draft).documentation),
      /She leads the council\./u,
    );
    assert.deepEqual(resolvedItem(item, undefined), item);
    assert.deepEqual(resolvedItem({ label: 'x' }, draft), { label: 'x' });
    assert.equal(draftOf({ label: 'x' }), undefined);
  });
});

describe('completion of attributions', () => {
  const WORDS = 'We have waited ten years for this';

  it('starts after a quotation, with the recorded speaker first', () => {
    assert.deepEqual(labels(`Maren Oduya sat. “${WORDS},”[||]`), [
      'Ifeoma Vranić said',
      'Oduya said',
    ]);
    assert.equal(accepted(`“${WORDS},”[||]`), `“${WORDS},” Ifeoma Vranić said`);
    assert.equal(accepted(`“${WORDS},” [||]`), `“${WORDS},” Ifeoma Vranić said`);
    assert.equal(accepted(`"${WORDS}?"[||]`), `"${WORDS}?" Ifeoma Vranić said`);
    assert.equal(accepted(`‘${WORDS}’, [||]`), `‘${WORDS}’, Ifeoma Vranić said`);
  });

  it('completes a partly typed speaker, and nothing else', () => {
    assert.equal(accepted(`“${WORDS},” Ife[||]`), `“${WORDS},” Ifeoma Vranić said`);
    assert.deepEqual(labels(`“${WORDS},” she[||]`), []);
    assert.deepEqual(labels(`“${WORDS},” she said. [||]`), []);
    assert.deepEqual(labels(`“${WORDS},[||]`), []);
  });

  it('starts after a full stop or a title only if invoked explicitly', () => {
    assert.deepEqual(labels(`“${WORDS}.”[||]`), []);
    assert.deepEqual(labels('Maren Oduya read “The Tide” [||]'), []);
    assert.equal(accepted(`“${WORDS}.” [||]`, true), `“${WORDS},” Ifeoma Vranić said`);
  });

  it('writes the speaker as the draft does', () => {
    const before = 'Ifeoma Vranić sat. Ms. Vranić rose.';
    assert.equal(accepted(`${before} “${WORDS},”[||]`), `${before} “${WORDS},” Ms. Vranić said`);
  });

  it('has the right offsets after emoji and CRLF', () => {
    assert.equal(
      accepted(`🎤🔥\r\n\r\n“🎉 ${WORDS}.” [||]\r\n`, true),
      `🎤🔥\r\n\r\n“🎉 ${WORDS},” Ifeoma Vranić said\r\n`,
    );
  });
});

describe('completion of codes in a copydesk-ignore comment', () => {
  it('suggests codes, each after its family', () => {
    const found = labels('<!-- copydesk-ignore [||] -->');
    assert.deepEqual(found.slice(0, 3), ['name', 'name/misspelled', 'name/inconsistent']);
    assert.ok(found.includes('quote') && found.includes('reference/uncovered'));
    assert.deepEqual(labels('<!-- copydesk-ignore quote/a[||]'), ['quote/altered']);
    assert.equal(
      accepted('🎤 <!-- copydesk-ignore quote/a[||] -->'),
      '🎤 <!-- copydesk-ignore quote/altered -->',
    );
  });

  it('leaves out codes that the comment has', () => {
    const found = labels('<!-- copydesk-ignore name, quote/altered, [||]');
    assert.ok(!found.some((label) => label.startsWith('name') || label === 'quote/altered'));
    assert.ok(found.includes('quote/unsupported'));
    const others = labels('<!-- copydesk-ignore sentence/garbled, [||]');
    assert.ok(!others.includes('sentence/missing-to') && others.includes('sentence/fragment'));
  });

  it('suggests nothing in the reason, after the comment or in other comments', () => {
    for (const text of [
      '<!-- copydesk-ignore name: Od[||] -->',
      '<!-- copydesk-ignore name --> [||]',
      '<!-- copydesk-ignore[||] -->',
      '<!-- name[||] -->',
    ]) {
      assert.deepEqual(labels(text), [], text);
    }
  });
});
