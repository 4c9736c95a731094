import type { SignOff, SignedSubject } from '../../../protocol/signOff.js';
import { anchorOf } from '../../checks/anchor.js';
import type { Draft } from '../../checks/draft.js';
import type { Span } from '../../prose/span.js';

/** The sentence around a span of a draft, and the words of the span if they are not all of it. */
export function subjectAt(
  span: Span,
  { prose }: Pick<Draft, 'prose'>,
): Pick<SignedSubject, 'sentence' | 'words'> {
  const anchor = anchorOf(prose, span);
  const [sentence, words] = [onOneLine(anchor?.sentence ?? ''), onOneLine(anchor?.words ?? '')];
  return words === sentence ? { sentence } : { sentence, words };
}

/** A subject that nobody has signed. */
export function unsigned(subject: SignedSubject): SignOff {
  return { subject, signatures: [] };
}

/** A text with each line break and run of spaces as one space. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
