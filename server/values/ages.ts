import { type Token, lowerAt } from '../prose/tokens.js';

/** True for a figure from token `figureAt` to `last` that is somebody's age. */
export function isAge(tokens: readonly Token[], figureAt: number, last: number): boolean {
  if (/^aged?$/u.test(lowerAt(tokens, figureAt - 1))) return true;
  if (lowerAt(tokens, figureAt - 1) === 'of' && lowerAt(tokens, figureAt - 2) === 'age')
    return true;
  if (lowerAt(tokens, last + 1) === 'years' && lowerAt(tokens, last + 2) === 'old') return true;
  if (lowerAt(tokens, last + 1) === '-' && lowerAt(tokens, last + 3) === '-') {
    return lowerAt(tokens, last + 2) === 'year' && lowerAt(tokens, last + 4) === 'old';
  }
  const value = Number(lowerAt(tokens, figureAt));
  if (!(value > 0 && value < 120)) return false;
  if (tokens[last + 1]?.kind === 'word' && !OPENS_TIME.test(lowerAt(tokens, last + 1)))
    return false;
  // “Roe, 47, …”, “she was 91.”, “the driver, who is 44, …”
  if (lowerAt(tokens, figureAt - 1) === ',') return tokens[figureAt - 2]?.tag === 'PROPN';
  const subject = tokens[figureAt - 2];
  return (
    tokens[figureAt - 1]?.lemma === 'be' &&
    (subject?.tag === 'PROPN' || /^(?:he|she|who)$/iu.test(subject?.text ?? ''))
  );
}

/** Words after an age that refer to another time: “she was 26 when she won”. */
const OPENS_TIME = /^(?:when|while|as|then)$/u;
