import { memoize } from '../../prose/memoize.js';
import { type Block, type Prose, type BlockContent, draftSpanOf } from '../../prose/prose.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { type Span, contains } from '../../prose/span.js';
import type { Finding } from '../finding.js';
import { type Code, RULES } from '../rules.js';
import { replacementFix } from '../fix.js';

/** A word written in one of two styles, with its form in the other style. */
interface Choice {
  readonly span: Span;
  readonly text: string;
  readonly other: string;
  /** The style of the word, as it completes “is …” in a message. */
  readonly style: string;
}

/**
 * Reports, once each, that a draft mixes “Mr” and “Mr.”, or British and American spelling. Yields
 * after each block.
 */
export function* checkStyle(draft: Prose): CooperativeTask<readonly Finding[]> {
  const [titles, words]: [PlacedChoice[], PlacedChoice[]] = [[], []];
  for (const block of draft.blocks) {
    const { honorifics, spellings } = choicesIn(block.content);
    titles.push(...honorifics.map((choice) => ({ block, choice })));
    words.push(...spellings.map((choice) => ({ block, choice })));
    yield;
  }
  return [...inconsistency('style/honorific', titles), ...inconsistency('style/spelling', words)];
}

const choicesIn = memoize((content: BlockContent) => {
  const words = wordsOf(content);
  return { honorifics: words.flatMap(honorific), spellings: words.flatMap(spelling) };
});

interface Word {
  readonly span: Span;
  readonly text: string;
}

/** The words of a block outside quotations, which keep the style of their source. */
function wordsOf({ sentences, quotations }: BlockContent): readonly Word[] {
  let next = 0;
  const isQuoted = (token: Span): boolean => {
    while ((quotations[next]?.outer.end ?? Infinity) <= token.start) next++;
    const quotation = quotations[next];
    return quotation !== undefined && contains(quotation.outer, token);
  };
  return sentences
    .flatMap(({ tokens }) => tokens)
    .filter((token) => token.kind === 'word' && !isQuoted(token))
    .map(({ text, start, end }) => ({ span: { start, end }, text }));
}

interface PlacedChoice {
  readonly block: Block;
  readonly choice: Choice;
}

/** The first place of the rarer style, if both styles occur. */
function inconsistency(code: Code, choices: readonly PlacedChoice[]): readonly Finding[] {
  const styles = new Map<string, PlacedChoice[]>();
  for (const placed of choices) {
    const same = styles.get(placed.choice.style);
    if (same === undefined) styles.set(placed.choice.style, [placed]);
    else same.push(placed);
  }
  const [usual, rare] = [...styles.values()].sort((a, b) => b.length - a.length);
  const first = rare?.[0];
  const example = usual?.[0]?.choice;
  if (first === undefined || example === undefined) return [];
  const { block, choice } = first;
  const { span, text, other, style } = choice;
  const isClear = (usual?.length ?? 0) > (rare?.length ?? 0);
  return [
    {
      code,
      severity: RULES[code].severity,
      message: `“${text}” is ${style}, but “${example.text}” elsewhere in the draft is ${example.style}.`,
      span: draftSpanOf(block, span),
      evidence: [],
      fixes: [replacementFix(`Change to “${other}”`, block, span, other, isClear)],
    },
  ];
}

function honorific({ span, text }: Word): readonly Choice[] {
  const match = /^(Mr|Mrs|Ms|Dr)(\.?)$/u.exec(text);
  if (match === null) return [];
  const [, title = '', point] = match;
  return point === ''
    ? [{ span, text, other: `${title}.`, style: 'written without a full stop' }]
    : [{ span, text, other: title, style: 'written with a full stop' }];
}

/**
 * A British ending and its American equivalent, with the stems that take them and what may follow.
 */
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

/** Applied to words in lower case only, as names keep their own spelling. */
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

function spelling({ span, text }: Word): readonly Choice[] {
  for (const { british, american, toBritish, toAmerican } of ENDINGS) {
    if (british.test(text)) {
      return [{ span, text, other: text.replace(british, toAmerican), style: 'British' }];
    }
    if (american.test(text)) {
      return [{ span, text, other: text.replace(american, toBritish), style: 'American' }];
    }
  }
  return [];
}
