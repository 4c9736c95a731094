import type { CheckState } from '../../../protocol/checkState.js';
import type { FactSheet } from '../../../protocol/factSheet.js';

/** The state of a draft that no source covers. */
export const UNCOVERED: CheckState = {
  kind: 'uncovered',
  text: 'No source covers this draft, so its claims and quotes were not checked.',
  open: '',
  isSample: false,
};

/** A sheet with an entry in each group, with texts that contain markup characters. */
export const SHEET: FactSheet = {
  uri: 'file:///drafts/the%20tide.md',
  version: 1,
  headline: 'The <tide> & the *pier*',
  isCovered: true,
  state: {
    kind: 'checked',
    text: 'Checked against your sources.',
    open: '3 of 4 left to check, 1 to correct',
    isSample: false,
  },
  notes: [
    {
      kind: 'note',
      text: '[CHECK: *height*]',
      range: { start: { line: 3, character: 4 }, end: { line: 3, character: 21 } },
      sentence: 'The mole is <9> m high.',
    },
  ],
  entries: [
    {
      kind: 'statement',
      verdict: 'supported',
      text: 'The pier is old.',
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 16 } },
      messages: [],
      evidence: [
        {
          source: 'log/piers.md',
          line: 7,
          text: 'The pier is old.',
          uri: 'file:///home/roe/log/piers.md',
        },
      ],
      signOff: {
        subject: { kind: 'statement', sentence: 'The pier is old.' },
        signatures: [{ by: 'MO', at: '2026-11-28T12:10:00Z', note: 'saw <it>' }],
      },
    },
    {
      kind: 'statement',
      verdict: 'contradicted',
      text: 'It rose at <ten> & fell.',
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 24 } },
      issues: [{ start: 11, end: 16, instead: 'nine' }],
      messages: ['The source says “nine”, not “<ten>”.'],
      evidence: [{ source: 'log/tides.md', line: 4, text: 'It rose at nine & fell.' }],
      signOff: {
        subject: { kind: 'statement', sentence: 'It rose at <ten> & fell.' },
        signatures: [],
        reopened: 'Reopened: it was “<ten>”.',
      },
    },
    {
      kind: 'statement',
      verdict: 'contradicted',
      text: 'The mole is <9> m high.',
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 23 } },
      issues: [{ start: 12, end: 15, instead: '7' }],
      messages: ['The source says “7”, not “<9>”.'],
      evidence: [{ source: 'log/piers.md', line: 2, text: 'The mole is 7 m high.' }],
      signOff: {
        subject: { kind: 'statement', sentence: 'The mole is <9> m high.' },
        signatures: [
          { by: 'RV', at: '2026-11-28T12:10:00Z', note: 'ask the <harbour>', decision: 'rejected' },
        ],
        evidence: [
          { source: 'log/plan.md', line: 8, text: 'Height: 7 m.' },
          { source: 'log/old.md', line: 1, text: 'It is 6 m.', stale: 'It was changed.' },
        ],
      },
    },
    {
      kind: 'quote',
      verdict: 'unsupported',
      text: '“Never,” she said.',
      range: { start: { line: 6, character: 0 }, end: { line: 6, character: 18 } },
      messages: ['Not found in your sources.'],
      evidence: [],
      signOff: { subject: { kind: 'quote', sentence: '“Never,” she said.' }, signatures: [] },
    },
    {
      kind: 'statement',
      verdict: 'unclear',
      text: 'The mole was lengthened.',
      range: { start: { line: 8, character: 0 }, end: { line: 8, character: 24 } },
      messages: [],
      evidence: [{ source: 'log/piers.md', line: 9, text: 'Work on the mole went on.' }],
      signOff: {
        subject: { kind: 'statement', sentence: 'The mole was lengthened.' },
        signatures: [],
      },
    },
  ],
  names: [
    {
      kind: 'person',
      text: 'Maren Oduya',
      range: { start: { line: 2, character: 20 }, end: { line: 2, character: 31 } },
      title: 'harbour <master>',
      later: [
        {
          text: 'Ms Oduya',
          range: { start: { line: 4, character: 0 }, end: { line: 4, character: 8 } },
        },
      ],
      figures: [
        {
          text: '43',
          range: { start: { line: 2, character: 33 }, end: { line: 2, character: 35 } },
        },
      ],
      messages: [],
      evidence: [{ source: 'log/people.md', line: 3, text: 'Maren Oduya: harbour master' }],
      signOff: { subject: { kind: 'name', sentence: 'Maren Oduya' }, signatures: [] },
    },
    {
      kind: 'institution',
      text: 'Pier Trust',
      range: { start: { line: 8, character: 3 }, end: { line: 8, character: 13 } },
      title: '',
      later: [],
      figures: [],
      messages: ['Your sources do not have this name.'],
      evidence: [],
      signOff: { subject: { kind: 'name', sentence: 'Pier Trust' }, signatures: [] },
    },
  ],
  dismissed: [
    {
      kind: 'statement',
      text: 'It fell at six.',
      range: { start: { line: 5, character: 0 }, end: { line: 5, character: 15 } },
      messages: ['The source says “seven”.'],
      evidence: [{ source: 'log/tides.md', line: 5, text: 'It fell at seven.' }],
      reason: 'checked by telephone',
      decisions: [
        { kind: 'ignored', code: 'claim/contradicted', sentence: 'It fell at six.', words: 'six' },
      ],
    },
    {
      kind: 'finding',
      text: 'Ines Varga-Toth',
      range: { start: { line: 7, character: 0 }, end: { line: 7, character: 15 } },
      messages: ['“Varga-Toth”: did you mean “Varga-Tóth”?'],
      evidence: [],
      decisions: [{ kind: 'accepted', name: 'Ines Varga-Toth' }],
    },
  ],
};

/** A sheet with one entry, which only the newsroom's archive supports. */
export const ARCHIVED: FactSheet = {
  ...SHEET,
  notes: [],
  entries: [
    {
      kind: 'statement',
      verdict: 'supported',
      text: 'The pier is old.',
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 16 } },
      messages: ['Only your archive has this.'],
      evidence: [
        {
          source: 'archive, 12 March 2021, A <pier>',
          line: 7,
          text: 'The pier is old.',
          isFromArchive: true,
          link: 'https://news.example/1',
        },
      ],
      signOff: { subject: { kind: 'statement', sentence: 'The pier is old.' }, signatures: [] },
    },
  ],
  names: [],
  dismissed: [],
};
