import { isPreposition } from '../lexicon/functionWords.js';
import { isThirdOrPastForm } from '../prose/dictionary.js';
import type { Span } from '../prose/span.js';
import type { Edit } from './finding.js';

const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '“': '”',
  '‘': '’',
  '«': '»',
  '"': '"',
};

/** How much text around a deletion is examined, in UTF-16 units. */
const CONTEXT_LENGTH = 120;

/**
 * The edit that deletes a span of a draft and leaves no hole: no double space or space before a mark, no empty brackets,
 * quotation marks or emphasis, no comma with nothing to separate, no small letter at the start of a sentence. The span is
 * kept if it starts with a space, as the words before it then keep their marks. `within` is the span of its block.
 */
export function deletionOf(draft: string, span: Span, within: Span): Edit {
  const words = draft.slice(span.start, span.end);
  if (/^\s/u.test(words)) return { span, newText: '' };
  const from = Math.max(within.start, span.start - CONTEXT_LENGTH);
  const to = Math.min(Math.max(within.end, span.end), span.end + CONTEXT_LENGTH);
  const deletion = new Deletion(
    // A word in place of the deleted text, so that the rest does not seem to start or end there.
    (from > within.start ? '…x' : '') + draft.slice(from, span.start),
    draft.slice(span.end, to) + (to < within.end ? 'x' : ''),
    // The prose of a block starts after the marks of emphasis around its first words.
    from > within.start ? '' : emphasisAtEnd(draft.slice(Math.max(0, from - MOST_MARKS), from)),
    to < within.end ? '' : emphasisAtStart(draft.slice(to, to + MOST_MARKS)),
  );
  deletion.takeSigns();
  deletion.takeEmptyPairs();
  deletion.takeCommas();
  deletion.takeSpaces();
  const { before, after, newText } = deletion.taken();
  return { span: { start: span.start - before, end: span.end + after }, newText };
}

/** The maximum length of the marks of emphasis around a word, in UTF-16 units. */
const MOST_MARKS = 10;

function emphasisAtEnd(text: string): string {
  return text.slice(text.length - runAtEnd(text, /[*_~]/u));
}

function emphasisAtStart(text: string): string {
  return /^[*_~]*/u.exec(text)?.[0] ?? '';
}

/** The closing marks for opening marks of emphasis: “_**” for “**_”. */
function mirrored(marks: string): string {
  return (marks.match(/[*_~]/gu) ?? []).reverse().join('');
}

/**
 * The edit that deletes a remark outside the sentence, with a space beside it and brackets that
 * contain nothing else.
 */
export function asideDeletionOf(draft: string, { start, end }: Span): Edit {
  const before = draft.slice(Math.max(0, start - CONTEXT_LENGTH), start);
  const after = draft.slice(end, end + CONTEXT_LENGTH);
  let head = withoutSpaces(before);
  let tail = after.slice(spacesAtStart(after));
  if (head.endsWith('(') && tail.startsWith(')')) {
    head = withoutSpaces(head.slice(0, -1));
    tail = tail.slice(1);
  } else {
    // “The price, [TK: ask], rose”: one of the commas is deleted with it.
    tail = head.endsWith(',') && after.startsWith(',') ? after.slice(1) : after;
  }
  // At the start of a line the space after it is deleted, elsewhere the one before it.
  if (head === '' || /[\r\n]$/u.test(head)) {
    head = before;
    tail = tail.slice(spacesAtStart(tail));
  }
  const span = {
    start: start - (before.length - head.length),
    end: end + (after.length - tail.length),
  };
  return { span, newText: '' };
}

/** A mark before which there is no space. */
const TIGHT = /^[.,;:!?…)\]”’»—]/u;
const OPENING_MARK = /[([“‘«]$/u;

/** True if the text after a place starts a sentence. */
function endsSentence(text: string): boolean {
  const before = text.slice(0, text.length - emphasisAtEnd(text).length);
  const words = before.trimEnd();
  const gap = before.slice(words.length);
  return (
    words === '' || gap.split('\n').length > 2 || (gap !== '' && /[.!?…]["”’»)]?$/u.test(words))
  );
}

function spacesAtStart(text: string): number {
  return text.length - text.replace(/^[ \t]+/u, '').length;
}

function withoutSpaces(text: string): string {
  return text.slice(0, text.length - runAtEnd(text, /[ \t]/u));
}

/** The length of the characters of one kind at the end of a text. */
function runAtEnd(text: string, kind: RegExp): number {
  let length = 0;
  while (length < text.length && kind.test(text.charAt(text.length - 1 - length))) length++;
  return length;
}

/** The start and end of a deletion between the text before it and the text after it. */
class Deletion {
  readonly #whole: string;
  /** The start and end of the block's text between the marks around it. */
  readonly #from: number;
  readonly #to: number;
  readonly #at: number;
  #start: number;
  #end: number;
  /** The mark that remains of the deleted text: the full stop of “**TK.**”. */
  #kept = '';

  constructor(before: string, after: string, marksBefore: string, marksAfter: string) {
    this.#whole = marksBefore + before + after + marksAfter;
    this.#from = marksBefore.length;
    this.#to = this.#whole.length - marksAfter.length;
    this.#at = this.#start = this.#end = this.#from + before.length;
  }

  get #before(): string {
    return this.#whole.slice(this.#from, this.#start);
  }

  get #after(): string {
    return this.#whole.slice(this.#end, this.#to);
  }

  /**
   * Also deletes text that is attached to the deleted word and meaningless without it: “£TK”,
   * “TK%”, “TK-year-old”.
   */
  takeSigns(): void {
    if (/[$£€¥]$/u.test(this.#before)) this.#start--;
    if (/^(?:[%°]|-\p{L})/u.test(this.#after)) this.#end++;
  }

  /**
   * Also deletes brackets, quotation marks and emphasis that would be empty, with the mark inside:
   * “TK,”
   */
  takeEmptyPairs(): void {
    for (;;) {
      const before = this.#before;
      const words = before.trimEnd();
      const closing = CLOSING[words.at(-1) ?? ''];
      const after = this.#after.trimStart();
      const rest = /^[.,;:!?…]/u.test(after) ? after.slice(1).trimStart() : after;
      if (this.#takesEmphasis()) continue;
      if (closing !== undefined && rest.startsWith(closing)) {
        this.#start = this.#from + words.length - 1;
        this.#end = this.#to - rest.length + 1;
      } else return;
    }
  }

  /** Also deletes the marks of emphasis right around the deleted text; false if there are none. */
  #takesEmphasis(): boolean {
    const marks = emphasisAtEnd(this.#whole.slice(0, this.#start));
    const after = this.#whole.slice(this.#end);
    const mark = /^[.,;:!?…](?=[*_~])/u.exec(after)?.[0] ?? '';
    const closing = mirrored(marks);
    if (marks === '' || !after.startsWith(closing, mark.length)) return false;
    this.#start -= marks.length;
    this.#end += mark.length + closing.length;
    // A full stop ends the sentence before it, unless the sentence is all deleted.
    if (/[.!?…]/u.test(mark) && !endsSentence(this.#before)) this.#kept = mark;
    return true;
  }

  /** Also deletes a comma, colon or semicolon that would have nothing on one side. */
  takeCommas(): void {
    const [before, after] = [this.#before.trimEnd(), this.#after.trimStart()];
    const hasCommaBefore = before.endsWith(',');
    const hasCommaAfter = after.startsWith(',');
    const goesOn = /^,?\s*(?:and|or)\b/u.test(after);
    // “The mayor, TK, left”: both commas go, “York, TK, Hull and Leeds”: one stays.
    const isPaired = hasCommaBefore && hasCommaAfter && !isListItem(after);
    if (isPaired || (hasCommaAfter && isOpen(before, this.#before)))
      this.#end += this.#after.indexOf(',') + 1;
    if (
      isPaired ||
      (hasCommaBefore
        ? goesOn || after === '' || TIGHT.test(after)
        : isEnd(after) && /[;:]$/u.test(before))
    )
      this.#start = this.#from + before.length - 1;
  }

  /** Also deletes the spaces that would be left over. */
  takeSpaces(): void {
    const [before, after] = [this.#before, this.#after];
    if (after === '') this.#start = Math.min(this.#start, this.#from + before.trimEnd().length);
    else if (endsSentence(before)) {
      // A sentence with nothing else is deleted together with its full stop.
      const words = after.trimStart();
      const rest = /^[.!?…,;:]/u.test(words) ? words.slice(1) : words;
      this.#end = Math.max(this.#end, this.#to - rest.length + spacesAtStart(rest));
    } else if (OPENING_MARK.test(before)) {
      this.#end = this.#to - after.trimStart().length;
    } else if (/^\s/u.test(after) || TIGHT.test(after)) {
      this.#start = Math.min(this.#start, this.#from + before.trimEnd().length);
    }
  }

  /** How much of either side is deleted too, in UTF-16 units, and the capital that replaces it. */
  taken(): { readonly before: number; readonly after: number; readonly newText: string } {
    const first = this.#after.charAt(0);
    const isSmall = this.#kept === '' && endsSentence(this.#before) && /\p{Ll}/u.test(first);
    return {
      before: this.#at - this.#start,
      after: this.#end - this.#at + (isSmall ? 1 : 0),
      newText: isSmall ? first.toUpperCase() : this.#kept,
    };
  }
}

/** True if nothing of a sentence follows. */
function isEnd(after: string): boolean {
  return after === '' || /^[.!?…]/u.test(after);
}

/** True if a text starts with a comma, the next item of a list and later its last one. */
function isListItem(after: string): boolean {
  const [item = '', ...rest] = after.slice(1).split(/[,.;:]|\s(?=(?:and|or)\s)/u);
  const [first = ''] = item.trim().split(' ');
  return (
    first !== '' &&
    !isThirdOrPastForm(first) &&
    rest.some((other) => /^\s*(?:and|or)\s/u.test(other))
  );
}

/** True if a comma after these words would have nothing before it: “(TK, a vet)”, “in TK, York and Hull”. */
function isOpen(words: string, before: string): boolean {
  const word = words.slice(words.length - runAtEnd(words, /\p{L}/u));
  return endsSentence(before) || OPENING_MARK.test(words) || isPreposition({ text: word });
}
