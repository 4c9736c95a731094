import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FactSheet, FactSheetEntry } from '../../../protocol/factSheet.js';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { SignedSubject, TiedPassage } from '../../../protocol/signOff.js';
import type { Claim } from '../../../server/checks/finding.js';
import { factSheetOf } from '../../../server/features/factSheet/factSheet.js';
import {
  type SignOffContext,
  evidenceEdit,
  signOffEdit,
  storedSignOffs,
} from '../../../server/features/factSheet/signOffEdit.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { shareablePassage } from '../../../server/reference/confidential.js';
import type { Base } from '../../../server/reference/model.js';
import { marked } from '../../marked.js';
import { drafted, person } from '../drafted.js';

const CAPABILITIES = {
  versionedEdits: true,
  createsFiles: true,
  deletesFiles: true,
  storesDecisions: false,
};
const AT = new Date('2026-11-28T23:10:30.123Z');
const ENTITIES = [person('Maren Oduya')];

/** A passage of the tide log, or of a source that is confidential. */
function passage(text: string, line = 4, source = 'log/tides.md'): TiedPassage {
  return { source, line, text };
}

/** The sources with these passages. */
function sourcesWith(...passages: readonly TiedPassage[]): Partial<Base> {
  return {
    entities: ENTITIES,
    facts: passages.map(({ text, source, line }) => {
      return { text, citation: { source, line }, unreliable: false };
    }),
    confidential: new Set(['tips/call.md']),
  };
}

/** A desk with one draft and its sign-off file. */
class Desk {
  text: string | undefined;
  /** The evidence of the verdicts. */
  evidence: readonly TiedPassage[] = [];
  base: Partial<Base> = { entities: ENTITIES };
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
    const { evidence, base } = this;
    const claims = spans.map((span): Claim => ({ span, verdict, score: 1, evidence }));
    const draft = drafted(text, { claims, base });
    return runToCompletion(factSheetOf(draft, storedSignOffs(this.#target)));
  }

  get entries(): readonly FactSheetEntry[] {
    return this.sheet.entries;
  }

  /** Signs entries or, without initials, withdraws their signatures. */
  sign(subjects: readonly SignedSubject[], by?: string, note = ''): this {
    const signature = by === undefined ? null : { by, note };
    return this.#apply(signOffEdit(this.sheet, { subjects, signature }, this.#context));
  }

  /** Finds entries wrong. */
  reject(subjects: readonly SignedSubject[], by: string, note = ''): this {
    const signature = { by, note, decision: 'rejected' as const };
    return this.#apply(signOffEdit(this.sheet, { subjects, signature }, this.#context));
  }

  /** Ties passages to the first statement. */
  tie(by: string, ...evidence: readonly TiedPassage[]): this {
    const [subject] = subjectsOf(this.sheet);
    assert.ok(subject !== undefined);
    return this.#apply(evidenceEdit(this.sheet, { subject, by, evidence }, this.#context));
  }

  #apply(edit: WorkspaceEdit | undefined): this {
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

  get #context(): SignOffContext {
    const { confidential = new Set() } = this.base;
    const shareable = (one: TiedPassage): TiedPassage => shareablePassage(one, { confidential });
    return { target: this.#target, at: AT, capabilities: CAPABILITIES, shareable };
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
      ? signOff.signatures
          .map(({ by, note, decision = '' }) => [by, decision, note].filter(Boolean).join(' '))
          .join(', ')
      : (signOff.reopened ?? 'open'),
  );
}

const subjectsOf = ({ entries, names }: FactSheet): readonly SignedSubject[] =>
  [...entries, ...names].map(({ signOff }) => signOff.subject);

describe('the sign-off of a fact sheet', () => {
  it('has who signed a statement, when and why, even if the text around it changes', () => {
    const desk = new Desk().write('[|The tide *rose* at ten.|] [|It fell at six.|]');
    const [first] = subjectsOf(desk.sheet);
    assert.deepEqual(first, { kind: 'statement', sentence: 'The tide rose at ten.' });
    desk.sign([first], 'MO', 'rang the  harbour\noffice');
    assert.deepEqual(statuses(desk.sheet), ['MO rang the harbour office', 'open']);
    assert.equal(desk.entries[0]?.signOff.signatures[0]?.at, '2026-11-28T23:10:30Z');
    desk.write('New.\n\n[|The tide\nrose at ten.|] [|It fell at seven.|]');
    assert.deepEqual(statuses(desk.sheet), ['MO rang the harbour office', 'open']);
  });

  it('opens a changed sentence again, and shows its earlier words', () => {
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

  it('opens a statement again if its sentence changes elsewhere', () => {
    const desk = new Desk().write('Fog came and [|the tide rose at ten|] on Monday.');
    desk.sign(subjectsOf(desk.sheet), 'MO');
    assert.deepEqual(statuses(desk.sheet), ['MO']);
    desk.write('Fog came and [|the tide rose at ten|] on Sunday.');
    assert.match(statuses(desk.sheet)[0] ?? '', /^Reopened: /u);
  });

  it('opens a statement again that the sources contradict since, but not one that was signed in spite of that', () => {
    const draft = '[|The tide rose at ten.|]';
    const desk = new Desk().write(draft).sign(subjectsOf(new Desk().write(draft).sheet), 'MO');
    desk.write(draft, 'contradicted');
    assert.match(statuses(desk.sheet)[0] ?? '', /^Reopened: the sources contradict it now/u);
    desk.sign(subjectsOf(desk.sheet), 'MO', 'the source errs');
    assert.deepEqual(statuses(desk.sheet), ['MO the source errs']);
  });

  it('distinguishes equal sentences', () => {
    const desk = new Desk().write('[|He denied it.|] Ann spoke. [|He denied it.|]');
    const [, second] = subjectsOf(desk.sheet);
    assert.equal(second?.occurrence, 2);
    desk.sign([second], 'MO');
    assert.deepEqual(statuses(desk.sheet), ['open', 'MO']);
  });

  it('has the signatures of several checkers, one for each', () => {
    const desk = new Desk().write('[|The tide rose at ten.|]');
    const subjects = subjectsOf(desk.sheet);
    desk.sign(subjects, 'RV').sign(subjects, 'MO', 'once').sign(subjects, 'MO', 'twice');
    assert.deepEqual([...statuses(desk.sheet)], ['RV, MO twice']);
  });

  it('is withdrawn without leaving an empty file', () => {
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

  it('keeps a claim that a checker found wrong, also after a later verdict of the sources', () => {
    const draft = '[|The tide rose at ten.|] [|It fell.|]';
    const desk = new Desk().write(draft);
    desk.reject(subjectsOf(desk.sheet).slice(0, 1), 'MO', 'the log has nine');
    assert.deepEqual(statuses(desk.sheet), ['MO rejected the log has nine', 'open']);
    desk.write(draft, 'contradicted');
    assert.deepEqual(statuses(desk.sheet), ['MO rejected the log has nine', 'open']);
    desk.write('[|The tide rose at nine.|] [|It fell.|]');
    assert.match(
      statuses(desk.sheet)[0] ?? '',
      /^Reopened: the sentence was changed after MO found it wrong on .* “The tide rose at ten\.”$/u,
    );
  });

  it('leaves the last word to the checker who decided last', () => {
    const desk = new Desk().write('[|The tide rose at ten.|]');
    const subjects = subjectsOf(desk.sheet);
    desk.reject(subjects, 'MO').sign(subjects, 'MO');
    assert.deepEqual(statuses(desk.sheet), ['MO']);
  });

  it('applies only to its own draft', () => {
    const desk = new Desk().write('[|The tide rose at ten.|]');
    desk.sign(subjectsOf(desk.sheet), 'MO');
    desk.text = desk.text?.replace('tide.md', 'other.md');
    assert.deepEqual(statuses(desk.sheet), ['open']);
  });
});

describe('the evidence of a checker', () => {
  const NINE = passage('The tide rose at nine.');
  const LOG = passage('High water came at nine, the log says.', 6);
  const DRAFT = '[|The tide rose at ten.|] [|It fell.|]';

  /** The passages of the first statement, with the reason why they are stale. */
  const chosen = (desk: Desk): readonly string[] =>
    (desk.entries[0]?.signOff.evidence ?? []).map(({ source, line, text, stale = '' }) =>
      `${source}:${line} ${text} ${stale}`.trim(),
    );

  it('is attached to a statement, which stays open, and is part of its signature', () => {
    const desk = new Desk().write(DRAFT, 'unclear');
    desk.base = sourcesWith(NINE, LOG);
    desk.tie('MO', NINE, LOG);
    assert.deepEqual(statuses(desk.sheet), ['open', 'open']);
    const both = [
      'log/tides.md:4 The tide rose at nine.',
      'log/tides.md:6 High water came at nine, the log says.',
    ];
    assert.deepEqual(chosen(desk), both);
    desk.reject(subjectsOf(desk.sheet).slice(0, 1), 'MO');
    assert.deepEqual(statuses(desk.sheet), ['MO rejected', 'open']);
    assert.deepEqual(chosen(desk), both);
    assert.equal(desk.text?.split('\n').length, 2, 'one line has both');
  });

  it('is added to an existing signature, and removed again', () => {
    const desk = new Desk().write(DRAFT, 'unclear');
    desk.base = sourcesWith(NINE);
    desk.sign(subjectsOf(desk.sheet).slice(0, 1), 'MO', 'rang the harbour').tie('MO', NINE);
    assert.deepEqual(statuses(desk.sheet), ['MO rang the harbour', 'open']);
    assert.deepEqual(chosen(desk), ['log/tides.md:4 The tide rose at nine.']);
    desk.tie('MO');
    assert.deepEqual(statuses(desk.sheet), ['MO rang the harbour', 'open']);
    assert.deepEqual(chosen(desk), []);
  });

  it('leaves no line if all of it is removed before anybody signs', () => {
    const desk = new Desk().write(DRAFT, 'unclear');
    desk.base = sourcesWith(NINE);
    assert.equal(desk.tie('MO', NINE).tie('RV').text, undefined);
  });

  it('is that of the verdict if the signature agrees with it and nothing was chosen', () => {
    for (const [verdict, decide, expected] of [
      ['supported', 'sign', 1],
      ['supported', 'reject', 0],
      ['contradicted', 'reject', 1],
      ['contradicted', 'sign', 0],
      ['unclear', 'sign', 0],
      ['unsupported', 'reject', 0],
    ] as const) {
      const desk = new Desk().write(DRAFT, verdict);
      desk.base = sourcesWith(NINE);
      desk.evidence = [NINE];
      desk[decide](subjectsOf(desk.sheet).slice(0, 1), 'MO');
      assert.equal(chosen(desk).length, expected, `${verdict}, ${decide}`);
    }
  });

  it('is stale once its source no longer has the words, or is gone, and follows them to another line', () => {
    const desk = new Desk().write(DRAFT, 'unclear');
    desk.base = sourcesWith(NINE);
    desk.tie('MO', NINE);
    desk.base = sourcesWith(passage('Fog came.', 4), { ...NINE, line: 9 });
    assert.deepEqual(chosen(desk), ['log/tides.md:9 The tide rose at nine.']);
    desk.base = sourcesWith(passage('The tide rose at eight.'));
    assert.deepEqual(chosen(desk), [
      'log/tides.md:4 The tide rose at nine. “log/tides.md” was changed since and no longer has these words.',
    ]);
    desk.base = sourcesWith(passage('Fog came.', 1, 'log/fog.md'));
    assert.deepEqual(chosen(desk), [
      'log/tides.md:4 The tide rose at nine. “log/tides.md” is no longer among the sources.',
    ]);
    desk.sign(subjectsOf(desk.sheet).slice(0, 1), 'MO');
    assert.deepEqual(chosen(desk), [], 'a signature does not rest on what is not there');
  });

  it('is stale once the sentence was changed', () => {
    const desk = new Desk().write(DRAFT, 'unclear');
    desk.base = sourcesWith(NINE);
    desk.tie('MO', NINE).write('[|The tide rose at nine.|] [|It fell.|]', 'unclear');
    assert.deepEqual(statuses(desk.sheet), ['open', 'open'], 'nobody had decided');
    assert.deepEqual(chosen(desk), [
      'log/tides.md:4 The tide rose at nine. It was chosen before the sentence was changed.',
    ]);
    desk.tie('MO', NINE);
    assert.deepEqual(chosen(desk), ['log/tides.md:4 The tide rose at nine.']);
  });

  it('stores neither name nor words of a confidential source', () => {
    const desk = new Desk().write(DRAFT, 'supported');
    const call = passage('She saw it rise.', 2, 'tips/call.md');
    desk.base = sourcesWith(call);
    desk.evidence = [call];
    desk.sign(subjectsOf(desk.sheet).slice(0, 1), 'MO');
    assert.doesNotMatch(desk.text ?? '', /call|saw/u);
    assert.deepEqual(chosen(desk), ['confidential source:1 (withheld)']);
  });
});
