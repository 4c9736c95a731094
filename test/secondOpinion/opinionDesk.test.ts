import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ModelFailure } from '../../server/secondOpinion/model.js';
import {
  type AskingRun,
  OpinionDesk,
  type Outcome,
} from '../../server/secondOpinion/opinionDesk.js';
import { OpinionTable } from '../../server/secondOpinion/opinionTable.js';
import type { Question } from '../../server/secondOpinion/questions.js';
import { RequestLimit } from '../../server/secondOpinion/requestLimit.js';
import { TODAY, askedDraft } from './askedDraft.js';
import { FakeModel, answerText } from './fakeModel.js';

const SOURCE =
  'The outdoor pool in Sundvik stays shut until its roof is repaired. The gym beside it lost its heating. The library lends skates.';
const DRAFT = asked(
  'Swimmers wait for a new roof on the pool.',
  'The gym in Sundvik is cold.',
  'Skates can be borrowed in the library.',
);

function asked(...claims: readonly string[]): ReturnType<typeof askedDraft> {
  return askedDraft(claims.join('\n\n'), { 'council.md': SOURCE });
}

const SUPPORTED = answerText({
  verdict: 'supported',
  passage: 1,
  quote: 'The outdoor pool in Sundvik stays shut until its roof is repaired.',
});

class Desk {
  readonly lines: string[] = [];
  readonly steps: string[] = [];
  minutes = 0;
  readonly stopping = new AbortController();
  readonly desk = new OpinionDesk({
    store: new OpinionTable(),
    limit: new RequestLimit(() => this.minutes * 60_000),
    log: (line) => this.lines.push(line),
    now: () => TODAY,
  });
  readonly run: AskingRun = {
    reference: DRAFT.report.reference,
    nameOf: ({ claim }) => `draft.md:${claim.span.start}`,
    perHour: 10,
    signal: this.stopping.signal,
    report: (done, all) => this.steps.push(`${done} of ${all}`),
  };
}

const questions: readonly Question[] = DRAFT.asked;

describe('the desk for second opinions', () => {
  it('asks one question after another, and says how far it is', async () => {
    const { desk, run, steps } = new Desk();
    const model = new FakeModel(() => answerText({}));
    const outcome = await desk.ask(questions, model, run);
    assert.deepEqual(outcome, {
      answered: { supported: 0, contradicted: 0, undecided: 3 },
      unusable: 0,
      left: 0,
    });
    assert.equal(model.prompts.length, 3);
    assert.deepEqual(steps, ['0 of 3', '1 of 3', '2 of 3', '3 of 3']);
  });

  it('asks once for each question of a model', async () => {
    const { desk, run } = new Desk();
    const model = new FakeModel(() => answerText({}));
    await desk.ask(questions, model, run);
    const again = await desk.ask(questions, model, run);
    assert.equal(model.prompts.length, 3);
    assert.equal(again.answered.undecided, 3);
    const [question] = questions;
    assert.ok(question !== undefined);
    assert.deepEqual(desk.find(question, model), { verdict: 'undecided', words: [] });
    assert.equal(desk.find(question, { name: 'other', place: model.place }), undefined);
    assert.equal(desk.find(question, { name: model.name, place: 'elsewhere' }), undefined);
    const other = { ...question.request, context: 'It rained.' };
    assert.equal(desk.find({ ...question, request: other }, model), undefined);
  });

  it('asks once, and one question at a time, for two who want to know the same', async () => {
    const { desk, run } = new Desk();
    let open = 0;
    let most = 0;
    const model = new FakeModel(async () => {
      most = Math.max(most, ++open);
      await Promise.resolve();
      open--;
      return answerText({});
    });
    const ask = (): Promise<Outcome> => desk.ask(questions, model, run);
    const outcomes = await Promise.all([ask(), ask()]);
    assert.deepEqual([model.prompts.length, most], [3, 1]);
    for (const { answered } of outcomes) assert.equal(answered.undecided, 3);
  });

  it('counts what is no answer, and asks for it again the next time', async () => {
    const { desk, run, lines } = new Desk();
    const model = new FakeModel(() => 'I think it is supported.');
    const { unusable, left } = await desk.ask(questions, model, run);
    assert.deepEqual([unusable, left], [3, 0]);
    assert.ok(
      lines.includes(
        'Second opinion: the answer about draft.md:0 was dropped: it does not have the form that was asked for.',
      ),
    );
    await desk.ask(questions, model, run);
    assert.equal(model.prompts.length, 6);
  });

  it('logs every request with its claim, files and time, and no text', async () => {
    const { desk, run, lines } = new Desk();
    await desk.ask(questions, new FakeModel(() => SUPPORTED), run);
    assert.match(
      lines[0] ?? '',
      /^Second opinion: asked mistral \(127\.0\.0\.1:1234\) at 2026-11-30T\S+Z about draft\.md:0 with council\.md; \d+ characters\.$/u,
    );
    assert.doesNotMatch(lines.join('\n'), /pool|roof|gym|swimmers|library|skates/iu);
  });

  it('keeps what was answered when the model fails, and leaves the rest alone', async () => {
    const { desk, run } = new Desk();
    const model = new FakeModel(() => {
      if (model.prompts.length === 2) throw new ModelFailure('The quota is used up.');
      return answerText({});
    });
    assert.deepEqual(await desk.ask(questions, model, run), {
      answered: { supported: 0, contradicted: 0, undecided: 1 },
      unusable: 0,
      left: 2,
      problem: 'The quota is used up.',
    });
    assert.equal(model.prompts.length, 2);
    const better = new FakeModel(() => answerText({}));
    assert.equal((await desk.ask(questions, better, run)).answered.undecided, 3);
    assert.equal(better.prompts.length, 2);
  });

  it('stops when the reporter cancels, also while a model thinks', async () => {
    const { desk, run, stopping } = new Desk();
    const model = new FakeModel((_, signal) => {
      if (model.prompts.length === 1) return answerText({});
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        stopping.abort();
      });
    });
    const { answered, left, problem } = await desk.ask(questions, model, run);
    assert.deepEqual([answered.undecided, left, problem], [1, 2, undefined]);
  });

  it('sends no more than so many requests in an hour', async () => {
    const kept = new Desk();
    const { desk } = kept;
    const run = { ...kept.run, perHour: 2 };
    const model = new FakeModel(() => answerText({}));
    const { left, problem } = await desk.ask(questions, model, run);
    assert.equal(left, 1);
    assert.equal(
      problem,
      'The limit of 2 requests an hour is reached; the next can be sent in 60 minutes.',
    );
    kept.minutes = 59;
    assert.match((await desk.ask(questions, model, run)).problem ?? '', /in a minute\.$/u);
    assert.equal(model.prompts.length, 2);
    kept.minutes = 60;
    assert.equal((await desk.ask(questions, model, run)).left, 0);
    assert.equal(model.prompts.length, 3);
  });

  it('does not hide an error of its own', async () => {
    const { desk, run } = new Desk();
    const model = new FakeModel(() => {
      throw new TypeError('no');
    });
    await assert.rejects(desk.ask(questions, model, run), TypeError);
  });
});
