import fc from 'fast-check';

const SENTENCES = [
  'Harbour master Ngozi Adeyemi-Clark closed the the port on Monday.',
  'Tomasz Wierzbicky, the chief engineer, stayed away',
  'The inquiry heard 14 witnesses, the wall was built in 1978.',
  '“Nobody told me about the wall,” Tomasz Wierzbicki said.',
  'mr. Wierzbicky saw the gate.William Osei did not.',
  'Although the tide had turned.',
  'The boats was late In May.',
  'Were acquitted of “theft.',
  'It rained.',
];

/** Characters and marks that Markdown, bad clipboards and other scripts bring into a draft. */
const ODDITIES = [
  ...[
    '**',
    '*',
    '_',
    '`',
    '```\n',
    '~~',
    '> ',
    '- ',
    '1. ',
    '# ',
    '---\n',
    '[^1]',
    '\n\n[^1]: ',
    '    ',
    '\n|a|b|\n',
    '|---|---|\n',
    '[a](b',
    '![',
    '|',
  ],
  ...[
    '<!-- copydesk-ignore sentence -->',
    '<!--',
    '-->',
    '<b>',
    '&amp;',
    '&',
    '\\',
    '“',
    '”',
    "'",
    '"',
  ],
  ...['\r\n', '\n', '\n\n', '\r', '\t', '\u00a0', '\u2028', '\u0000', '\ufeff', '\u00ad', '\u200b'],
  ...['😀', '👩‍👩‍👧', 'e\u0301', 'ﬁ', 'İ', 'ß', 'ǅ', '\ud83d', '\ude00', 'שלום', '\u202e', '日本', 'Æ'],
  ...[
    'TK',
    '1,000',
    '€5bn',
    '3-2',
    '…',
    '—',
    'U.S.',
    'https://a.example/x_y?z=(1)',
    '@desk',
    '.',
    ' ',
  ],
];

/** Drafts that no reporter would write on purpose: news full of slips, cut up and sown with oddities. */
export const hostileDraft: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...SENTENCES) },
      { weight: 5, arbitrary: fc.constantFrom(...ODDITIES) },
      { weight: 2, arbitrary: fc.constantFrom(' ', '\n\n') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...SENTENCES), fc.nat(60))
          .map(([sentence, length]) => sentence.slice(0, length)),
      },
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

/** One edit to a text of any length: its place, as a share of the length, and the new text. */
export interface AnyEdit {
  readonly at: number;
  readonly removed: number;
  readonly newText: string;
}

/** A text after an edit. */
export function edit(text: string, { at, removed, newText }: AnyEdit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + newText + text.slice(start + removed);
}

/** Edits as hands and clipboards make them. */
export const anyEdits: fc.Arbitrary<readonly AnyEdit[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(12),
    newText: fc.oneof(
      fc.constantFrom('', ' ', 'a', 'The ', ...SENTENCES, ...ODDITIES),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

/**
 * Drafts just short enough to be read as a whole, with content that would keep a reader busy that
 * takes each block in one go.
 */
export const HUGE_DRAFTS: readonly string[] = [
  ['|Name|Votes|\n|-|-|\n', '|Roe|12|\n'],
  ['', '> The wall\n>> fell.\n'],
  ['', 'fell\n'],
  ['', '\\'],
  ['', 'The wall wall fell. '],
].map(([head = '', unit = '']) => head + unit.repeat((990_000 - head.length) / unit.length));

const SEED = 20_240_703;
/** The factor for the number of cases of each property; the environment asks for longer hunts. */
const TIMES = Number(process.env.COPYDESK_FUZZ_TIMES ?? '1');

/** Tries a property on a number of cases, always the same ones, however fast the machine is. */
export async function holds<Case>(
  runs: number,
  cases: fc.Arbitrary<Case>,
  property: (given: Case) => void | Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(cases, async (given) => property(given)),
    { seed: SEED, numRuns: runs * TIMES },
  );
}
