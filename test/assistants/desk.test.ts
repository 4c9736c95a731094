import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ASSISTANT_TOOLS } from '../../protocol/assistants.js';
import { AssistantDesk } from '../../server/assistants/desk.js';
import { SourceTexts } from '../../server/assistants/sourceTexts.js';
import { DEFAULT_SPELLING } from '../../server/checks/spelling/options.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { Ingest } from '../../server/sources/ingest.js';
import { storeIndexes } from '../../server/reference/storedIndexes.js';
import { indexSource } from '../../server/reference/indexSource.js';
import { INGEST_HOST } from '../ingestHost.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';

const HARBOUR = `---
date: 2027-03-14
---

# The new pier

The harbour board was led by Ines Calloway, the harbour master. She opened the new pier on Monday. It cost 4.2 million euros.

“We have waited eleven years for this pier,” Calloway said.
`;

/** Every word of it that no other text here has is looked for in all answers. */
const SECRET =
  'Rurik Haldane, owner of the Silverfin casino, paid for the pier. “Nobody must learn of this money,” Haldane said. Ines Calloway, secret partner of the casino, agreed.\n';
const SECRET_WORDS = /Rurik|Haldane|Silverfin|casino|Nobody must|partner|tip\.md|plan\.md/u;

const FILES: Readonly<Record<string, string>> = {
  'sources/harbour.md': HARBOUR,
  'sources/tip.md': `---\nconfidential: true\n---\n\n${SECRET}`,
  'sources/plan.md': `---\nembargo: 2027-05-01\n---\n\n${SECRET}`,
  'sources/page.html': '<article><h1>Ferries</h1><p>Two ferries were late.</p></article>',
  'draft.md': '# Pier\n\nInes Caloway opened the new pier on Monday. It cost 4.8 million euros.\n',
  'memo.md': `---\nconfidential: true\n---\n\n${SECRET}`,
  'sources/confidential/list.html': `<article><p>${SECRET}</p></article>`,
  'confidential/draft.md': SECRET,
  'facts.txt': SECRET,
  '../outside.md': SECRET,
  '../.copydesk.json': '{ "acceptedNames": ["Ines Caloway"] }',
};

/** A desk about a folder in memory, and its sources as texts. */
function open(
  files: Readonly<Record<string, string>> = FILES,
  now = new Date(2027, 3, 1),
): { readonly desk: AssistantDesk; readonly texts: SourceTexts; readonly folder: MemoryWorkspace } {
  const folder = new FolderInMemory(files);
  const ingest = new Ingest(folder, INGEST_HOST);
  const desk = new AssistantDesk({
    workspace: folder,
    sources: async () => {
      const paths = await folder.find(['sources/**']);
      return { paths, indexes: (await ingest.update(paths))?.indexes ?? [] };
    },
    reader: undefined,
    options: { spelling: DEFAULT_SPELLING },
    run: (task) => Promise.resolve(runToCompletion(task)),
    now: () => now,
  });
  return { desk, texts: new SourceTexts(folder, INGEST_HOST.readDocument, desk), folder };
}

/** Resolves paths as a folder on disk does, so that a path can leave it. */
class FolderInMemory extends MemoryWorkspace {
  override uriOf(path: string): string {
    return new URL(path, 'file:///news/pier/').href;
  }

  override async find(globs: readonly string[], within?: string): Promise<readonly string[]> {
    return (await super.find(globs, within)).filter((path) => !path.startsWith('..'));
  }

  override ancestorPaths(path: string, name: string): readonly string[] {
    return [...super.ancestorPaths(path, name), `../${name}`];
  }
}

/** The answer as text: JSON, or after “refused: ” the reason. */
async function ask(desk: AssistantDesk, tool: string, given: unknown): Promise<string> {
  const answer = await desk.answer(tool, given);
  return 'refusal' in answer ? `refused: ${answer.refusal}` : JSON.stringify(answer.value);
}

/** The answer as a value. */
async function valueOf(desk: AssistantDesk, tool: string, given: unknown): Promise<unknown> {
  const text = await ask(desk, tool, given);
  assert.doesNotMatch(text, /^refused/u);
  return JSON.parse(text);
}

describe('an assistant', () => {
  it('has a draft checked by its path or its text, with the same result', async () => {
    const { desk } = open();
    const byPath = await valueOf(desk, 'check_draft', { path: 'draft.md' });
    const { findings } = byPath as { readonly findings: readonly { readonly code: string }[] };
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['name/misspelled', 'claim/contradicted'],
    );
    assert.deepEqual(await valueOf(desk, 'check_draft', { text: FILES['draft.md'] }), byPath);
    assert.deepEqual(await valueOf(desk, 'check_draft', { path: './draft.md' }), byPath);
  });

  it('gets the dismissed findings marked as dismissed, and all others', async () => {
    const { desk } = open({ ...FILES, '.copydesk.json': '{ "acceptedNames": ["Ines Caloway"] }' });
    const text = await ask(desk, 'check_draft', { path: 'draft.md' });
    assert.doesNotMatch(text, /name\/misspelled/u);
  });

  it('gets the verdict on a claim with its passages', async () => {
    const { desk } = open();
    const evidence = await valueOf(desk, 'find_evidence', {
      claim: 'Ines Calloway opened the new pier on Thursday.',
    });
    const { statements } = evidence as {
      readonly statements: readonly { readonly verdict: string; readonly passages: unknown[] }[];
    };
    assert.deepEqual(
      statements.map(({ verdict }) => verdict),
      ['contradicted'],
    );
    assert.deepEqual(statements[0]?.passages[0], {
      source: 'sources/harbour.md',
      line: 7,
      text: 'She opened the new pier on Monday.',
    });
  });

  it('gets related passages for words that claim nothing', async () => {
    const { desk } = open();
    const answer = await valueOf(desk, 'find_evidence', { claim: 'Were ferries ever late?' });
    assert.deepEqual(answer, {
      statements: [],
      related: [{ source: 'sources/page.html', line: 2, text: 'Two ferries were late.' }],
    });
  });

  it('gets the entry for a name, or similar names', async () => {
    const { desk } = open();
    const { known } = (await valueOf(desk, 'who_is', { name: 'Calloway' })) as {
      readonly known: readonly { readonly name: string; readonly roles: readonly unknown[] }[];
    };
    assert.deepEqual(
      known.map(({ name, roles }) => [name, roles]),
      [['Ines Calloway', [{ role: 'harbour master', source: 'sources/harbour.md', line: 7 }]]],
    );
    assert.deepEqual(await valueOf(desk, 'who_is', { name: 'Colloray' }), {
      known: [],
      similar: ['Ines Calloway'],
    });
  });

  it('gets the changes of a rewrite', async () => {
    const { desk } = open();
    const before = 'The council sold 214 boats. Bo Ek watched.';
    const answer = await valueOf(desk, 'compare_rewrite', {
      before,
      after: 'The council sold 241 boats.',
    });
    assert.deepEqual(answer, {
      changes: [
        {
          ...{ kind: 'figure', change: 'changed', message: '“241” was “214”.' },
          ...{ before: '214', after: '241' },
        },
        { kind: 'name', change: 'lost', message: '“Bo Ek” is left out.', before: 'Bo Ek' },
      ],
    });
    assert.deepEqual(await valueOf(desk, 'compare_rewrite', { before, after: before }), {
      changes: [],
    });
  });

  it('gets the comparison of a quote: as recorded, altered or absent', async () => {
    const { desk } = open();
    const recorded = {
      words: 'We have waited eleven years for this pier',
      speaker: 'Ines Calloway',
      source: 'sources/harbour.md',
      line: 9,
    };
    const compare = (words: string, speaker?: string): Promise<unknown> =>
      valueOf(desk, 'compare_quote', { words, speaker });
    assert.deepEqual(await compare('“we have waited eleven years”', 'Calloway'), {
      ...{ result: 'verbatim', speaker: 'same', recorded: [recorded], differences: [] },
    });
    assert.deepEqual(await compare('We have waited twelve years for this pier'), {
      result: 'altered',
      recorded: [recorded],
      differences: [{ given: 'twelve', recorded: 'eleven' }],
    });
    assert.deepEqual(await compare('The ferries will never run on time again'), {
      ...{ result: 'absent', recorded: [], differences: [] },
    });
  });

  it('gets a plain sentence if it asks for something that does not exist', async () => {
    const { desk } = open();
    const long = 'x'.repeat(300_001);
    for (const [tool, given, reason] of [
      ['delete_draft', {}, /no tool “delete_draft”/u],
      ['check_draft', {}, /needs the “path” or the “text”/u],
      ['check_draft', { path: 'draft.md', text: 'x' }, /not both/u],
      ['check_draft', { text: long }, /more than 300,000 characters/u],
      ['check_draft', { path: 7 }, /“path” must be a string/u],
      ['check_draft', [], /takes an object/u],
      ['check_draft', 'draft.md', /takes an object/u],
      ['who_is', null, /takes an object/u],
      ['who_is', undefined, /who_is needs “name”/u],
      ['who_is', { name: '  ' }, /“name” is empty/u],
      ['who_is', { name: 'x', folder: '/' }, /no argument “folder”; it takes name\./u],
      ['find_evidence', { claim: 'x'.repeat(10_001) }, /more than 10,000 characters/u],
    ] as const) {
      assert.match(await ask(desk, tool, given), reason);
    }
  });

  it('gets the same answer to every question about a folder without sources', async () => {
    const { desk, texts } = open({ 'draft.md': 'Ines Calloway opened the the pier.\n' });
    assert.match(await ask(desk, 'check_draft', { path: 'draft.md' }), /sentence\/repeated-word/u);
    assert.deepEqual(await valueOf(desk, 'who_is', { name: 'Calloway' }), {
      ...{ known: [], similar: [] },
    });
    assert.deepEqual(await texts.list(), []);
  });
});

describe('an assistant is confined to the folder', () => {
  it('whatever path it gives', async () => {
    const { desk } = open();
    for (const path of [
      '../outside.md',
      'sources/../../outside.md',
      '/news/outside.md',
      'file:///news/outside.md',
      '/etc/passwd',
      '%2e%2e/outside.md',
      '..%2foutside.md',
      '..\\outside.md',
      'sources/../../pier/../outside.md',
      'sources',
      '.',
      '',
      ' ',
      '.copydesk.json',
      'facts.txt',
      'draft.md\0.txt',
      '**/*.md',
    ]) {
      const answer = await ask(desk, 'check_draft', { path });
      assert.match(answer, /^refused: .*(?:not a Markdown draft|needs the “path”)/u, path);
      assert.doesNotMatch(answer.replaceAll(path, ''), SECRET_WORDS, path);
    }
  });

  it('and does not take suppressions from above it', async () => {
    const { desk } = open();
    assert.match(await ask(desk, 'check_draft', { path: 'draft.md' }), /name\/misspelled/u);
  });

  it('whatever source it asks for', async () => {
    const { texts } = open();
    for (const uri of [
      'copydesk-source:///sources/../draft.md',
      'copydesk-source:///sources/%2e%2e/draft.md',
      'copydesk-source:///../outside.md',
      'copydesk-source:///%2e%2e%2foutside.md',
      'copydesk-source:////etc/passwd',
      'copydesk-source://host/sources/harbour.md',
      'copydesk-source:///draft.md',
      'file:///news/pier/sources/harbour.md',
      'sources/harbour.md',
      'http://[',
      '%',
      '',
    ]) {
      await assert.rejects(texts.read(uri), /There is no source/u, uri);
    }
  });
});

describe('an assistant learns nothing from restricted sources', () => {
  const questions: readonly (readonly [tool: string, given: object])[] = [
    ['check_draft', { path: 'draft.md' }],
    ['check_draft', { text: 'Rurik Haldan, owner of the casino, paid for the pier.\n' }],
    ['check_draft', { text: '“Nobody must learn of his money,” Ines Calloway said.\n' }],
    ['check_draft', { path: 'sources/tip.md' }],
    ['check_draft', { path: 'memo.md' }],
    ['check_draft', { path: 'confidential/draft.md' }],
    ['find_evidence', { claim: 'The owner paid for the pier.' }],
    ['find_evidence', { claim: 'owner money pier' }],
    ['who_is', { name: 'Ines Calloway' }],
    ['who_is', { name: 'Rurik' }],
    ['who_is', { name: 'Halldane' }],
    ['compare_quote', { words: 'Nobody must learn of his money', speaker: 'Haldane' }],
    ['compare_quote', { words: 'learn of this money' }],
  ];

  it('in any answer', async () => {
    const { desk } = open();
    for (const [tool, given] of questions) {
      const asked = new Set(JSON.stringify(given).match(/[\p{L}.]+/gu));
      const answer = await ask(desk, tool, given);
      // An answer may repeat the words of the question, and reveals nothing else about them.
      const told = answer.replace(/[\p{L}.]+/gu, (word) => (asked.has(word) ? '' : word));
      assert.doesNotMatch(told, SECRET_WORDS, `${tool} ${JSON.stringify(given)}`);
    }
  });

  it('as if the sources did not exist', async () => {
    const without = Object.fromEntries(
      Object.entries(FILES).filter(([path]) => !/tip|plan|memo|confidential/u.test(path)),
    );
    const [{ desk }, { desk: other }] = [open(), open(without)];
    for (const [tool, given] of questions) {
      assert.equal(await ask(desk, tool, given), await ask(other, tool, given));
    }
  });

  it('in the list of sources or their texts', async () => {
    const { texts } = open();
    assert.deepEqual(
      (await texts.list()).map(({ name }) => name),
      ['sources/harbour.md', 'sources/page.html'],
    );
    for (const name of ['none', 'tip', 'plan']) {
      const uri = `copydesk-source:///sources/${name}.md`;
      await assert.rejects(texts.read(uri), { message: `There is no source “${uri}”` });
    }
  });

  it('from a stored base', async () => {
    const tip = indexSource({ name: 'tip.md', text: FILES['sources/tip.md'] ?? '' });
    const { desk, texts } = open({ 'sources/base.json': storeIndexes([tip]) });
    assert.doesNotMatch(await ask(desk, 'who_is', { name: 'Rurik' }), /Haldane/u);
    assert.deepEqual(await texts.list(), []);
  });

  it('until the embargo has passed', async () => {
    const { desk } = open(FILES, new Date(2027, 4, 2));
    assert.match(await ask(desk, 'who_is', { name: 'Rurik' }), /owner/u);
  });

  it('once the mark is set', async () => {
    const { desk, texts, folder } = open();
    const uri = 'copydesk-source:///sources/harbour.md';
    assert.equal((await texts.read(uri)).text, HARBOUR);
    folder.write('sources/harbour.md', HARBOUR.replace('---\n', '---\nconfidential: true\n'));
    assert.doesNotMatch(await ask(desk, 'who_is', { name: 'Calloway' }), /master/u);
    await assert.rejects(texts.read(uri), /There is no source/u);
  });
});

describe('the sources that an assistant reads', () => {
  it('have the lines that are cited', async () => {
    const { desk, texts } = open();
    const [harbour, page] = await texts.list();
    assert.deepEqual(harbour, {
      uri: 'copydesk-source:///sources/harbour.md',
      name: 'sources/harbour.md',
      mimeType: 'text/markdown',
    });
    assert.equal(page?.mimeType, 'text/plain');
    const text = (await texts.read(page.uri)).text.split('\n');
    const answer = await ask(desk, 'find_evidence', { claim: 'late ferries' });
    assert.match(answer, new RegExp(`"line":${text.indexOf('Two ferries were late.') + 1}`, 'u'));
  });

  it('are found under a name that has to be escaped', async () => {
    const { texts } = open({ 'sources/søk & find #2.md': HARBOUR });
    const [listed] = await texts.list();
    assert.equal((await texts.read(listed?.uri ?? '')).text, HARBOUR);
  });
});

describe('the tools of an assistant', () => {
  it('are all described', () => {
    for (const { name, description, arguments: given } of ASSISTANT_TOOLS) {
      assert.ok(description.length > 50, name);
      assert.ok(given.every((argument) => argument.description !== ''));
    }
  });
});
