import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import { after, before, describe, it } from 'mocha';
import type {
  Diagnostic,
  WorkspaceDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { DiagnosticData } from '../../server/features/diagnostics/diagnostics.js';
import type { FindingJson } from '../../server/features/reportJson.js';
import { sarifErrors } from '../cli/formats/sarifSchema.js';
import { TestClient } from './testClient.js';

const SERVER = resolve('dist/server.cjs');
const COMMAND = resolve('dist/cli.cjs');

const DOSSIER = `---
dossier: The lido
---

## People

### Maren Oduya

- Role: council leader

Maren Oduya has led the council since May.

## Facts

- The lido opened in 1962.

## Quotes

- “Nobody asked us about the price of the tickets” — Maren Oduya
`;

const FILES: Readonly<Record<string, string>> = {
  'sources/lido.md': DOSSIER,
  'sources/page.html':
    '<article><h1>Pool</h1><p>The pool of Harrow Bay cost nine million pounds.</p></article>',
  'sources/empty.pdf': '',
  'notes/people.md': DOSSIER,
  'lido.md': `\uFEFF# The lido 🏊\r
\r
Council leader Maren Oduay spoke. The lido opened in 1968. 🏊 It is is open.\r
\r
“Nobody asked me about the price of the tickets,” Ms. Oduya said.\r
\r
<!-- copydesk-ignore sentence: as he wrote it -->\r
\r
He came came home with Maren Oduay.\r
`,
  'drafts/pool & park.markdown':
    'The pool of Harrow Bay cost eight million pounds. Maren Oduay, who swims there, agreed.\n',
  '.copydesk.json': JSON.stringify({
    ignoredFindings: [
      { code: 'name/misspelled', words: 'Oduay', sentence: 'He came came home with Maren Oduay.' },
      { code: 'name/misspelled', words: 'Odoya', sentence: 'Gone.', draft: 'lido.md' },
    ],
  }),
};

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

/** A finding as a reporter sees it, in the editor or on the command line. */
type ReportedResult = Pick<FindingJson, 'code' | 'severity' | 'message' | 'range'> & {
  readonly evidence: readonly string[];
  readonly fixes: readonly unknown[];
};

describe('the command and the editor', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
    for (const [path, text] of Object.entries(FILES)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });

  after(() => rm(folder, { recursive: true }));

  const uriOf = (path: string): string => URI.file(join(folder, path)).toString();

  function check(format: string): string {
    const { stdout } = spawnSync(process.execPath, [COMMAND, 'check', '.', '--format', format], {
      cwd: folder,
      encoding: 'utf8',
    });
    return stdout;
  }

  async function shown(): Promise<ReadonlyMap<string, readonly ReportedResult[]>> {
    const client = new TestClient([process.execPath, SERVER, '--stdio']);
    await client.start(pathToFileURL(folder).href, {
      textDocument: { diagnostic: {} },
      workspace: { workspaceFolders: true },
    });
    const shown = new Map<string, WorkspaceFullDocumentDiagnosticReport>();
    // The readers may not have read everything at first; the next request waits for what they change.
    do {
      const previousResultIds = [...shown].map(([uri, { resultId = '' }]) => ({
        uri,
        value: resultId,
      }));
      const { items } = await client.connection.sendRequest<WorkspaceDiagnosticReport>(
        'workspace/diagnostic',
        { previousResultIds },
      );
      for (const report of items) if (report.kind === 'full') shown.set(report.uri, report);
    } while (!JSON.stringify([...shown.values()]).includes('claim/contradicted'));
    assert.equal(await client.end(), 0);
    return new Map([...shown].map(([uri, { items }]) => [uri, items.map(asShown)]));
  }

  function asShown(diagnostic: Diagnostic): ReportedResult {
    const { code, severity = 0, message, range, relatedInformation = [] } = diagnostic;
    const { fixes } = diagnostic.data as DiagnosticData;
    return {
      code: String(code),
      severity: SEVERITIES[severity] as ReportedResult['severity'],
      message: typeof message === 'string' ? message : message.value,
      range,
      evidence: relatedInformation.map(
        ({ location, message: text }) => `${location.uri}:${location.range.start.line + 1} ${text}`,
      ),
      // Only the editor offers to correct a name everywhere.
      fixes: fixes.filter(({ title }) => !title.includes(' everywhere ')),
    };
  }

  function asPrinted({
    code,
    severity,
    message,
    range,
    evidence,
    fixes,
  }: FindingJson): ReportedResult {
    return {
      code,
      severity,
      message,
      range,
      evidence: evidence.map(({ source, line, text }) => `${uriOf(source)}:${line} ${text}`),
      fixes: fixes.map(({ title, preferred, edits }) => ({
        title,
        preferred,
        edits: edits.map((edit) => ({ range: edit.range, newText: edit.newText })),
      })),
    };
  }

  it('check the same files and report the same findings', async () => {
    const { files } = JSON.parse(check('json')) as {
      readonly files: readonly { readonly path: string; readonly findings: FindingJson[] }[];
    };
    const printed = new Map(
      files.map(({ path, findings }) => [uriOf(path), findings.map(asPrinted)]),
    );
    assert.deepEqual([...printed.keys()], ['drafts/pool & park.markdown', 'lido.md'].map(uriOf));
    const codes = new Set([...printed.values()].flat().map(({ code }) => code));
    for (const code of [
      'name/misspelled',
      'sentence/repeated-word',
      'claim/contradicted',
      'quote/altered',
      'style/unused-ignore',
    ]) {
      assert.ok(codes.has(code), `${code} in ${[...codes].join(', ')}`);
    }
    assert.deepEqual(await shown(), printed);
  });

  it('write a SARIF log that matches its schema', () => {
    const log = check('sarif');
    assert.match(log, /"ruleId": "quote\/altered"/u);
    assert.match(log, /"uri": "drafts\/pool%20&%20park\.markdown"/u);
    assert.deepEqual(sarifErrors(log), []);
  });
});
