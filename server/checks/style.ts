import { type Block, type Prose, placeOf } from '../prose/prose.js';
import { type Span, contains } from '../prose/span.js';
import { type Code, DEFAULT_SEVERITY, type Finding } from './finding.js';
import { replacement } from './fix.js';

/** A word where it stands, and how the other style writes it. */
interface Choice {
  readonly block: Block;
  readonly span: Span;
  readonly text: string;
  readonly other: string;
  /** Which of the two styles the word is in. */
  readonly style: string;
}

/** Points, once for each, at a draft that mixes “Mr” and “Mr.”, or British and American spelling. Cannot throw. */
export function checkStyle(draft: Prose): readonly Finding[] {
  const words = wordsOf(draft);
  return [
    ...mixed('style/honorific', words.flatMap(honorific)),
    ...mixed('style/spelling', words.flatMap(spelling)),
  ];
}

interface Word {
  readonly block: Block;
  readonly span: Span;
  readonly text: string;
}

/** The draft's words, what it quotes left out: that is written as it was. */
function wordsOf(draft: Prose): readonly Word[] {
  return draft.blocks.flatMap((block) => {
    let next = 0;
    const isQuoted = (token: Span): boolean => {
      while ((block.quotations[next]?.outer.end ?? Infinity) <= token.start) next++;
      const quotation = block.quotations[next];
      return quotation !== undefined && contains(quotation.outer, token);
    };
    return block.sentences
      .flatMap(({ tokens }) => tokens)
      .filter((token) => token.kind === 'word' && !isQuoted(token))
      .map(({ text, start, end }) => ({ block, span: { start, end }, text }));
  });
}

/** The rarer style's first place, where both occur. */
function mixed(code: Code, choices: readonly Choice[]): readonly Finding[] {
  const styles = new Map<string, Choice[]>();
  for (const choice of choices) {
    const same = styles.get(choice.style);
    if (same === undefined) styles.set(choice.style, [choice]);
    else same.push(choice);
  }
  const [usual, rare] = [...styles.values()].sort((a, b) => b.length - a.length);
  const odd = rare?.[0];
  const example = usual?.[0];
  if (odd === undefined || example === undefined) return [];
  const { block, span, text, other } = odd;
  const sure = (usual?.length ?? 0) > (rare?.length ?? 0);
  return [
    {
      code,
      severity: DEFAULT_SEVERITY[code],
      message: `“${text}” is ${odd.style}; the draft has “${example.text}”, which is ${example.style}.`,
      span: placeOf(block, span),
      evidence: [],
      fixes: [replacement(`Change to “${other}”`, block, span, other, sure)],
    },
  ];
}

function honorific({ block, span, text }: Word): readonly Choice[] {
  const match = /^(Mr|Mrs|Ms|Dr)(\.?)$/u.exec(text);
  if (match === null) return [];
  const [, title = '', point] = match;
  return point === ''
    ? [{ block, span, text, other: `${title}.`, style: 'without a full stop' }]
    : [{ block, span, text, other: title, style: 'with a full stop' }];
}

/** A British ending and the American one, with the stems that take them and what may follow. */
interface Ending {
  readonly british: RegExp;
  readonly american: RegExp;
  readonly toBritish: string;
  readonly toAmerican: string;
}

function ending(stems: string, british: string, american: string, tails: string): Ending {
  return {
    british: new RegExp(`^(${stems})${british}(${tails})$`, 'u'),
    american: new RegExp(`^(${stems})${american}(${tails})$`, 'u'),
    toBritish: `$1${british}$2`,
    toAmerican: `$1${american}$2`,
  };
}

/** They are tried on words in lower case only: names keep their own spelling. */
const ENDINGS: readonly Ending[] = [
  ending('\\p{Ll}{3,}', 'isation', 'ization', 's?'),
  ending(
    'organ|recogn|real|critic|emphas|apolog|privat|author|minim|maxim|modern|final|capital|penal|symbol|summar|prior|special|stabil|mobil|neutral',
    'is',
    'iz',
    'e|ed|es|ing|ers?',
  ),
  ending(
    'lab|col|fav|hon|neighb|behavi|harb|rum|hum|endeav|vig|val|sav|clam|flav|parl|arm',
    'our',
    'or',
    's|ed|ing|able|ites?|ful|hoods?|ly|',
  ),
  ending('cent|theat|lit|calib|fib', 're', 'er', 's?'),
  ending('def|off', 'ence', 'ense', 's?'),
  ending('travel|cancel|model|label|signal|level|fuel|channel|counsel', 'l', '', 'ed|ing|ers?'),
];

function spelling({ block, span, text }: Word): readonly Choice[] {
  for (const { british, american, toBritish, toAmerican } of ENDINGS) {
    if (british.test(text)) {
      return [{ block, span, text, other: text.replace(british, toAmerican), style: 'British' }];
    }
    if (american.test(text)) {
      return [{ block, span, text, other: text.replace(american, toBritish), style: 'American' }];
    }
  }
  return [];
}
