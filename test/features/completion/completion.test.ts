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

interface Asked {
  readonly draft: Draft;
  readonly text: string;
  readonly items: readonly CompletionItem[];
}

/** What comes up at the mark, by a typed key unless it is asked for. */
function ask(source: string, asked = false): Asked {
  const { text, spans } = marked(source);
  const draft = drafted(text, { base: { entities: ENTITIES, quotes: QUOTES } });
  const offset = spans[0]?.start ?? text.length;
  const { items } = completionsAt(draft, { text, lines: new LineMap(text), offset, asked });
  return { draft, text, items };
}

function labels(source: string, asked = false): readonly string[] {
  return ask(source, asked).items.map(({ label }) => label);
}

/** The text after the first item was taken. */
function taken(source: string, asked = false): string {
  const { text, items } = ask(source, asked);
  const [item] = items;
  assert.ok(item?.textEdit !== undefined && 'range' in item.textEdit, source);
  const edits = [item.textEdit, ...(item.additionalTextEdits ?? [])];
  return TextDocument.applyEdits(TextDocument.create('', 'markdown', 1, text), edits);
}

describe('completion of names', () => {
  it('comes up after two letters of a capitalised word', () => {
    assert.deepEqual(labels('On Monday, O[||]'), []);
    assert.deepEqual(labels('On Monday, Od[||]'), ['Maren Oduya', 'Theresa Odell', 'Odense']);
    assert.deepEqual(labels('On Monday, Odu[||]'), ['Maren Oduya']);
    assert.equal(taken('On Monday, Odu[||] spoke.'), 'On Monday, Maren Oduya spoke.');
  });

  it('never comes up in other words, nor inside a word', () => {
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

  it('never comes up in code, comments, addresses and front matter', () => {
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

  it('waits, where any word has a capital, until the letters make no other word', () => {
    for (const text of [
      'Od[||]',
      'It rained. Od[||]',
      'The[||]',
      '“Od[||]',
      '# Od[||]',
      '# Vranić and Od[||]',
    ]) {
      assert.deepEqual(labels(text), [], text);
      assert.ok(labels(text, true).length > 0, `${text}, asked for`);
    }
    assert.deepEqual(labels('It rained. Odu[||]'), ['Maren Oduya']);
    assert.deepEqual(labels('Ther[||]'), ['Theresa Odell']);
    assert.deepEqual(labels('# Odu[||]'), ['Maren Oduya']);
  });

  it('gives the full name on first reference and the surname on second', () => {
    assert.equal(taken('On Monday, Ma[||] spoke.'), 'On Monday, Maren Oduya spoke.');
    assert.equal(taken('Maren Oduya spoke. Then Od[||]'), 'Maren Oduya spoke. Then Oduya');
    assert.deepEqual(labels('Maren Oduya spoke. Then Ma[||]'), ['Oduya', 'Maren Oduya']);
    assert.equal(
      taken('Then Odu[||] sat. Maren Oduya spoke.'),
      'Then Maren Oduya sat. Maren Oduya spoke.',
    );
    assert.equal(
      taken('# Maren Oduya Speaks\n\nThen Odu[||]'),
      '# Maren Oduya Speaks\n\nThen Maren Oduya',
    );
    assert.deepEqual(labels('On Monday, Xi[||]'), ['Xi Weimin']);
    assert.deepEqual(labels('Xi Weimin spoke. Then Xi[||]'), []);
    assert.deepEqual(labels('Xi Weimin spoke. Then We[||]'), ['Weimin']);
  });

  it('gives the surname after an honorific, and nothing after another’s given name', () => {
    assert.deepEqual(labels('Then Ms. Vr[||]'), ['Vranić']);
    assert.deepEqual(labels('Then mayor Vr[||]'), ['Ifeoma Vranić']);
    assert.deepEqual(labels('Then Luka Vr[||]'), []);
  });

  it('goes on with a name that is begun', () => {
    assert.equal(taken('Then Maren Od[||] spoke.'), 'Then Maren Oduya spoke.');
    assert.equal(taken('Maren Oduya spoke. Maren Od[||]'), 'Maren Oduya spoke. Maren Oduya');
    assert.equal(taken('The Harbour Safety Co[||] met.'), 'The Harbour Safety Council met.');
  });

  it('gives a body in full first, and its initials later', () => {
    assert.deepEqual(labels('Then the HS[||]'), ['Harbour Safety Council']);
    assert.deepEqual(labels('The Harbour Safety Council met. Then the HS[||]'), ['HSC']);
    assert.deepEqual(labels('The Harbour Safety Council met. Then the Ha[||]'), [
      'HSC',
      'Harbour Safety Council',
    ]);
    assert.deepEqual(labels('Then the Co[||]'), []);
  });

  it('finds names without their diacritics, and goes when the name stands there', () => {
    assert.equal(taken('Then Vranic[||] sat.'), 'Then Ifeoma Vranić sat.');
    assert.deepEqual(labels('Ifeoma Vranić spoke. Then Vranić[||]'), []);
    assert.equal(ask('Then Vr[||]').items[0]?.filterText, 'Vr');
  });

  it('lists first whom the draft has', () => {
    assert.deepEqual(labels('Theresa Odell sat. Then Od[||]'), ['Odell', 'Maren Oduya', 'Odense']);
  });

  it('edits exactly what was typed after emoji, markup and CRLF', () => {
    assert.equal(taken('🎤🔥 On **Odu[||]** sat.\r\n'), '🎤🔥 On **Maren Oduya** sat.\r\n');
    assert.equal(
      taken('Rain.\r\n\r\n> - 🎤 On Odu[||]\r\n'),
      'Rain.\r\n\r\n> - 🎤 On Maren Oduya\r\n',
    );
  });

  it('is asked again with each letter', () => {
    const text = 'On Od';
    const lines = new LineMap(text);
    assert.ok(completionsAt(drafted(text), { text, lines, offset: 5, asked: false }).isIncomplete);
  });

  it('shows the card of the name beside the list', () => {
    const { draft, items } = ask('On Monday, Odu[||]');
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

  it('comes up behind a quotation, with the speaker on record first', () => {
    assert.deepEqual(labels(`Maren Oduya sat. “${WORDS},”[||]`), [
      'Ifeoma Vranić said',
      'Oduya said',
    ]);
    assert.equal(taken(`“${WORDS},”[||]`), `“${WORDS},” Ifeoma Vranić said`);
    assert.equal(taken(`“${WORDS},” [||]`), `“${WORDS},” Ifeoma Vranić said`);
    assert.equal(taken(`"${WORDS}?"[||]`), `"${WORDS}?" Ifeoma Vranić said`);
    assert.equal(taken(`‘${WORDS}’, [||]`), `‘${WORDS}’, Ifeoma Vranić said`);
  });

  it('goes on with what is typed of the speaker, and with nothing else', () => {
    assert.equal(taken(`“${WORDS},” Ife[||]`), `“${WORDS},” Ifeoma Vranić said`);
    assert.deepEqual(labels(`“${WORDS},” she[||]`), []);
    assert.deepEqual(labels(`“${WORDS},” she said. [||]`), []);
    assert.deepEqual(labels(`“${WORDS},[||]`), []);
  });

  it('comes up behind a full stop and behind a title only when asked for', () => {
    assert.deepEqual(labels(`“${WORDS}.”[||]`), []);
    assert.deepEqual(labels('Maren Oduya read “The Tide” [||]'), []);
    assert.equal(taken(`“${WORDS}.” [||]`, true), `“${WORDS},” Ifeoma Vranić said`);
  });

  it('writes the speaker as the draft does', () => {
    const before = 'Ifeoma Vranić sat. Ms. Vranić rose.';
    assert.equal(taken(`${before} “${WORDS},”[||]`), `${before} “${WORDS},” Ms. Vranić said`);
  });

  it('stands right after emoji and CRLF', () => {
    assert.equal(
      taken(`🎤🔥\r\n\r\n“🎉 ${WORDS}.” [||]\r\n`, true),
      `🎤🔥\r\n\r\n“🎉 ${WORDS},” Ifeoma Vranić said\r\n`,
    );
  });
});

describe('completion of codes to ignore', () => {
  it('comes up in the comment, families first', () => {
    const found = labels('<!-- copydesk-ignore [||] -->');
    assert.deepEqual(found.slice(0, 3), ['name', 'name/misspelled', 'name/inconsistent']);
    assert.ok(found.includes('quote') && found.includes('reference/uncovered'));
    assert.deepEqual(labels('<!-- copydesk-ignore quote/a[||]'), ['quote/altered']);
    assert.equal(
      taken('🎤 <!-- copydesk-ignore quote/a[||] -->'),
      '🎤 <!-- copydesk-ignore quote/altered -->',
    );
  });

  it('leaves out what the comment has', () => {
    const found = labels('<!-- copydesk-ignore name, quote/altered, [||]');
    assert.ok(!found.some((label) => label.startsWith('name') || label === 'quote/altered'));
    assert.ok(found.includes('quote/unsupported'));
  });

  it('does not come up in the reason, behind the comment or in another', () => {
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
