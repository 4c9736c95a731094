import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { thisProcessor } from '../../server/bin/processor.js';
import { nativeEngine } from '../../server/inference/nativeEngine.js';
import { type ReaderFiles, loadReaderModel } from '../../server/inference/readerModel.js';
import {
  type JudgeRequest,
  type Reading,
  type ReadingRequest,
  type SentenceRequest,
  isJudgeReading,
  isSentenceRequest,
} from '../../server/inference/readings.js';
import { webAssemblyEngine } from '../../server/inference/webAssemblyEngine.js';
import { wordsOf } from '../../server/inference/words.js';
import { readProse } from '../../server/prose/prose.js';
import { ROOT } from '../machine.js';
import { differencesFromTraining, tinyReaders } from '../tinyReaders.js';
import { trainedModels, webAssembly } from '../trainedModels.js';

const STORIES = join(ROOT, 'training', 'stories');

/** Enough to decide on thousands of words, few enough for seconds. */
const MOST_SENTENCES = 200;
const MOST_CLAIMS = 60;

/** What counts as damage, and as a word that the passages do not bear out. */
const DECISIVE = 0.5;

const LEAST_ALIKE = 0.995;

/** The sentences of a text. */
function sentencesIn(text: string): readonly string[] {
  return readProse(text).blocks.flatMap(({ sentences }) => sentences.map((one) => one.text));
}

/** The draft and a source of each story, as sentences. */
function stories(): readonly { readonly draft: readonly string[]; readonly source: string[] }[] {
  return readdirSync(STORIES, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [];
    const folder = join(STORIES, entry.name);
    const [source = ''] = readdirSync(join(folder, 'sources')).sort();
    const [draft, passage] = [join(folder, 'draft.md'), join(folder, 'sources', source)].map(
      (path) => sentencesIn(readFileSync(path, 'utf8')),
    );
    return [{ draft: draft ?? [], source: [...(passage ?? [])] }];
  });
}

/**
 * The sentence unchanged, or in turn without a word, with two words exchanged, or with a word
 * twice.
 */
function damaged(text: string, turn: number): string {
  const words = text.split(' ');
  const at = words.length >> 1;
  const [word = '', next = ''] = words.slice(at);
  const forms = [[word, next], [next], [next, word], [word, word, next]];
  return [
    ...words.slice(0, at),
    ...(forms[turn % forms.length] ?? []),
    ...words.slice(at + 2),
  ].join(' ');
}

/** Every `step`th of a list, so that all stories have their share. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  const step = Math.max(1, Math.floor(items.length / most));
  return items.filter((_, index) => index % step === 0).slice(0, most);
}

/** A sentence as a claim, beside the sentences of a source that have most words in common with it. */
function claimOf(sentence: string, source: readonly string[]): JudgeRequest {
  const own = new Set(sentence.toLowerCase().split(' '));
  const shared = (text: string): number =>
    text.split(' ').filter((word) => own.has(word.toLowerCase())).length;
  const passages = [...source].sort((one, other) => shared(other) - shared(one)).slice(0, 2);
  return { sentence, claim: { start: 0, end: sentence.length }, passages };
}

/**
 * What is decided: for each word of a sentence whether it is damaged, and then how, and which edit repairs it; for a
 * claim which verdict is the most likely, and for each of its words whether the passages bear it out.
 */
function decisions(request: ReadingRequest, reading: Reading | undefined): readonly string[] {
  assert.ok(reading !== undefined);
  if (isJudgeReading(reading)) {
    const { supported, contradicted, neither, words } = reading;
    const verdict = [supported, contradicted, neither].indexOf(
      Math.max(supported, contradicted, neither),
    );
    return [`${verdict}`, ...words.map(({ unsupported }) => `${unsupported < DECISIVE}`)];
  }
  assert.ok(isSentenceRequest(request));
  return [{ start: 0, end: 0 }, ...wordsOf(request.text)].map(({ start, end }) => {
    const word = reading.words.find((one) => one.start === start && one.end === end);
    if (word === undefined || word.damage < DECISIVE) return 'sound';
    return [word.kinds[0]?.name, word.edits[0]?.name].join();
  });
}

describe('the engines', function () {
  this.timeout(60_000);

  let all: ReturnType<typeof stories>;
  const engines = [webAssemblyEngine(webAssembly()), nativeEngine(thisProcessor())];

  before(() => {
    all = stories();
  });

  /** The share of equal decisions, and the number of different ones. */
  async function compare(
    files: ReaderFiles,
    requests: readonly ReadingRequest[],
  ): Promise<{ readonly alike: number; readonly kinds: number }> {
    const models = await Promise.all(engines.map((engine) => loadReaderModel(engine, files)));
    let [same, count] = [0, 0];
    const kinds = new Set<string>();
    for (const request of requests) {
      const [ours = [], theirs = []] = await Promise.all(
        models.map(async (model) => decisions(request, await model.read(request))),
      );
      for (const [index, decision] of ours.entries()) {
        kinds.add(decision);
        count++;
        if (decision === theirs[index]) same++;
      }
    }
    return { alike: same / count, kinds: kinds.size };
  }

  it('decide alike on the words of sentences, sound and damaged', async () => {
    const sentences = all.flatMap(({ draft }) => draft);
    const requests = spread(sentences, MOST_SENTENCES).map((text, turn): SentenceRequest => ({
      text: damaged(text, turn),
      place: 'paragraph',
    }));
    const { alike, kinds } = await compare(trainedModels(), requests);
    assert.equal(requests.length, MOST_SENTENCES);
    assert.ok(kinds > 10, `${kinds} kinds of decisions`);
    assert.ok(alike >= LEAST_ALIKE, `${alike}`);
  });

  for (const engine of engines) {
    it(`read rows of pieces as in training: ${engine.name}`, async () => {
      const { read } = await loadReaderModel(engine, tinyReaders());
      assert.deepEqual(await differencesFromTraining(read), []);
    });
  }

  it('decide alike on claims and their words, with a tiny judge', async () => {
    const claims = all.flatMap(({ draft, source }) =>
      draft.map((sentence) => claimOf(sentence, source)),
    );
    const requests = spread(claims, MOST_CLAIMS);
    const { alike, kinds } = await compare(tinyReaders(), requests);
    assert.equal(requests.length, MOST_CLAIMS);
    assert.ok(kinds > 2, `${kinds} kinds of decisions`);
    assert.ok(alike >= LEAST_ALIKE, `${alike}`);
  });
});
