import { applySuppressions } from '../../server/suppressions/suppress.js';
import { type Report, checkDraft, withFindings } from '../../server/checks/check.js';
import type { Finding } from '../../server/checks/finding.js';
import { anchorOf } from '../../server/checks/anchor.js';
import {
  NO_SUPPRESSIONS,
  type Suppressions,
  type Suppression,
} from '../../server/checks/suppressionData.js';
import { type Prose, readProse } from '../../server/prose/prose.js';
import { Random } from '../../training/grammar/random.js';
import { referenceFromSources } from '../../server/reference/reference.js';

/** A dossier about the harbour. */
export const DOSSIER = `---
dossier: The harbour inquiry
---

## People

### Ngozi Adeyemi-Clarke

- Role: harbour master

### Tomasz Wierzbicki

- Role: chief engineer
- Affiliation: Port Authority

## Facts

- The inquiry heard 41 witnesses.
- The wall was built in 1987.

## Quotes

- “Nobody asked me about the wall.” — Tomasz Wierzbicki
`;

const REFERENCE = referenceFromSources([{ name: 'harbour.md', text: DOSSIER }]);

/** The report of a draft about the harbour, after suppressions. */
export function checked(text: string, suppressions?: Partial<Suppressions>, path?: string): Report {
  return checkedProse(readProse(text), suppressions, path);
}

/** The same for a parsed draft. */
export function checkedProse(
  draft: Prose,
  suppressions?: Partial<Suppressions>,
  path?: string,
): Report {
  const report = checkDraft(draft, REFERENCE);
  const all = { ...NO_SUPPRESSIONS, ...suppressions };
  return withFindings(report, applySuppressions(draft, report.findings, all, path));
}

/** Findings as `code “marked words”`. */
export function describeFindings(text: string, { findings }: Report): readonly string[] {
  return findings.map(({ code, span }) => `${code} “${text.slice(span.start, span.end)}”`);
}

/** The suppression of a finding. Throws if the finding marks no prose. */
export function suppressionOf(text: string, { code, span }: Finding): Suppression {
  const anchor = anchorOf(readProse(text), span);
  if (anchor === undefined) throw new Error('the finding marks no prose');
  return { code, ...anchor };
}

const SENTENCES = [
  'Harbour master Ngozi Adeyemi-Clark closed the the port on Monday.',
  'Tomasz Wierzbicky, the chief engineer, stayed away.',
  'The inquiry heard 14 witnesses.',
  'The wall was built in 1978.',
  '“Nobody told me about the wall,” Tomasz Wierzbicki said.',
  'mr. Wierzbicky saw the the wall and the the gate.',
  'Although the tide had turned.',
  'The boats was late.',
  'Ms. Adeyemi-Clarke and Mr Wierzbicki met.',
  'The *harbour* **of of** the town is [old](https://a.example/x).',
  'Paulo Zanetti-Okafor waited.',
  'It rained.',
];

const FRAMES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => `## ${text}`,
  (text) => `- ${text}`,
  (text) => `> ${text}`,
  (text) => `| Port | Note |\n|---|---|\n| Lagos | ${text} |`,
];

/** Drafts full of errors, the same ones each time. */
export function drafts(count: number): readonly string[] {
  const random = new Random(7);
  return Array.from({ length: count }, () =>
    Array.from({ length: 4 }, () => {
      const text = random.shuffled(SENTENCES).slice(0, 3).join(' ');
      const [frame = (words: string) => words] = random.shuffled(FRAMES);
      return frame(text);
    }).join('\n\n'),
  );
}
