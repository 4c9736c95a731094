import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FactSheet, FactSheetEntry } from '../../../protocol/factSheet.js';
import type { SignedSubject } from '../../../protocol/signOff.js';
import type { Claim } from '../../../server/checks/finding.js';
import { factSheetOf } from '../../../server/features/factSheet/factSheet.js';
import { signOffEdit, storedSignOffs } from '../../../server/features/factSheet/signOffEdit.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { marked } from '../../marked.js';
import { drafted, person } from '../drafted.js';

const CAPABILITIES = {
  versionedEdits: true,
  createsFiles: true,
  deletesFiles: true,
  storesDecisions: false,
};
const AT = new Date('2026-11-28T23:10:30.123Z');
const BASE = { entities: [person('Maren Oduya')] };

/** A desk with one draft and its sign-off file. */
class Desk {
  text: string | undefined;
  #draft = '';
  #verdict: Claim['verdict'] = 'supported';

  /** Changes the draft; its statements are marked. */
  write(draft: string, verdict: Claim['verdict'] = 'supported'): this {
    this.#draft = draft;
    this.#verdict = verdict;
    return this;
  }

  get sheet(): FactSheet {
    const { text, spans } = marked(this.#draft);
    const verdict = this.#verdict;
    const claims = spans.map((span): Claim => ({ span, verdict, score: 1, evidence: [] }));
    const draft = drafted(text, { claims, base: BASE });
    return runToCompletion(factSheetOf(draft, storedSignOffs(this.#target)));
  }

  get entries(): readonly FactSheetEntry[] {
    return this.sheet.entries;
  }

  /** Signs entries or, without initials, takes their signatures back. */
  sign(subjects: readonly SignedSubject[], by?: string, note = ''): this {
    const signature = by === undefined ? null : { by, note };
    const edit = signOffEdit(this.sheet, { subjects, signature }, this.#target, AT, CAPABILITIES);
    for (const change of edit?.documentChanges ?? []) {
      if ('kind' in change) {
        this.text = change.kind === 'delete' ? undefined : '';
        continue;
      }
      const lines = (this.text ?? '').split('\n');
      for (const { range, newText } of change.edits as readonly {
        readonly range: { readonly start: Place; readonly end: Place };
        readonly newText: string;
      }[]) {
        const before = [
          ...lines.slice(0, range.start.line),
          (lines[range.start.line] ?? '').slice(0, range.start.character),
        ];
        const after = [
          (lines[range.end.line] ?? '').slice(range.end.character),
          ...lines.slice(range.end.line + 1),
        ];
        this.text = before.join('\n') + newText + after.join('\n');
      }
    }
    return this;
  }

  get #target() {
    return { uri: 'memory:///f.ndjson', text: this.text, version: null, draft: 'tide.md' };
  }
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** The signatures of each statement as text, or why it is open again. */
function statuses({ entries }: FactSheet): readonly string[] {
  return entries.map(({ signOff }) =>
    signOff.signatures.length > 0
      ? signOff.signatures.map(({ by, note }) => `${by} ${note}`.trim()).join(', ')
      : (signOff.reopened ?? 'open'),
  );
}

const subjectsOf = ({ entries, names }: FactSheet): readonly SignedSubject[] =>
  [...entries, ...names].map(({ signOff }) => signOff.subject);

describe('the sign-off of a fact sheet', () => {
  it('has who signed a statement, when and why, whatever changes around it', () => {
    const desk = new Desk().write('[|The tide *rose* at ten.|] [|It fell at six.|]');
    const [first] = subjectsOf(desk.sheet);
    assert.deepEqual(first, { kind: 'statement', sentence: 'The tide rose at ten.' });
    desk.sign([first], 'MO', 'rang the  harbour\noffice');
    assert.deepEqual(statuses(desk.sheet), ['MO rang the harbour office', 'open']);
    assert.equal(desk.entries[0]?.signOff.signatures[0]?.at, '2026-11-28T23:10:30Z');
    desk.write('New.\n\n[|The tide\nrose at ten.|] [|It fell at seven.|]');
    assert.deepEqual(statuses(desk.sheet), ['MO rang the harbour office', 'open']);
  });

  it('opens a sentence again that was changed, and says what it was', () => {
    const desk = new Desk().write('[|The tide rose at ten.|] [|Boats left the pier.|]');
    desk.sign(subjectsOf(desk.sheet).slice(0, 1), 'MO');
    desk.write('[|The tide rose at nine.|] [|Boats left the pier.|]');
    const [changed, other] = statuses(desk.sheet);
    assert.match(
      changed ?? '',
      /^Reopened: the sentence was changed after MO checked it on 2[89] November 2026, \d\d:\d\d\. It was: “The tide rose at ten\.”$/u,
    );
    assert.equal(other, 'open');
    desk.sign(subjectsOf(desk.sheet).slice(0, 1), 'RV');
    assert.deepEqual(statuses(desk.sheet), ['RV', 'open']);
    assert.doesNotMatch(desk.text ?? '', /at ten/u, 'the old signature is replaced');
  });

  it('opens a statement again that is changed elsewhere in its sentence', () => {
    const desk = new Desk().write('Fog came and [|the tide rose at ten|] on Monday.');
    desk.sign(subjectsOf(desk.sheet), 'MO');
    assert.deepEqual(statuses(desk.sheet), ['MO']);
    desk.write('Fog came and [|the tide rose at ten|] on Sunday.');
    assert.match(statuses(desk.sheet)[0] ?? '', /^Reopened: /u);
  });

  it('opens a statement again that the sources contradict since, but not one that was signed so', () => {
    const draft = '[|The tide rose at ten.|]';
    const desk = new Desk().write(draft).sign(subjectsOf(new Desk().write(draft).sheet), 'MO');
    desk.write(draft, 'contradicted');
    assert.match(statuses(desk.sheet)[0] ?? '', /^Reopened: the sources contradict it now/u);
    desk.sign(subjectsOf(desk.sheet), 'MO', 'the source errs');
    assert.deepEqual(statuses(desk.sheet), ['MO the source errs']);
  });

  it('tells equal sentences apart', () => {
    const desk = new Desk().write('[|He denied it.|] Ann spoke. [|He denied it.|]');
    const [, second] = subjectsOf(desk.sheet);
    assert.equal(second?.occurrence, 2);
    desk.sign([second], 'MO');
    assert.deepEqual(statuses(desk.sheet), ['open', 'MO']);
  });

  it('has the signatures of several checkers, and one of each', () => {
    const desk = new Desk().write('[|The tide rose at ten.|]');
    const subjects = subjectsOf(desk.sheet);
    desk.sign(subjects, 'RV').sign(subjects, 'MO', 'once').sign(subjects, 'MO', 'twice');
    assert.deepEqual([...statuses(desk.sheet)], ['RV, MO twice']);
  });

  it('is taken back, and leaves no empty file', () => {
    const desk = new Desk().write('[|The tide rose at ten.|] [|It fell.|]');
    const [first, second] = subjectsOf(desk.sheet);
    assert.ok(first !== undefined && second !== undefined);
    desk.sign([first, second], 'MO').sign([first]);
    assert.deepEqual(statuses(desk.sheet), ['open', 'MO']);
    desk.sign([second]);
    assert.equal(desk.text, undefined);
  });

  it('covers a name with its title, forms and figures, and the sentence of its first reference', () => {
    const draft = 'Mayor Maren Oduya, 43, left. Ms Oduya slept.';
    const desk = new Desk().write(draft);
    const state = (): string => {
      const [name] = desk.sheet.names;
      return name?.signOff.signatures[0]?.by ?? name?.signOff.reopened ?? 'open';
    };
    const [subject] = desk.sheet.names.map(({ signOff }) => signOff.subject);
    assert.deepEqual(subject, {
      kind: 'name',
      sentence: 'Mayor Maren Oduya, 43, left.',
      words: 'Mayor Maren Oduya; Mayor; Ms Oduya; 43',
    });
    desk.sign([subject], 'MO');
    assert.equal(state(), 'MO');
    desk.write(`${draft} Fog came.`);
    assert.equal(state(), 'MO');
    desk.write(draft.replace('Ms Oduya', 'Mrs Oduya'));
    assert.match(state(), /^Reopened: the name or what belongs to it was changed after MO/u);
    desk.write(draft.replace('43', '44'));
    assert.match(
      state(),
      /^Reopened: the sentence was changed .* “Mayor Maren Oduya, 43, left\.”$/u,
    );
  });

  it('counts only for its own draft', () => {
    const desk = new Desk().write('[|The tide rose at ten.|]');
    desk.sign(subjectsOf(desk.sheet), 'MO');
    desk.text = desk.text?.replace('tide.md', 'other.md');
    assert.deepEqual(statuses(desk.sheet), ['open']);
  });
});
