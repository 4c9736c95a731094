import assert from 'node:assert/strict';
import { parseHTML } from 'linkedom';
import { describe, it } from 'mocha';
import { type FactSheetFilter, sheetGroups } from '../../client/views/sheetGroups.js';
import { sheetHtml } from '../../client/views/sheetHtml.js';
import { sheetPage } from '../../client/views/sheetPage.js';
import { WELCOME_COMMANDS } from '../../client/views/sheetWelcome.js';
import type { FactSheet } from '../../protocol/factSheet.js';
import { ARCHIVED, SHEET, UNCOVERED } from '../features/factSheet/sheets.js';

/** The part of an element that the tests use. */
interface Part {
  readonly textContent: string;
  readonly querySelectorAll: (selector: string) => Iterable<Part>;
  readonly getAttribute: (name: string) => string | null;
}

function shown(
  sheet: FactSheet | undefined,
  filter: FactSheetFilter = 'all',
  { progress = '', offersOpinions = false } = {},
): Part {
  const groups = sheet === undefined ? [] : sheetGroups(sheet, filter);
  const html = `<body>${sheetHtml({ sheet, groups, filter, progress, offersOpinions })}</body>`;
  return (parseHTML(html) as unknown as { readonly document: Part }).document;
}

function texts(part: Part, selector: string): readonly string[] {
  return [...part.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

function acts(part: Part, selector: string): readonly (string | null)[] {
  return [...part.querySelectorAll(selector)].map((one) => one.getAttribute('data-act'));
}

describe('the view of the fact sheet', () => {
  it('has a group for each kind of entry, with a sign beside its colour and what is left', () => {
    assert.deepEqual(texts(shown(SHEET), 'summary'), [
      '✎To correct 1',
      '…TK and open notes 1',
      '✕Contradicted 1',
      '?Not in the sources 1',
      '○To check 1',
      '✓Supported 0 of 1 left',
      '@Names and titles 2',
      '–Dismissed 2',
    ]);
  });

  it("shows the words at issue of each entry and the source's, without repeating the entry", () => {
    const page = shown(SHEET);
    assert.deepEqual(texts(page, '.contradicted .main .text'), ['It rose at <ten> & fell.']);
    assert.deepEqual(texts(page, '.contradicted mark'), ['<ten>']);
    assert.deepEqual(texts(page, '.contradicted .about'), ['reopened']);
    assert.deepEqual(texts(page, '.corrections .about'), ['wrong, says RV: ask the <harbour>']);
    assert.deepEqual(texts(page, '.supported .about'), ['checked by MO']);
    assert.deepEqual(texts(page, '.notes .about'), ['The mole is <9> m high.']);
    const [, contradicted] = SHEET.entries;
    assert.ok(contradicted !== undefined);
    const { subject, signatures } = contradicted.signOff;
    const signOff = { subject, signatures };
    const open = shown({ ...SHEET, entries: [{ ...contradicted, signOff }] });
    assert.deepEqual(texts(open, '.contradicted .about'), ['<ten> → nine · tides.md:4']);
  });

  it('marks a name that differs from the sources, and shows how', () => {
    const [person] = SHEET.names;
    assert.ok(person !== undefined);
    const wrong = {
      ...person,
      isContradicted: true as const,
      messages: ['The source says “pilot”.'],
    };
    const page = shown({ ...SHEET, names: [wrong] });
    assert.deepEqual(texts(page, '.row.wrong .about'), [
      'harbour <master> · The source says “pilot”.',
    ]);
  });

  it('has a ticked box for a checked entry, and none for one that cannot be signed', () => {
    const page = shown(SHEET);
    const boxes = [...page.querySelectorAll('input')];
    assert.equal(boxes.length, SHEET.entries.length + SHEET.names.length);
    assert.deepEqual(
      boxes
        .filter((box) => box.getAttribute('checked') !== null)
        .map((box) => box.getAttribute('aria-label')),
      ['Checked: The pier is old.'],
    );
  });

  it('has the actions for an entry, each with its key', () => {
    const page = shown(SHEET);
    assert.deepEqual(acts(page, '.unclear .actions button'), [
      ...['check', 'note', 'reject', 'find', 'fix', 'copy'],
    ]);
    assert.deepEqual(acts(page, '.supported .actions button'), ['reopen', 'find', 'fix', 'copy']);
    assert.deepEqual(acts(page, '.dismissed .actions button').slice(0, 2), ['restore', 'copy']);
    const keys = [...page.querySelectorAll('.unclear .actions button')].map((button) =>
      button.getAttribute('data-key'),
    );
    assert.equal(new Set(keys).size, keys.length);
  });

  it('shows a second opinion in addition to the verdict, and offers to ask for one if there is a model', () => {
    const [entry] = SHEET.entries;
    assert.ok(entry !== undefined);
    const opinion = { verdict: 'contradicted' as const, model: 'mis<tral>' };
    const page = shown({ ...SHEET, entries: [{ ...entry, opinion }] });
    assert.deepEqual(texts(page, '.supported .opinion'), [
      '②Contradicted (second opinion, mis<tral>)',
    ]);
    assert.deepEqual(texts(shown(SHEET), '.opinion, [data-act="opinion"]'), []);
    const offering = shown(SHEET, 'all', { offersOpinions: true });
    assert.equal(
      texts(offering, '[data-act="opinion"]').length,
      SHEET.entries.filter(({ kind }) => kind === 'statement').length,
    );
  });

  it('attaches passages to an entry and detaches them, and marks stale ones', () => {
    const page = shown(SHEET);
    assert.deepEqual(texts(page, '.corrections blockquote'), [
      'Evidence Height: 7 m.log/plan.md:8 Remove',
      'Evidence It is 6 m.It was changed.log/old.md:1 Remove',
      'The mole is 7 m high.log/piers.md:2 Use as Evidence',
    ]);
    const [first] = page.querySelectorAll('.corrections [data-act="tie"]');
    assert.equal(first?.getAttribute('data-list'), 'evidence');
    assert.equal(first.getAttribute('data-index'), '0');
    assert.deepEqual(acts(shown(ARCHIVED), 'blockquote button'), ['open']);
  });

  it('filters the entries, and shows a message if none is left', () => {
    const page = shown(SHEET, 'checked');
    assert.deepEqual(texts(page, 'summary'), ['✓Supported 1']);
    assert.deepEqual(texts(page, 'option[selected]'), ['Checked']);
    const none = shown({ ...SHEET, dismissed: [] }, 'dismissed');
    assert.deepEqual(texts(none, '.nothing'), ['Nothing to show.']);
  });

  it('explains why nothing was checked, and offers to add a source', () => {
    const page = shown({ ...SHEET, isCovered: false, state: UNCOVERED });
    assert.match(texts(page, '.notice').join(), /^No source covers this draft/u);
    assert.deepEqual(texts(page, '.notice button'), ['Add Source…']);
    assert.deepEqual(texts(shown(SHEET), '.notice'), []);
  });

  it('shows a welcome without a draft, and runs only the commands of its buttons', () => {
    const welcome = shown(undefined);
    const buttons = [...welcome.querySelectorAll('[data-act="command"]')];
    assert.equal(buttons.length, 3);
    for (const button of [
      ...buttons,
      ...shown({ ...SHEET, isCovered: false, state: UNCOVERED }).querySelectorAll(
        '[data-act="command"]',
      ),
    ])
      assert.ok(WELCOME_COMMANDS.has(button.getAttribute('data-command') ?? ''));
  });

  it('shows how much has not been read yet', () => {
    assert.deepEqual(
      texts(shown(SHEET, 'all', { progress: 'Reading 4 sentences…' }), '.progress'),
      ['Reading 4 sentences…'],
    );
  });

  it('lets no text of a draft or a source become markup', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&';
    const [entry] = SHEET.entries;
    assert.ok(entry !== undefined);
    const page = shown({
      ...SHEET,
      headline: evil,
      entries: [
        {
          ...entry,
          text: evil,
          messages: [evil],
          evidence: [{ source: evil, line: 1, text: evil }],
        },
      ],
    });
    assert.deepEqual(texts(page, 'img'), []);
    assert.deepEqual(texts(page, '.headline'), [evil]);
    assert.deepEqual(texts(page, '.supported .text'), [evil]);
  });
});

describe('the page of the view', () => {
  it('allows its own style and script and nothing else', () => {
    const page = sheetPage('https://editor.example', 'a.css', 'b.js');
    assert.match(
      page,
      /content="default-src 'none'; style-src https:\/\/editor\.example; script-src https:\/\/editor\.example; base-uri 'none'; form-action 'none'"/u,
    );
    assert.doesNotMatch(page, / style=|onclick|<script>/u);
  });
});
