import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ReadingQueue } from '../../server/inference/readingQueue.js';
import { FakeReader } from '../inference/fakeReader.js';
import { ABOUT_SAMPLE, ELSEWHERE, SAMPLE } from '../regatta.js';
import { wordOf, wordParagraph } from '../sources/extractors/bytes.js';
import { unknownWords } from '../unknownWords.js';
import { copydesk } from './testHost.js';

const DOSSIER = `---
dossier: The lido
---

## People

### Maren Oduya

- Role: council leader
- Affiliation: Harrow Bay

Maren Oduya leads the council of Harrow Bay.
`;

const DRAFT = 'Council leader Maren Oduay opened the the lido on Monday.\n';
const FIXED = 'Council leader Maren Oduya opened the lido on Monday.\n';

describe('copydesk check', () => {
  it('finds no problems in an empty draft', async () => {
    const { status, output, errors } = await copydesk(['check', 'empty.md'], {
      files: { 'empty.md': '' },
    });
    assert.equal(status, 0);
    assert.deepEqual(errors, []);
    assert.match(output, /^No problems in 1 draft\./u);
  });

  it('prints each finding with its place, evidence and fix', async () => {
    const { status, output } = await copydesk(['check', 'lido.md', '--sources', 'sources/**'], {
      files: { 'lido.md': DRAFT, 'sources/lido.md': DOSSIER },
    });
    assert.equal(status, 1);
    assert.match(output, /^lido\.md:1:22 {2}warning {2}name\/misspelled$/mu);
    assert.match(output, /^ {4}source {2}sources\/lido\.md:7 /mu);
    assert.match(output, /^ {4}fix {5}.*Oduya/mu);
    assert.match(output, /2 warnings.* in 1 draft\..*\nChecked against 1 source \(1 person, /u);
  });

  it('checks a Word document as Markdown, and says so', async () => {
    const draft = wordOf(
      wordParagraph('Of the lido.') + wordParagraph('Maren Oduay opened the the lido.'),
    );
    const files = { 'lido.docx': draft, 'sources/lido.md': DOSSIER };
    const { status, output, errors } = await copydesk(['check', 'lido.docx'], { files });
    assert.equal(status, 1);
    assert.match(output, /^lido\.docx:3:7 {2}warning {2}name\/misspelled$/mu);
    assert.deepEqual(errors, [
      'copydesk: lido.docx was converted to Markdown, whose lines and offsets are given',
    ]);
    const fixed = await copydesk(['check', 'lido.docx', '--fix'], { files });
    assert.equal(fixed.status, 2);
    assert.match(fixed.errors.join(), /--fix does not change Word documents/u);
    assert.equal(fixed.saved.size, 0);
    const broken = await copydesk(['check', 'a.docx'], { files: { 'a.docx': 'Not one.' } });
    assert.equal(broken.status, 2);
    assert.deepEqual(broken.errors, [
      'copydesk: a.docx is not a Word document (.docx) or is damaged',
    ]);
  });

  it('reports a draft with too many unknown words to check', async () => {
    const { errors } = await copydesk(['check', 'list.md'], {
      files: { 'list.md': `We saw the ${unknownWords(4_001).join(' and the ')}.\n` },
    });
    assert.deepEqual(errors, [
      'copydesk: list.md: This draft has more than 4,000 words that are not in the dictionary, so it was not checked for misspelled words.',
    ]);
  });

  it('fails at the requested level', async () => {
    const files = { 'lido.md': DRAFT };
    const status = async (...options: readonly string[]): Promise<number> =>
      (await copydesk(['check', 'lido.md', ...options], { files })).status;
    assert.equal(await status(), 1);
    assert.equal(await status('--fail-on', 'warning'), 1);
    assert.equal(await status('--fail-on', 'error'), 0);
    assert.equal(await status('--fail-on', 'never'), 0);
  });

  it('fails if a note is left, alone or in addition to a severity', async () => {
    const status = async (text: string, ...options: readonly string[]): Promise<number> =>
      (await copydesk(['check', 'a.md', '--no-reader', ...options], { files: { 'a.md': text } }))
        .status;
    const tk = ['--fail-on', 'tk'];
    const [clean, doubled] = ['The lido opened.\n', 'They opened the the lido.\n'];
    for (const note of ['The lido cost TK pounds.\n', 'It cost 900. CHECK with council.\n']) {
      assert.equal(await status(note, ...tk), 1, note);
      assert.equal(await status(note, '--fail-on', 'error', ...tk), 1, note);
      assert.equal(await status(note, ...tk, '--fail-on', 'never'), 1, note);
      assert.equal(await status(note, '--fail-on', 'error'), 0, note);
    }
    assert.equal(await status(clean, ...tk), 0);
    assert.equal(await status(doubled, ...tk), 0);
    assert.equal(await status(doubled, ...tk, '--fail-on', 'warning'), 1);
    const ignored =
      '<!-- copydesk-ignore sentence/placeholder: a shop -->\n\nShe works at the TK.\n';
    assert.equal(await status(ignored, ...tk), 0);
    assert.equal(await status(clean, '--fail-on', 'soon'), 2);
  });

  it('reads standard input', async () => {
    const { status, output } = await copydesk(['check', '-', '--format', 'json'], { input: DRAFT });
    assert.equal(status, 1);
    const { version, files } = JSON.parse(output) as {
      readonly version: number;
      readonly files: readonly { readonly path: string; readonly findings: readonly unknown[] }[];
    };
    assert.equal(version, 1);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['-'],
    );
  });

  it('applies mechanical fixes, and has none left the second time', async () => {
    const args = ['check', 'lido.md', '--sources', 'sources/**', '--fix'];
    const first = await copydesk(args, {
      files: { 'lido.md': DRAFT, 'sources/lido.md': DOSSIER },
    });
    assert.equal(first.saved.get('lido.md'), FIXED);
    assert.equal(first.status, 0);
    const second = await copydesk(args, {
      files: { 'lido.md': FIXED, 'sources/lido.md': DOSSIER },
    });
    assert.equal(second.saved.size, 0);
    assert.equal(second.output, first.output);
  });

  it('waits until all sentences are read, also of the fixed draft', async () => {
    const reader = new FakeReader();
    const { saved } = await copydesk(['check', 'draft.md', '--fix'], {
      files: { 'draft.md': 'Did they open the the lido? It is warm.\n' },
      reader: new ReadingQueue(reader),
    });
    assert.equal(saved.get('draft.md'), 'Did they open the lido? It is warm.\n');
    assert.deepEqual(
      new Set(reader.asked.flat()),
      new Set(['Did they open the the lido?', 'It is warm.', 'Did they open the lido?']),
    );
    assert.equal(reader.stops, 1);
  });

  it('reads no sentence with --no-reader', async () => {
    const reader = new FakeReader();
    const { status } = await copydesk(['check', 'draft.md', '--no-reader'], {
      files: { 'draft.md': 'It is warm.\n' },
      reader: new ReadingQueue(reader),
    });
    assert.equal(status, 0);
    assert.deepEqual(reader.asked, []);
  });

  it('checks spelling in the given variety of English, or not at all', async () => {
    const messages = async (...options: readonly string[]): Promise<readonly string[]> => {
      const { output } = await copydesk(
        ['check', 'draft.md', '--no-reader', '--format', 'json', ...options],
        { files: { 'draft.md': 'The theater opened. They will recieve guests.\n' } },
      );
      return [...output.matchAll(/"message": "([^"]+)"/gu)].map(([, message = '']) => message);
    };
    const misspelled = '“recieve”: did you mean “receive”?';
    assert.deepEqual(await messages(), [misspelled]);
    assert.deepEqual(await messages('--spelling', 'en-GB'), [
      '“theater” is not British spelling: “theatre”.',
      misspelled,
    ]);
    assert.deepEqual(await messages('--spelling', 'off'), []);
  });

  it('lists the varieties of English if it gets an unknown one', async () => {
    const { status, errors } = await copydesk(['check', 'draft.md', '--spelling', 'en-NZ']);
    assert.equal(status, 2);
    assert.equal(
      errors[0],
      'copydesk: --spelling takes one of auto, en-US, en-GB, en-AU, en-CA, off, not “en-NZ”',
    );
  });

  it('reads a file that is not Markdown as plain text', async () => {
    const text = '# The the\n\n    The the lido is open.\n';
    const { output } = await copydesk(['check', 'lido.txt', '--format', 'json'], {
      files: { 'lido.txt': text },
    });
    assert.match(output, /"line": 2/u);
  });

  it('reports files that it cannot read and why, and checks the others', async () => {
    const files = {
      'lido.md': DRAFT,
      'picture.md': Buffer.from([0x89, 0x50, 0x00, 0x47]),
      'latin.md': Buffer.from([0x63, 0x61, 0x66, 0xe9]),
    };
    const outcome = await copydesk(['check', 'gone.md', 'picture.md', 'lido.md', 'latin.md'], {
      files,
    });
    assert.equal(outcome.status, 2);
    assert.match(outcome.output, /^lido\.md:1:/u);
    assert.deepEqual(outcome.errors, [
      'copydesk: gone.md does not exist',
      'copydesk: picture.md is a binary file, not text',
      'copydesk: latin.md is not valid UTF-8',
    ]);
  });

  it('rejects a draft that is too large, and does not read standard input to its end', async () => {
    const files = { 'book.md': 'word '.repeat(900_000), 'lido.md': DRAFT };
    const outcome = await copydesk(['check', 'book.md', 'lido.md'], { files });
    assert.equal(outcome.status, 2);
    assert.match(outcome.output, /^lido\.md:1:/u);
    assert.deepEqual(outcome.errors, ['copydesk: book.md is larger than 4 MB']);

    let read = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        read += 2 ** 20;
        yield await Promise.resolve(new Uint8Array(2 ** 20).fill(97));
      }
    };
    const { status, errors } = await copydesk(['check', '-'], { input: endless() });
    assert.equal(status, 2);
    assert.deepEqual(errors, ['copydesk: standard input is larger than 4 MB']);
    assert.equal(read, 5 * 2 ** 20);
  });

  it('prints only the reason if no file can be read', async () => {
    const { status, output, errors } = await copydesk(['check', 'gone.md', '--format', 'json']);
    assert.equal(status, 2);
    assert.equal(output, '');
    assert.deepEqual(errors, ['copydesk: gone.md does not exist']);
  });

  it('uses the folder “sources”, as the editor does, if no sources are named', async () => {
    const { output } = await copydesk(['check', 'lido.md'], {
      files: { 'lido.md': DRAFT, 'sources/lido.md': DOSSIER },
    });
    assert.match(output, /“Oduay”: did you mean “Oduya”/u);
    assert.match(output, /Checked against 1 source/u);
  });

  it('without sources, checks only drafts about the sample, and says so', async () => {
    const files = { 'about.md': ABOUT_SAMPLE, 'elsewhere.md': ELSEWHERE };
    const outputOf = async (...drafts: readonly string[]): Promise<string> =>
      (await copydesk(['check', ...drafts], { files, shipped: SAMPLE })).output;
    const about = await outputOf('about.md');
    assert.match(about, /“Friday”: the source says/u);
    assert.match(about, /Checked against the shipped summit reference \(sample: .*\)\.\n$/u);
    const elsewhere = await outputOf('elsewhere.md');
    assert.match(elsewhere, /^No problems in 1 draft\.\nNo sources yet: add /u);
    assert.match(await outputOf('about.md', 'elsewhere.md'), /\(1 of 2 drafts\)\.\n$/u);
  });

  it('uses the sources beside the draft or its folder if there are none here, unless two drafts have their own', async () => {
    const files = {
      'court/lido.md': DRAFT,
      'court/sources/lido.md': DOSSIER,
      'pool/pool.md': DRAFT,
      'pool/sources/pool.md': DOSSIER,
    };
    for (const place of ['court/lido.md', 'court']) {
      const { output } = await copydesk(['check', place], { files });
      assert.match(output, /“Oduay”: did you mean “Oduya”/u);
      assert.match(output, /in 1 draft\..*\nChecked against 1 source/u);
    }
    const { output } = await copydesk(['check', 'court/drafts/lido.md'], {
      files: { ...files, 'court/drafts/lido.md': DRAFT },
    });
    assert.match(output, /“Oduay”: did you mean “Oduya”.*Checked against 1 source/su);
    const { status, errors } = await copydesk(['check', 'court', 'pool'], { files });
    assert.equal(status, 2);
    assert.deepEqual(errors, [
      'copydesk: the drafts have different sources, court/sources and pool/sources: choose with --sources',
    ]);
  });

  it('does not check a draft against itself', async () => {
    const files = { 'lido.md': 'The lido in Harrow Bay costs 40 million euros.\n' };
    for (const sources of ['.', '*.md', 'lido.md']) {
      const { status, output, errors } = await copydesk(
        ['check', 'lido.md', '--sources', sources],
        { files },
      );
      assert.equal(status, 2);
      assert.equal(output, '');
      assert.deepEqual(errors, [
        `copydesk: ${sources} names only the draft itself, which cannot be its own source`,
      ]);
    }
    const { output } = await copydesk(['check', 'lido.md', '--sources', '*.md'], {
      files: { ...files, 'council.md': 'The lido in Harrow Bay costs 30 million euros.\n' },
    });
    assert.match(output, /claim\/contradicted/u);
    assert.match(output, /Checked against 1 source /u);
  });

  it('does not check a draft in the folder “sources” against itself', async () => {
    const { errors } = await copydesk(['check', 'sources/lido.md'], {
      files: { 'sources/lido.md': DRAFT },
    });
    assert.match(errors.join(' '), /names only the draft itself/u);
  });

  it('rejects an empty draft name', async () => {
    const { status, errors } = await copydesk(['check', '--fix', ''], { files: { 'a.md': DRAFT } });
    assert.equal(status, 2);
    assert.match(errors[0] ?? '', /name of a draft is empty/u);
  });

  it('rejects an empty name of sources', async () => {
    const { status, errors } = await copydesk(['check', 'a.md', '--sources', ''], {
      files: { 'a.md': DRAFT },
    });
    assert.equal(status, 2);
    assert.match(errors[0] ?? '', /--sources is empty/u);
  });

  it('reports sources that match nothing', async () => {
    const cases: readonly [glob: string, error: string][] = [
      ['sources/*.md', 'copydesk: no file matches “sources/*.md”'],
      ['sources.md', 'copydesk: sources.md does not exist'],
      ['sources', 'copydesk: sources does not exist'],
    ];
    for (const [glob, error] of cases) {
      const outcome = await copydesk(['check', 'lido.md', '--sources', glob], {
        files: { 'lido.md': DRAFT },
      });
      assert.equal(outcome.status, 2);
      assert.deepEqual(outcome.errors, [error]);
    }
  });

  it('rejects a glob that would take forever, for sources and drafts', async () => {
    const glob = '*a'.repeat(30);
    const fault = `copydesk: “${glob}” has too many stars and braces (at most three in one part of the path)`;
    for (const args of [['lido.md', '--sources', glob], [glob]]) {
      const { status, errors } = await copydesk(['check', ...args], {
        files: { 'lido.md': DRAFT, 'sources/lido.md': DOSSIER },
      });
      assert.equal(status, 2);
      assert.deepEqual(errors, [fault]);
    }
    const { errors } = await copydesk(['check', 'lido.md', '--sources', glob], {
      files: { 'lido.md': DRAFT, [glob]: DOSSIER },
    });
    assert.deepEqual(errors, []);
  });

  it('uses all files in a folder of sources', async () => {
    const files = {
      'lido.md': DRAFT,
      'desk/people/lido.md': DOSSIER,
      'desk/lido.txt': 'The lido opened on Monday.\n',
      'other/pool.md': DOSSIER.replaceAll('Oduya', 'Oduay'),
    };
    for (const folder of ['desk', 'desk/']) {
      const { output } = await copydesk(['check', 'lido.md', '--sources', folder], { files });
      assert.match(output, /“Oduay”: did you mean “Oduya”/u);
      assert.match(output, /Checked against 2 sources/u);
    }
  });

  describe('with a folder or a glob', () => {
    const FILES = {
      'sources/lido.md': DOSSIER,
      'sources/scan.pdf': Buffer.from([0x25, 0x00]),
      'may/lido.md': DRAFT,
      'may/week/pool.markdown': FIXED,
      'may/people.md': DOSSIER,
      'may/notes.txt': DRAFT,
      'june/lido.md': DRAFT,
    };

    /** The paths of the checked drafts. */
    async function checked(...args: readonly string[]): Promise<readonly string[]> {
      const { output } = await copydesk(['check', ...args, '--format', 'json'], { files: FILES });
      const report = JSON.parse(output) as {
        readonly files: readonly { readonly path: string }[];
      };
      return report.files.map(({ path }) => path);
    }

    it('checks Markdown drafts, and leaves out sources and dossiers', async () => {
      assert.deepEqual(await checked('.'), [
        'june/lido.md',
        'may/lido.md',
        'may/week/pool.markdown',
      ]);
      assert.deepEqual(await checked('may'), ['may/lido.md', 'may/week/pool.markdown']);
      assert.deepEqual(await checked('june', '--sources', 'may/*.md'), ['june/lido.md']);
      assert.deepEqual(await checked('.', '--sources', 'may'), ['june/lido.md']);
    });

    it('checks files of any kind that match a glob, without sources and dossiers', async () => {
      assert.deepEqual(await checked('**/*.md'), ['june/lido.md', 'may/lido.md']);
      assert.deepEqual(await checked('may/*.txt'), ['may/notes.txt']);
    });

    it('checks a file that is named, of any kind, and each draft once', async () => {
      assert.deepEqual(await checked('sources/lido.md', 'may', 'may/lido.md', 'may'), [
        'sources/lido.md',
        'may/lido.md',
        'may/week/pool.markdown',
      ]);
    });

    it('reports arguments without drafts, and checks the others', async () => {
      const { status, output, errors } = await copydesk(
        ['check', 'sources', 'june', 'april/*.md', '[may]', '--sources', 'sources/*.md'],
        { files: FILES },
      );
      assert.equal(status, 2);
      assert.match(output, /^june\/lido\.md:1:/u);
      assert.deepEqual(errors, [
        'copydesk: sources contains no drafts (Markdown files that are not sources)',
        'copydesk: no draft matches “april/*.md”',
        'copydesk: no draft matches “[may]”',
      ]);
    });

    it('counts the drafts with findings, and shows its progress', async () => {
      const files = { ...FILES, 'may/week/pool.markdown': '' };
      const { output, progress } = await copydesk(['check', 'may', 'june'], { files });
      assert.match(output, /^4 warnings in 2 of 3 drafts\. /mu);
      assert.deepEqual(
        progress.filter((state) => !state.startsWith('Indexed')),
        ['', 'Checked 0 of 3 drafts', 'Checked 1 of 3 drafts', 'Checked 2 of 3 drafts', ''],
      );
    });
  });

  it('warns about an error in a dossier with file and line, and uses the rest', async () => {
    const broken = DOSSIER.replace('- Role: council leader', '- Role council leader');
    const { status, output, errors } = await copydesk(
      ['check', 'lido.md', '--sources', 'sources/**', '--format', 'json'],
      { files: { 'lido.md': DRAFT, 'sources/lido.md': broken } },
    );
    assert.equal(status, 2);
    assert.match(errors[0] ?? '', /^copydesk: sources\/lido\.md:9: /u);
    assert.match(output, /name\/misspelled/u);
  });

  it('prints no escape sequences of sources or file names', async () => {
    const { errors } = await copydesk(['check', 'a\u001b[2J.md', '--sources', 'desk.md'], {
      files: { 'desk.md': DOSSIER.replace('- Role:', '- Age\u001b[31m\u202E: 51\n- Role:') },
    });
    assert.equal(errors.length, 2);
    for (const error of errors) assert.doesNotMatch(error, /[\u001b\u202E]/u);
  });

  it('warns about a source that cannot be read, and leaves it out', async () => {
    const { status, errors, output } = await copydesk(
      ['check', 'lido.md', '--sources', 'sources/**'],
      {
        files: {
          'lido.md': DRAFT,
          'sources/lido.md': DOSSIER,
          'sources/scan.pdf': Buffer.from([0x25, 0x00]),
        },
      },
    );
    assert.equal(status, 2);
    assert.deepEqual(errors, [
      'copydesk: sources/scan.pdf is not a PDF or is damaged; it was skipped',
    ]);
    assert.match(output, /Checked against 1 source /u);
  });

  describe('with suppressions', () => {
    const IGNORED = {
      code: 'name/misspelled',
      words: 'Oduay',
      sentence: DRAFT.trim(),
      draft: 'lido.md',
    };
    const SUPPRESSIONS = {
      'drafts/.copydesk.json': JSON.stringify({ ignoredFindings: [IGNORED] }),
    };

    /** The codes reported for each draft, without unsupported claims. */
    async function codes(
      files: Readonly<Record<string, string>>,
      ...paths: readonly string[]
    ): Promise<readonly (readonly string[])[]> {
      const { output } = await copydesk(['check', ...paths, '--format', 'json'], {
        files: { 'sources/lido.md': DOSSIER, ...files },
      });
      const report = JSON.parse(output) as {
        readonly files: readonly { readonly findings: readonly { readonly code: string }[] }[];
      };
      return report.files.map(({ findings }) =>
        findings.map(({ code }) => code).filter((code) => code !== 'claim/unsupported'),
      );
    }

    it('applies the nearest file in the draft’s folder or above', async () => {
      const files = { ...SUPPRESSIONS, '.copydesk.json': '{"acceptedNames": []}' };
      const drafts = { 'lido.md': DRAFT, 'drafts/lido.md': DRAFT, 'drafts/may/lido.md': DRAFT };
      const both = ['name/misspelled', 'sentence/repeated-word'];
      assert.deepEqual(await codes({ ...files, ...drafts }, ...Object.keys(drafts)), [
        both,
        ['sentence/repeated-word'],
        ['sentence/repeated-word'],
      ]);
    });

    it('applies accepted names, and comments in the draft', async () => {
      const accepted = { '.copydesk.json': '{"acceptedNames": ["Maren Oduay"]}' };
      assert.deepEqual(await codes({ ...accepted, 'lido.md': DRAFT }, 'lido.md'), [
        ['sentence/repeated-word'],
      ]);
      const comment = '<!-- copydesk-ignore sentence, name: as he speaks -->\n';
      assert.deepEqual(await codes({ 'lido.md': comment + DRAFT }, 'lido.md'), [[]]);
    });

    it('reports a suppression that matches nothing in its own draft', async () => {
      const drafts = { 'drafts/lido.md': FIXED, 'drafts/pool.md': FIXED };
      assert.deepEqual(await codes({ ...SUPPRESSIONS, ...drafts }, ...Object.keys(drafts)), [
        ['style/unused-ignore'],
        [],
      ]);
    });

    it('fixes nothing that is suppressed', async () => {
      const files = {
        'drafts/lido.md': `${DRAFT}\nIt was the the first.\n`,
        'sources/lido.md': DOSSIER,
        ...SUPPRESSIONS,
      };
      const { saved } = await copydesk(['check', 'drafts/lido.md', '--fix'], { files });
      assert.equal(saved.get('drafts/lido.md'), `${DRAFT}\nIt was the first.\n`);
    });

    it('warns once about an invalid suppressions file, and ignores it', async () => {
      const { status, errors, output } = await copydesk(['check', 'a.md', 'b.md'], {
        files: { 'a.md': FIXED, 'b.md': DRAFT, '.copydesk.json': '{\n  "acceptedNames": [\n' },
      });
      assert.equal(status, 2);
      assert.deepEqual(errors, [
        'copydesk: .copydesk.json:3: A closing “]” is missing here, so this file has no effect.',
      ]);
      assert.match(output, /repeated-word/u);
      const binary = await copydesk(['check', 'a.md'], {
        files: { 'a.md': FIXED, '.copydesk.json': Buffer.from([0]) },
      });
      assert.deepEqual(binary.errors, [
        'copydesk: .copydesk.json:1: .copydesk.json is a binary file, not text, so it has no effect.',
      ]);
    });
  });

  it('explains each claim: what was compared, why, and with which source', async () => {
    const files = {
      'lido.md': 'Maren Oduya opened the lido on Tuesday. She paid 40 divers.\n',
      'sources/lido.txt':
        'Maren Oduya opened the lido of Harrow Bay on Monday. It cost nine million pounds.\n',
    };
    const { output } = await copydesk(['check', 'lido.md', '--explain'], { files });
    assert.match(output, /^lido\.md:1:1 {2}contradicted {2}0\.\d\d$/mu);
    assert.match(output, /^ {4}name {4}Maren Oduya$/mu);
    assert.match(output, /^ {4}time {4}Tuesday$/mu);
    assert.match(output, /^ {4}act {5}opened, who Maren Oduya, what lido, on Tuesday$/mu);
    assert.match(output, /^ {4}why {5}“Tuesday”: the source says “Monday”\.$/mu);
    assert.match(output, /^ {4}source {2}sources\/lido\.txt:1 {2}Maren Oduya opened/mu);
    assert.match(output, /^ {4}refers {2}She = Maren Oduya$/mu);
    assert.match(output, /^ {4}why {5}Not found: .*“40”/mu);
    const plain = await copydesk(['check', 'lido.md'], { files });
    assert.ok(output.endsWith(plain.output));
  });

  it('explains an amount with its currency once', async () => {
    const sources = { 'sources/lido.md': 'The lido cost £640,000 in nine weeks.\n' };
    const files = { ...sources, 'lido.md': '# Lido\n\nThe lido cost £640,000 in nine weeks.\n' };
    const { output } = await copydesk(['check', 'lido.md', '--explain'], { files });
    assert.match(output, /^ {4}figure {2}£640,000$/mu);
    assert.match(output, /^ {4}figure {2}nine week$/mu);
  });

  it('explains only in the pretty format', async () => {
    const { status, errors } = await copydesk(
      ['check', 'lido.md', '--explain', '--format', 'json'],
      { files: { 'lido.md': DRAFT } },
    );
    assert.equal(status, 2);
    assert.equal(errors[0], 'copydesk: --explain works only with --format pretty, not json');
  });
});
