import { evidencePlace, webPageOf } from '../../../protocol/evidencePlace.js';
import type { Claim, Edit, Finding, Fix } from '../../checks/finding.js';
import { CODES, type Code, RULES, type Severity } from '../../checks/rules.js';
import { ruleMarkdown } from '../../checks/rulesPage.js';
import type { Prose } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';
import type { CheckedFile } from './checkedDraft.js';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * The findings as a SARIF 2.1.0 log
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
 */
export function sarifFormat(drafts: readonly CheckedFile[], version: string): string {
  const archived = drafts.flatMap(({ path, prose, report }) =>
    report.claims
      .filter(({ isFromArchive }) => isFromArchive === true)
      .map((claim) => archivedResult(claim, uriOf(path), prose)),
  );
  const rules = [...CODES.map(ruleOf), ...(archived.length === 0 ? [] : [ARCHIVE_RULE])];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Copydesk', version, rules } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...drafts.flatMap(({ path, prose, report }) =>
            report.findings.map((finding) => resultOf(finding, uriOf(path), prose)),
          ),
          ...archived,
        ],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** An entry in addition to the rules, for passages of an archive, which are no problem. */
const ARCHIVE_RULE = {
  id: 'claim/archive',
  shortDescription: { text: 'Only the newsroom’s archive has something on this claim.' },
  defaultConfiguration: { level: 'none' },
};

/**
 * The passages of an archive for a claim: informational if they support the claim, otherwise open.
 */
function archivedResult(
  { span, verdict, note = '', evidence }: Claim,
  uri: string,
  prose: Prose,
): object {
  return {
    ruleId: ARCHIVE_RULE.id,
    ruleIndex: CODES.length,
    kind: verdict === 'supported' ? 'informational' : 'open',
    level: 'none',
    message: { text: note },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: regionOf(span, prose) } }],
    relatedLocations: evidence.map((one, id) => {
      const page = webPageOf(one);
      return {
        id,
        message: { text: `${evidencePlace(one)}: ${one.text}` },
        ...(page === undefined ? {} : { physicalLocation: { artifactLocation: { uri: page } } }),
      };
    }),
  };
}

function ruleOf(code: Code): object {
  const { severity, description, explanation, formerly } = RULES[code];
  return {
    id: code,
    ...(formerly === undefined ? {} : { deprecatedIds: formerly }),
    shortDescription: { text: `${description}.` },
    help: { text: explanation, markdown: ruleMarkdown(code) },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf(finding: Finding, uri: string, prose: Prose): object {
  const { code, severity, message, span, evidence, related = [], fixes } = finding;
  return {
    ruleId: code,
    ruleIndex: CODES.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: regionOf(span, prose) } }],
    relatedLocations: [
      ...related.map((place) => ({ text: place.text, uri, region: regionOf(place.span, prose) })),
      ...evidence.map(({ source, line, text }) => ({
        text,
        uri: uriOf(source),
        region: { startLine: Math.max(line, 1) },
      })),
    ].map(({ text, uri: address, region }, id) => ({
      id,
      message: { text },
      physicalLocation: { artifactLocation: { uri: address }, region },
    })),
    fixes: fixes.map((fix) => fixOf(fix, uri, prose)),
  };
}

function fixOf({ title, edits }: Fix, uri: string, prose: Prose): object {
  return {
    description: { text: title },
    artifactChanges: [
      { artifactLocation: { uri }, replacements: edits.map((edit) => replacementOf(edit, prose)) },
    ],
  };
}

function replacementOf({ span, newText }: Edit, prose: Prose): object {
  return { deletedRegion: regionOf(span, prose), insertedContent: { text: newText } };
}

/** SARIF counts lines and columns from 1. */
function regionOf(span: Span, prose: Prose): object {
  const { start, end } = prose.lines.range(span);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}

/**
 * A path as the relative address that SARIF requires, or an absolute one if it names a Windows drive. Text before
 * a colon in the first segment would otherwise be read as a scheme (RFC 3986, 4.2).
 */
function uriOf(path: string): string {
  if (path === '-') return 'stdin';
  const address = encodeURI(path.replaceAll('\\', '/').replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[?#]/gu,
    encodeURIComponent,
  );
  if (/^[a-z]:\//iu.test(address)) return `file:///${address}`;
  return /^[^/]*:/u.test(address) ? `./${address}` : address;
}
