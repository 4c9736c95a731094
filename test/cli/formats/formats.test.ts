import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../../server/checks/finding.js';
import type { CheckedFile } from '../../../server/cli/formats/checkedDraft.js';
import { githubFormat } from '../../../server/cli/formats/github.js';
import { jsonFormat } from '../../../server/cli/formats/json.js';
import { prettyFormat } from '../../../server/cli/formats/pretty.js';
import { sarifFormat } from '../../../server/cli/formats/sarif.js';
import { CODES, RULES } from '../../../server/checks/rules.js';
import { NO_REFERENCE } from '../../../server/reference/reference.js';
import { readProse } from '../../../server/prose/prose.js';
import { createFinding } from '../../features/drafted.js';
import { sarifErrors } from './sarifSchema.js';

const TEXT = 'The verdict.\nThe jury retired at noon.\n';
const EVIDENCE = { source: 'court notes/day 1.md', line: 7, text: 'The jury retired at one.' };
const NOON = { start: 33, end: 37 };
const FINDINGS: readonly Finding[] = [
  createFinding(NOON, {
    code: 'claim/contradicted',
    severity: 'error',
    message: 'The source says one,\nnot 100 % noon.',
    evidence: [EVIDENCE],
    fixes: [{ title: 'Change to “one”', preferred: true, edits: [{ span: NOON, newText: 'one' }] }],
  }),
  createFinding({ start: 4, end: 11 }, { code: 'claim/unsupported', severity: 'information' }),
  createFinding({ start: 17, end: 21 }, { code: 'name/unknown', severity: 'hint' }),
];

function checked(path: string, findings: readonly Finding[]): CheckedFile {
  const claims = findings.map(({ span }) => ({
    span,
    verdict: 'contradicted' as const,
    score: 0,
    evidence: [],
  }));
  return {
    path,
    prose: readProse(TEXT),
    report: {
      findings,
      dismissed: [],
      claims,
      isCovered: true,
      unread: [],
      leftOut: [],
      reference: NO_REFERENCE,
    },
  };
}

const draft = (): CheckedFile => checked('drafts/a, b.md', FINDINGS);

/** A finding that names another place of the draft. */
const TWICE = createFinding(NOON, {
  code: 'claim/inconsistent',
  evidence: [EVIDENCE],
  related: [{ span: { start: 4, end: 11 }, text: 'The verdict.' }],
});

const PLAIN = { colour: false, hints: false };

describe('pretty', () => {
  it('groups place, severity, message, evidence and fix', () => {
    assert.equal(
      prettyFormat([draft()], 'Checked against 1 source.', PLAIN),
      [
        'drafts/a, b.md:2:21  error  claim/contradicted',
        '  noon',
        '  The source says one, not 100 % noon.',
        '    source  court notes/day 1.md:7  The jury retired at one.',
        '    fix     Change to “one”',
        '',
        'drafts/a, b.md:1:5  information  claim/unsupported',
        '  verdict',
        '  A word stands twice.',
        '',
        '1 error, 1 note, 1 hint not shown in 1 draft. 3 claims: 3 contradicted.',
        'Checked against 1 source.',
        '',
      ].join('\n'),
    );
  });

  it('shows the other place of a draft that contradicts itself', () => {
    const output = prettyFormat([checked('a.md', [TWICE])], '1 source', PLAIN);
    assert.ok(
      output.includes(
        [
          '    draft   a.md:1  The verdict.',
          '    source  court notes/day 1.md:7  The jury retired at one.',
          '',
        ].join('\n'),
      ),
      output,
    );
  });

  it('counts unclear claims as “to check”, and dismissed ones apart', () => {
    const [finding] = FINDINGS;
    assert.ok(finding !== undefined);
    const claim = { span: NOON, verdict: 'contradicted', score: 0, evidence: [] } as const;
    const unclear = { ...claim, span: { start: 4, end: 11 }, verdict: 'unclear' } as const;
    const report = {
      findings: [],
      dismissed: [{ finding }],
      claims: [unclear, claim],
      isCovered: true,
      unread: [],
      leftOut: [],
      reference: NO_REFERENCE,
    };
    const output = prettyFormat([{ ...draft(), report }], '1 source', PLAIN);
    assert.match(output, /^No problems in 1 draft\. 2 claims: 1 to check, 1 dismissed\.$/mu);
    const { files } = JSON.parse(jsonFormat([{ ...draft(), report }])) as {
      readonly files: readonly { readonly claims: readonly unknown[] }[];
    };
    assert.deepEqual(
      files[0]?.claims.map((one) => {
        const { verdict, dismissed } = one as Readonly<Record<string, unknown>>;
        return [verdict, dismissed];
      }),
      [
        ['unclear', undefined],
        ['contradicted', true],
      ],
    );
  });

  it('shows hints on request', () => {
    const output = prettyFormat([draft()], '1 source', { ...PLAIN, hints: true });
    assert.match(output, /hint {2}name\/unknown/u);
    assert.match(output, /1 error, 1 note, 1 hint in 1 draft/u);
  });

  it('has colours only on request', () => {
    assert.doesNotMatch(prettyFormat([draft()], 'Checked against 1 source.', PLAIN), /\u001b/u);
    assert.match(
      prettyFormat([draft()], '1 source', { ...PLAIN, colour: true }),
      /\u001b\[31merror\u001b\[39m/u,
    );
  });

  it('has no control characters of drafts or sources', () => {
    const message = 'Red \u001b[31malert\u0007 \u202Etrela';
    const output = prettyFormat(
      [checked('-', [createFinding(NOON, { message })])],
      '1 source',
      PLAIN,
    );
    assert.match(output, /^standard input:2:21 /u);
    assert.doesNotMatch(output, /[\u0007\u001b\u202e]/u);
  });
});

describe('json', () => {
  it('has a version and the findings and claims of each file', () => {
    const parsed = JSON.parse(jsonFormat([draft(), checked('-', [])])) as {
      readonly version: number;
      readonly files: readonly {
        readonly path: string;
        readonly findings: readonly { readonly offset: readonly number[] }[];
        readonly claims: readonly unknown[];
      }[];
    };
    assert.equal(parsed.version, 1);
    assert.deepEqual(
      parsed.files.map(({ path, findings, claims }) => [path, findings.length, claims.length]),
      [
        ['drafts/a, b.md', 3, 3],
        ['-', 0, 0],
      ],
    );
    assert.deepEqual(parsed.files[0]?.findings[0]?.offset, [33, 37]);
  });
});

describe('github', () => {
  it('has no control characters', () => {
    const finding = createFinding(
      { start: 0, end: 3 },
      { message: 'No source has “We \u001b[2J saw it”.' },
    );
    assert.doesNotMatch(githubFormat([checked('a.md', [finding])]), /(?!\n)[\p{Cc}]/u);
    assert.match(githubFormat([checked('a.md', [finding])]), /We \uFFFD\[2J saw it/u);
  });

  it('escapes delimiters of commands, and leaves out hints', () => {
    assert.equal(
      githubFormat([draft()]),
      [
        '::error file=drafts/a%2C b.md,line=2,endLine=2,col=21,endColumn=25,title=claim/contradicted::The source says one,%0Anot 100 %25 noon.',
        '::notice file=drafts/a%2C b.md,line=1,endLine=1,col=5,endColumn=12,title=claim/unsupported::A word stands twice.',
        '',
      ].join('\n'),
    );
  });
});

describe('sarif', () => {
  it('conforms to the schema, with and without findings', () => {
    const bare = createFinding({ start: 0, end: 0 }, { code: 'reference/uncovered', fixes: [] });
    const twice = { ...FINDINGS[0], evidence: [EVIDENCE, EVIDENCE] } as Finding;
    for (const drafts of [
      [],
      [checked('-', [])],
      [draft(), checked('-', [bare, twice]), checked('../déjà vu #1?.md', FINDINGS)],
      [checked('C:\\drafts\\50% [a].md', FINDINGS)],
    ]) {
      assert.deepEqual(sarifErrors(sarifFormat(drafts, '1.2.3')), []);
    }
  });

  it('has relative or file URIs, whatever the file name', () => {
    const cases: readonly [path: string, uri: string][] = [
      ['javascript:alert(1).md', './javascript:alert(1).md'],
      ['notes/1:2.md', 'notes/1:2.md'],
      ['C:\\drafts\\a.md', 'file:///C:/drafts/a.md'],
      ['\ud800.md', '%EF%BF%BD.md'],
    ];
    for (const [path, uri] of cases) {
      const log = sarifFormat([checked(path, FINDINGS)], '1.2.3');
      assert.ok(log.includes(`"uri": ${JSON.stringify(uri)}`), path);
      assert.deepEqual(sarifErrors(log), []);
    }
  });

  it('is really validated: a wrong line, level, property or URI is an error', () => {
    const log = sarifFormat([draft()], '1.2.3');
    for (const [right, wrong] of [
      ['"startLine": 7', '"startLine": 0'],
      ['"level": "error"', '"level": "loud"'],
      ['"ruleIndex"', '"ruleNumber"'],
      ['a,%20b.md', 'a, b.md'],
    ] as const) {
      assert.ok(log.includes(right));
      assert.notDeepEqual(sarifErrors(log.replace(right, wrong)), [], wrong);
    }
  });

  it('explains each rule, with the code that it was split off from', () => {
    const log = JSON.parse(sarifFormat([], '1.2.3')) as {
      readonly runs: readonly {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      }[];
    };
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    const { description, explanation, example } = RULES['sentence/missing-to'];
    assert.deepEqual(
      rules.map(({ id }) => id),
      CODES,
    );
    assert.deepEqual(
      rules.find(({ id }) => id === 'sentence/missing-to'),
      {
        id: 'sentence/missing-to',
        deprecatedIds: ['sentence/garbled'],
        shortDescription: { text: `${description}.` },
        help: {
          text: explanation,
          markdown: `${explanation}\n\nWrong:\n\n\`\`\`text\n${example.wrong}\n\`\`\`\n\nRight:\n\n\`\`\`text\n${example.right}\n\`\`\``,
        },
        defaultConfiguration: { level: 'warning' },
      },
    );
  });

  it('has one run with its rules and results that point to the draft and the sources', () => {
    const log = JSON.parse(sarifFormat([draft()], '1.2.3')) as {
      readonly version: string;
      readonly runs: readonly {
        readonly tool: {
          readonly driver: {
            readonly version: string;
            readonly rules: readonly { readonly id: string }[];
          };
        };
        readonly results: readonly {
          readonly ruleId: string;
          readonly ruleIndex: number;
          readonly level: string;
        }[];
      }[];
    };
    assert.equal(log.version, '2.1.0');
    const run = log.runs[0];
    assert.equal(run?.tool.driver.version, '1.2.3');
    assert.deepEqual(
      run.results.map(({ ruleId, ruleIndex, level }) => [
        ruleId,
        run.tool.driver.rules[ruleIndex]?.id,
        level,
      ]),
      [
        ['claim/contradicted', 'claim/contradicted', 'error'],
        ['claim/unsupported', 'claim/unsupported', 'note'],
        ['name/unknown', 'name/unknown', 'note'],
      ],
    );
    const region = {
      startLine: 2,
      startColumn: 21,
      endLine: 2,
      endColumn: 25,
      charOffset: 33,
      charLength: 4,
    };
    const artifactLocation = { uri: 'drafts/a,%20b.md' };
    assert.deepEqual(run.results[0], {
      ruleId: 'claim/contradicted',
      ruleIndex: run.results[0]?.ruleIndex,
      level: 'error',
      message: { text: 'The source says one,\nnot 100 % noon.' },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      relatedLocations: [
        {
          id: 0,
          message: { text: 'The jury retired at one.' },
          physicalLocation: {
            artifactLocation: { uri: 'court%20notes/day%201.md' },
            region: { startLine: 7 },
          },
        },
      ],
      fixes: [
        {
          description: { text: 'Change to “one”' },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [{ deletedRegion: region, insertedContent: { text: 'one' } }],
            },
          ],
        },
      ],
    });
  });
});

describe('the other place of a draft that contradicts itself', () => {
  it('is in JSON with both units', () => {
    const { files } = JSON.parse(jsonFormat([checked('a.md', [TWICE])])) as {
      readonly files: readonly { readonly findings: readonly { readonly related: unknown }[] }[];
    };
    const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 11 } };
    assert.deepEqual(files[0]?.findings[0]?.related, [
      { offset: [4, 11], range, text: 'The verdict.' },
    ]);
  });

  it('is a related location in SARIF, before the evidence', () => {
    const log = sarifFormat([checked('a.md', [TWICE])], '1.0.0');
    assert.deepEqual(sarifErrors(log), []);
    const { runs } = JSON.parse(log) as {
      readonly runs: readonly {
        readonly results: readonly {
          readonly relatedLocations: readonly {
            readonly id: number;
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: { readonly startLine: number; readonly charOffset?: number };
            };
          }[];
        }[];
      }[];
    };
    assert.deepEqual(
      runs[0]?.results[0]?.relatedLocations.map(({ id, physicalLocation }) => [
        id,
        physicalLocation.artifactLocation.uri,
        physicalLocation.region.startLine,
        physicalLocation.region.charOffset,
      ]),
      [
        [0, 'a.md', 1, 4],
        [1, 'court%20notes/day%201.md', 7, undefined],
      ],
    );
  });

  it('is named in the annotation of GitHub', () => {
    assert.match(
      githubFormat([checked('a.md', [TWICE])]),
      /::A word stands twice\. Line 1: The verdict\.\n$/u,
    );
  });
});

describe('a claim on which only the archive has something', () => {
  const archived = (): CheckedFile => {
    const file = checked('a.md', []);
    const place = { source: 'archive, 12 March 2021, Jury', line: 3, isFromArchive: true as const };
    const span = { start: 13, end: 38 };
    return {
      ...file,
      report: {
        ...file.report,
        claims: [
          {
            ...{ span, verdict: 'supported', score: 1, isFromArchive: true },
            note: 'Only your archive of 12 March 2021 has this.',
            evidence: [
              { ...place, text: 'The jury retired.', link: 'https://news.example/1' },
              { ...place, text: 'It retired at noon.' },
            ],
          },
          {
            ...{ span, verdict: 'unclear', score: 0.5, isFromArchive: true, evidence: [] },
            note: 'Your archive differs.',
          },
        ],
      },
    };
  };

  it('is no problem in SARIF, and has the passages with their pages', () => {
    const text = sarifFormat([archived()], '0.1.0');
    assert.deepEqual(sarifErrors(text), []);
    const log = JSON.parse(text) as {
      readonly runs: readonly {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly results: readonly Readonly<Record<string, unknown>>[];
      }[];
    };
    const [run] = log.runs;
    assert.deepEqual(
      run?.results.map(({ ruleId, ruleIndex, kind, level, message }) => [
        ruleId,
        run.tool.driver.rules[Number(ruleIndex)]?.id,
        kind,
        level,
        message,
      ]),
      [
        [
          'claim/archive',
          'claim/archive',
          'informational',
          'none',
          { text: 'Only your archive of 12 March 2021 has this.' },
        ],
        ['claim/archive', 'claim/archive', 'open', 'none', { text: 'Your archive differs.' }],
      ],
    );
    assert.deepEqual(run.results[0]?.relatedLocations, [
      {
        id: 0,
        message: { text: 'archive, 12 March 2021, Jury: The jury retired.' },
        physicalLocation: { artifactLocation: { uri: 'https://news.example/1' } },
      },
      { id: 1, message: { text: 'archive, 12 March 2021, Jury: It retired at noon.' } },
    ]);
    assert.doesNotMatch(sarifFormat([draft()], '0.1.0'), /claim\/archive/u);
  });
});
