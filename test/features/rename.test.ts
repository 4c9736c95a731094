import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { invalidNameReason, renameEdits, renameTargetAt } from '../../server/features/rename.js';
import { buildBase } from '../../server/reference/indexSource.js';
import { marked } from '../marked.js';
import { drafted, person } from './drafted.js';

const ODUYA = person('Maren Oduya');
const PUTNAM = person('Walter V. Putnam');
const ENTITIES = [
  ODUYA,
  PUTNAM,
  person('Ifeoma Vranić'),
  person('Luka Vranić'),
  person('Xi Weimin'),
  person('Jan van der Meer'),
  person('Una Vellidis'),
  person('Nell Price-Morgan'),
  person('Harbour Safety Council', { kind: 'body', forms: ['HSC'] }),
];

/** The text after the name at the mark was renamed. */
function renamed(source: string, newName: string): string {
  const { text, spans } = marked(source);
  const draft = drafted(text, { base: { entities: ENTITIES } });
  const edits = renameEdits(draft, (spans[0]?.start ?? 0) + 1, newName);
  return TextDocument.applyEdits(TextDocument.create('', 'markdown', 1, text), [...edits]);
}

describe('rename', () => {
  it('changes the corresponding part of each form: full name, surname, possessive', () => {
    const text = '[|Maren Oduya|] spoke. Ms. Oduya’s plan, Oduya said, is Maren Oduya’s own.';
    assert.equal(
      renamed(text, 'Marena Oduyo'),
      'Marena Oduyo spoke. Ms. Oduyo’s plan, Oduyo said, is Marena Oduyo’s own.',
    );
    assert.equal(
      renamed('Maren Oduya spoke. Ms. [|Oduya|] sat.', 'Oduyo'),
      'Maren Oduyo spoke. Ms. Oduyo sat.',
    );
  });

  it('reaches a full name after the organisation that a source names with it', () => {
    const source = 'The Meadow Union of Premier Zdislava Hrušínová won. Hrušínová spoke.';
    const { base } = buildBase([{ name: 'count.txt', text: source }]);
    const { text, spans } = marked(
      'The Meadow Union of Premier Zdislava Hrušínová won. [|Hrušínová|] smiled.',
    );
    const draft = drafted(text, { base });
    const edits = renameEdits(draft, (spans[0]?.start ?? 0) + 1, 'Hrušková');
    assert.equal(
      TextDocument.applyEdits(TextDocument.create('', 'markdown', 1, text), [...edits]),
      'The Meadow Union of Premier Zdislava Hrušková won. Hrušková smiled.',
    );
  });

  it('replaces a name with “and” as a whole', () => {
    const source = 'Orchard and Stream is small. The leader of Orchard and Stream spoke.';
    const { base } = buildBase([{ name: 'count.txt', text: source }]);
    const { text, spans } = marked('[|Orchard and Stream|] won. Voters chose Orchard and Stream.');
    const draft = drafted(text, { base });
    const at = (spans[0]?.start ?? 0) + 1;
    assert.equal(renameTargetAt(draft, at)?.placeholder, 'Orchard and Stream');
    const edits = renameEdits(draft, at, 'Field and Fjord');
    assert.equal(
      TextDocument.applyEdits(TextDocument.create('', 'markdown', 1, text), [...edits]),
      'Field and Fjord won. Voters chose Field and Fjord.',
    );
  });

  it('understands a full name that replaces a surname', () => {
    assert.equal(
      renamed('Maren Oduya spoke. [|Oduya|] sat.', 'Maren Oduyo'),
      'Maren Oduyo spoke. Oduyo sat.',
    );
  });

  it('finds the surname if the new name has more or fewer words', () => {
    const text = '[|Maren Oduya|] spoke. Oduya sat.';
    assert.equal(renamed(text, 'Maren van Dijk'), 'Maren van Dijk spoke. Van Dijk sat.');
    assert.equal(renamed(text, 'Maren Ada Oduya'), 'Maren Ada Oduya spoke. Oduya sat.');
    assert.equal(renamed(text, 'Ada Maria Dijk'), 'Ada Maria Dijk spoke. Dijk sat.');
    assert.equal(renamed(text, 'Oduyo'), 'Oduyo spoke. Oduya sat.');
    assert.equal(
      renamed('[|Walter V. Putnam|] sat. Walter Putnam rose. Putnam left.', 'Walter Putman'),
      'Walter Putman sat. Walter Putman rose. Putman left.',
    );
  });

  it('renames everywhere by a full name that is typed over a surname', () => {
    const text =
      'Dr Maren Oduya spoke. [|Oduya|]’s plan is long, said Ms. Oduya. The plan of Maren Oduya won.';
    assert.equal(
      renamed(text, 'Marina Demetriou'),
      'Dr Marina Demetriou spoke. Demetriou’s plan is long, said Ms. Demetriou. The plan of Marina Demetriou won.',
    );
    assert.equal(
      renamed(text, 'Dr Marina Price-Morgan'),
      'Dr Marina Price-Morgan spoke. Price-Morgan’s plan is long, said Ms. Price-Morgan. The plan of Marina Price-Morgan won.',
    );
    assert.equal(
      renamed(text, 'Ada van der Meer'),
      'Dr Ada van der Meer spoke. Van der Meer’s plan is long, said Ms. van der Meer. The plan of Ada van der Meer won.',
    );
    assert.equal(
      renamed(text, 'van Dijk'),
      'Dr Maren van Dijk spoke. Van Dijk’s plan is long, said Ms. van Dijk. The plan of Maren van Dijk won.',
    );
  });

  it('renames surnames of several words and those with a hyphen', () => {
    const meer = 'Jan van der Meer sat. Mr [|van der Meer|] rose. Van der Meer’s hat fell.';
    assert.equal(
      renamed(meer, 'Jan van der Moor'),
      'Jan van der Moor sat. Mr van der Moor rose. Van der Moor’s hat fell.',
    );
    assert.equal(renamed(meer, 'Jan Berg'), 'Jan Berg sat. Mr Berg rose. Berg’s hat fell.');
    assert.equal(renamed(meer, 'Berg'), 'Jan Berg sat. Mr Berg rose. Berg’s hat fell.');
    assert.equal(
      renamed('Nell Price-Morgan sat. [|Price-Morgan|]’s hat fell.', 'Nell Pryce-Morgan'),
      'Nell Pryce-Morgan sat. Pryce-Morgan’s hat fell.',
    );
    assert.equal(
      renamed('Nell Price-Morgan sat. [|Price-Morgan|]’s hat fell.', 'Nell Morgan'),
      'Nell Morgan sat. Morgan’s hat fell.',
    );
  });

  it('completes a bare apostrophe after a name that no longer ends in “s”', () => {
    assert.equal(
      renamed(
        'Una Vellidis sat. [|Vellidis|]’ hat fell. ‘I saw Vellidis’ she said.',
        'Una Vellimero',
      ),
      'Una Vellimero sat. Vellimero’s hat fell. ‘I saw Vellimero’ she said.',
    );
  });

  it('never changes another person of the same surname', () => {
    assert.equal(
      renamed(
        '[|Ifeoma Vranić|] met Luka Vranić. Vranić left. Then Ifeoma Vranić left, and Vranić slept.',
        'Ifeoma Vranjes',
      ),
      'Ifeoma Vranjes met Luka Vranić. Vranić left. Then Ifeoma Vranjes left, and Vranjes slept.',
    );
    assert.equal(
      renamed('[|Maren Oduya|] met her aunt Grace Oduya. Oduya laughed.', 'Maren Okoye'),
      'Maren Okoye met her aunt Grace Oduya. Oduya laughed.',
    );
  });

  it('keeps markup, line breaks and capitals', () => {
    assert.equal(
      renamed(
        '# ODUYA WINS\r\n\r\n🎉 *[|Maren|]* **Oduya** won.\r\nMaren\r\nOduya left.',
        'Marena Oduyo',
      ),
      '# ODUYO WINS\r\n\r\n🎉 *Marena* **Oduyo** won.\r\nMarena\r\nOduyo left.',
    );
    assert.equal(
      renamed('`Oduya` is no name. [|Oduya|] is.', 'Oduyo'),
      '`Oduya` is no name. Oduyo is.',
    );
  });

  it('leaves other spellings and other short forms unchanged', () => {
    assert.equal(
      renamed('[|Maren Oduya|] spoke. Maren Oduja sat.', 'Marena Oduyo'),
      'Marena Oduyo spoke. Marena Oduja sat.',
    );
    assert.equal(
      renamed('The [|Harbour Safety Council|] met. The HSC voted.', 'Harbour Council'),
      'The Harbour Council met. The HSC voted.',
    );
    assert.equal(
      renamed('The Harbour Safety Council met. The [|HSC|] voted.', 'HC'),
      'The Harbour Safety Council met. The HC voted.',
    );
  });

  it('recognises a family name that comes first', () => {
    assert.equal(
      renamed('[|Xi Weimin|] spoke. Mr. Xi sat.', 'Su Weimin'),
      'Su Weimin spoke. Mr. Su sat.',
    );
  });

  it('starts from exactly the name at the cursor and offers the full name to edit', () => {
    const { text, spans } = marked('🎤 Ms. [|Oduya|]’s plan.');
    const draft = drafted(text, { base: { entities: ENTITIES } });
    const span = spans[0] ?? { start: 0, end: 0 };
    for (const offset of [span.start, span.start + 2, span.end]) {
      assert.deepEqual(renameTargetAt(draft, offset), {
        range: draft.prose.lines.range(span),
        placeholder: 'Maren Oduya',
      });
    }
    assert.equal(renameTargetAt(draft, text.length - 2), undefined);
    assert.deepEqual(renameEdits(draft, text.length - 2, 'Oduyo'), []);
  });

  it('rejects invalid names', () => {
    for (const name of ['Ó', 'X Æ A-12', 'a'.repeat(200)]) {
      assert.equal(invalidNameReason(name), undefined);
    }
    for (const name of ['', '  ', '12', 'Maren\nOduya', 'Maren\u2028Oduya']) {
      assert.match(invalidNameReason(name) ?? '', /at least one letter/u);
    }
    assert.match(invalidNameReason('a'.repeat(201)) ?? '', /at most 200 characters/u);
  });
});
