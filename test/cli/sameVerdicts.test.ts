import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ReadingQueue } from '../../server/inference/readingQueue.js';
import { textOf } from '../../server/inference/readings.js';
import type { Archive } from '../../server/archive/archive.js';
import { archivedStory } from '../archivedStory.js';
import { DECISIONS, type Opinion, readingOf } from '../checks/claims/fakeJudge.js';
import { FakeReader } from '../inference/fakeReader.js';
import { DRAFT, FakeEditor, UNCANCELLED } from '../session/fakeEditor.js';
import { copydesk } from './testHost.js';

const SOURCE =
  'The council of Tarn Bay met on Monday. It heard from Ines Calloway, who rents the kiosk on the pier and pays 400 pounds a year.\n';

/** What the judge says of each claim, and the verdict that follows. */
const CLAIMS: readonly (readonly [claim: string, opinion: Opinion, verdict: string])[] = [
  ['Ines Calloway addressed the council of Tarn Bay.', { supported: 0.97 }, 'supported'],
  [
    'Ines Calloway owns the kiosk on the pier.',
    { contradicted: 0.98, against: 'owns' },
    'contradicted',
  ],
  ['Ines Calloway wants to widen the kiosk.', { supported: 0.3, neither: 0.4 }, 'unclear'],
];

const SENTENCES = CLAIMS.map(([claim]) => claim);
const FILES = { 'sources/minutes.md': SOURCE, 'draft.md': `${SENTENCES.join('\n\n')}\n` };
const VERDICTS = CLAIMS.map(([, , verdict]) => verdict);

/** A reader that says this of the claims, with any passages. */
function fakeReader(): FakeReader {
  const judgements = Object.fromEntries(
    CLAIMS.map(([sentence, opinion]) => {
      const claim = { start: 0, end: sentence.length };
      return [sentence, readingOf(opinion, { sentence, claim, passages: [] })];
    }),
  );
  const fake = new FakeReader({}, judgements);
  fake.weights = { ...fake.weights, judgeDecisions: DECISIONS };
  return fake;
}

function reader(): ReadingQueue {
  return new ReadingQueue(fakeReader());
}

interface Verdicts {
  readonly claims: readonly { readonly verdict: string }[];
}

/** The verdicts on the fact sheet of a draft, once nothing more happens. */
async function sheetVerdicts(editor: FakeEditor): Promise<readonly string[]> {
  const asked = editor.handlers.factSheet.sheet({ textDocument: { uri: DRAFT } }, UNCANCELLED);
  await editor.timers.pass(60_000);
  return (await asked)?.entries.map(({ verdict }) => verdict) ?? [];
}

/** The verdicts that `copydesk check --explain` prints. */
function explainedVerdicts(output: string): readonly string[] {
  return output
    .split('\n')
    .flatMap(
      (line) => /^draft\.md:\S+ {2}(supported|contradicted|to check) /u.exec(line)?.[1] ?? [],
    );
}

function verdictsIn(report: unknown): readonly string[] {
  return (report as Verdicts).claims.map(({ verdict }) => verdict);
}

describe('the verdicts on a draft', () => {
  it('are those of the judge in a batch', async () => {
    const request = {
      id: '1',
      draft: FILES['draft.md'],
      sources: [{ name: 'minutes.md', text: SOURCE }],
    };
    const { output } = await copydesk(['batch'], {
      input: JSON.stringify(request),
      reader: reader(),
    });
    assert.deepEqual(verdictsIn(JSON.parse(output)), VERDICTS);
  });

  it('are the same on the command line', async () => {
    const { output } = await copydesk(['check', 'draft.md', '--explain'], {
      files: FILES,
      reader: reader(),
    });
    assert.deepEqual(explainedVerdicts(output), ['supported', 'contradicted', 'to check']);
  });

  it('are the same on the fact sheet of an editor', async () => {
    const editor = new FakeEditor({ files: FILES, reader: reader() });
    await editor.openAndCheck(FILES['draft.md']);
    await editor.timers.pass(60_000);
    assert.deepEqual(await sheetVerdicts(editor), VERDICTS);
  });

  it('are the same in an editor whose judge answers late', async () => {
    const late = fakeReader();
    const answer = late.hold();
    const editor = new FakeEditor({ files: FILES, reader: new ReadingQueue(late) });
    await editor.openAndCheck(FILES['draft.md']);
    await editor.timers.pass(60_000);
    assert.deepEqual(await sheetVerdicts(editor), ['unclear', 'unclear', 'unclear']);
    answer();
    await editor.timers.pass(60_000);
    assert.deepEqual(await sheetVerdicts(editor), VERDICTS);
  });

  it('are the same for an assistant, of the draft and of each statement', async () => {
    const values: unknown[] = [];
    await copydesk(['mcp', '.'], {
      files: FILES,
      reader: reader(),
      assistant: async (desk) => {
        const answers = [
          await desk.answer('check_draft', { path: 'draft.md' }),
          ...(await Promise.all(SENTENCES.map((claim) => desk.answer('find_evidence', { claim })))),
        ];
        for (const answer of answers)
          values.push('value' in answer ? answer.value : answer.refusal);
      },
    });
    const [draft, ...statements] = values;
    assert.deepEqual(verdictsIn(draft), VERDICTS);
    assert.deepEqual(
      statements.flatMap((one) =>
        (one as { readonly statements: Verdicts['claims'] }).statements.map(
          ({ verdict }) => verdict,
        ),
      ),
      VERDICTS,
    );
  });
});

/** Words that the reporter's own source has, which says nothing on the claims. */
const OWN = 'The council of Tarn Bay closed the swimming pool for a month.';

/** What the judge says of each claim with the passages of the archive, and the verdict that follows. */
const ARCHIVED: readonly (readonly [claim: string, opinion: Opinion, verdict: string])[] = [
  ['Ines Calloway addressed the council of Tarn Bay.', { supported: 0.97 }, 'supported'],
  [
    'Ines Calloway bought the kiosk on the pier.',
    { contradicted: 0.98, against: 'bought' },
    'unclear',
  ],
  ['Ines Calloway wanted to widen the kiosk.', { supported: 0.3, neither: 0.4 }, 'unclear'],
];

const ARCHIVED_FILES = {
  'sources/own.md': `${OWN} Ines Calloway sent a letter about the pool.\n`,
  'draft.md': `${[OWN, ...ARCHIVED.map(([claim]) => claim)].join('\n\n')}\n`,
};
const BEFORE = ['supported', 'unclear', 'unclear', 'unclear'];
const AFTER = ['supported', ...ARCHIVED.map(([, , verdict]) => verdict)];

/** An archive in which every search finds the same minutes. */
const searchable: Pick<Archive, 'search' | 'close'> = {
  search: () => Promise.resolve([archivedStory(SOURCE)]),
  close: () => Promise.resolve(),
};

const unused = (): Promise<never> => Promise.reject(new Error('only searches are expected'));

const archive: Archive = {
  ...searchable,
  migrate: unused,
  summary: unused,
  digestsOf: unused,
  store: unused,
  removeOthers: unused,
  tidy: unused,
  namesLike: unused,
};

/** A reader that says this of the claims with the archive's passages, and with others that they decide nothing. */
function archiveReader(): FakeReader {
  const fake = new FakeReader({}, (request) => {
    const [, said] = ARCHIVED.find(([claim]) => claim === textOf(request)) ?? [];
    const isArchived = request.passages.some((passage) => passage.includes('kiosk'));
    return readingOf((isArchived ? said : undefined) ?? { neither: 0.5 }, request);
  });
  fake.weights = { ...fake.weights, judgeDecisions: DECISIONS };
  return fake;
}

function archiveEditor(queue: ReadingQueue, openArchive = () => Promise.resolve(searchable)) {
  return new FakeEditor({ files: ARCHIVED_FILES, reader: queue, openArchive });
}

describe('the verdicts on a draft with an archive', () => {
  it('are those of the judge on the command line', async () => {
    const { output } = await copydesk(
      ['check', 'draft.md', '--explain', '--archive', 'postgresql://desk@archive.example/archive'],
      {
        files: ARCHIVED_FILES,
        reader: new ReadingQueue(archiveReader()),
        openArchive: () => Promise.resolve(archive),
      },
    );
    assert.deepEqual(
      explainedVerdicts(output),
      AFTER.map((verdict) => (verdict === 'unclear' ? 'to check' : verdict)),
    );
  });

  it('are the same on the fact sheet of an editor, whose code lens counts them', async () => {
    const editor = archiveEditor(new ReadingQueue(archiveReader()));
    await editor.openAndCheck(ARCHIVED_FILES['draft.md']);
    await editor.timers.pass(60_000);
    assert.deepEqual(await sheetVerdicts(editor), AFTER);
    // Once when the judge has read the source, once for the archive, once when the judge has read that.
    assert.equal(editor.refreshes, 3);
  });

  it('are the same in an editor whose judge answers after the archive', async () => {
    const reader = archiveReader();
    const answers: (() => void)[] = [];
    const editor = archiveEditor(new ReadingQueue(reader), () => {
      answers.push(reader.hold());
      return Promise.resolve(searchable);
    });
    await editor.openAndCheck(ARCHIVED_FILES['draft.md']);
    await editor.timers.pass(60_000);
    assert.deepEqual([answers.length, await sheetVerdicts(editor)], [1, BEFORE]);
    for (const answer of answers) answer();
    await editor.timers.pass(60_000);
    assert.deepEqual(await sheetVerdicts(editor), AFTER);
  });

  it('are the same in an editor whose judge has read everything before', async () => {
    const reader = archiveReader();
    const queue = new ReadingQueue(reader);
    const first = archiveEditor(queue);
    await first.openAndCheck(ARCHIVED_FILES['draft.md']);
    await first.timers.pass(60_000);
    const asked = reader.asked.length;
    const again = archiveEditor(queue);
    await again.openAndCheck(ARCHIVED_FILES['draft.md']);
    await again.timers.pass(60_000);
    assert.deepEqual(await sheetVerdicts(again), AFTER);
    assert.equal(reader.asked.length, asked);
    // Each claim as a sentence, with the source's passages and with the archive's.
    const counts = [OWN, ...ARCHIVED.map(([claim]) => claim)].map(
      (text) => reader.asked.flat().filter((one) => one === text).length,
    );
    assert.deepEqual(counts, [1, 3, 3, 3]);
  });
});
