import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { after, before, describe, it } from 'mocha';
import type { Report } from '../../server/checks/check.js';
import { DOSSIER, checked } from '../suppressions/harbour.js';
import { anyEdits, edit, holds, hostileDraft } from './hostileDrafts.js';

interface Answer {
  readonly findings: readonly {
    readonly code: string;
    readonly message: string;
    readonly offset: readonly [number, number];
  }[];
  readonly claims: readonly {
    readonly verdict: string;
    readonly score: number;
    readonly offset: readonly [number, number];
  }[];
}

/** A report in the shape of the batch. */
function answerOf({ findings, claims }: Report): Answer {
  return {
    findings: findings.map(({ code, message, span: { start, end } }) => ({
      code,
      message,
      offset: [start, end],
    })),
    claims: claims.map(({ verdict, score, span: { start, end } }) => ({
      verdict,
      score,
      offset: [start, end],
    })),
  };
}

describe('a draft that is edited', function () {
  this.timeout(0);

  let batch: ChildProcessByStdio<Writable, Readable, null>;
  let answers: AsyncIterator<string>;

  before(() => {
    batch = spawn('dist/cli.cjs', ['batch', '--no-reader'], { stdio: ['pipe', 'pipe', 'inherit'] });
    answers = createInterface({ input: batch.stdout })[Symbol.asyncIterator]();
  });

  after(async () => {
    const ended = once(batch, 'exit');
    batch.stdin.end();
    await ended;
  });

  /** The findings of another process, which has only seen the final draft. */
  async function asked(draft: string): Promise<Answer> {
    const sources = [{ name: 'harbour.md', text: DOSSIER }];
    batch.stdin.write(`${JSON.stringify({ id: '1', draft, sources })}\n`);
    const { value } = (await answers.next()) as { readonly value: string };
    const { findings, claims } = JSON.parse(value) as Answer;
    return {
      findings: findings.map(({ code, message, offset }) => ({ code, message, offset })),
      claims: claims.map(({ verdict, score, offset }) => ({ verdict, score, offset })),
    };
  }

  it('gets the same findings from rules after many edits as from a new process', () =>
    holds(30, fc.tuple(hostileDraft, anyEdits), async ([text, edits]) => {
      let draft = text;
      for (const next of edits) {
        checked(draft);
        draft = edit(draft, next);
      }
      assert.deepEqual(answerOf(checked(draft)), await asked(draft));
    }));
});
