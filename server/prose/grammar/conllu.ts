/** One word of a sentence in CoNLL-U (https://universaldependencies.org/format.html). */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** `Name=Value` pairs joined by `|`, or `_`. */
  readonly feats: string;
  /** 1-based number of the head; 0 for the root; -1 if the file has none. */
  readonly head: number;
  readonly relation: string;
  readonly misc: string;
  /** Lines before the word that are not words of the tree: multiword tokens, empty nodes. */
  readonly before: readonly string[];
}

/** A sentence of a CoNLL-U file. */
export interface ConlluSentence {
  /** The comment lines, including `#`. */
  readonly comments: readonly string[];
  readonly words: readonly ConlluWord[];
}

/** Reads CoNLL-U, skipping lines that are not in the format. */
export function readConllu(text: string): readonly ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let words: ConlluWord[] = [];
  let before: string[] = [];
  const finish = (): void => {
    if (words.length > 0) sentences.push({ comments, words });
    comments = [];
    words = [];
    before = [];
  };
  for (const line of text.split(/\r?\n/u)) {
    if (line.trim() === '') finish();
    else if (line.startsWith('#')) comments.push(line);
    else if (/^\d+\t/u.test(line)) {
      words.push(wordOf(line.split('\t'), before));
      before = [];
    } else if (/^\d+[-.]\d+\t/u.test(line)) before.push(line);
  }
  finish();
  return sentences;
}

function wordOf(columns: readonly string[], before: readonly string[]): ConlluWord {
  const head = Number.parseInt(columns[6] ?? '', 10);
  return {
    form: columns[1] ?? '_',
    lemma: columns[2] ?? '_',
    upos: columns[3] ?? '_',
    xpos: columns[4] ?? '_',
    feats: columns[5] ?? '_',
    head: Number.isNaN(head) ? -1 : head,
    relation: columns[7] ?? '_',
    misc: columns[9] ?? '_',
    before,
  };
}

/** Writes sentences as CoNLL-U, each followed by an empty line. */
export function writeConllu(sentences: readonly ConlluSentence[]): string {
  return sentences
    .map(({ comments, words }) =>
      [
        ...comments,
        ...words.flatMap((word, index) => [...word.before, row(word, index + 1)]),
        '',
        '',
      ].join('\n'),
    )
    .join('');
}

function row(word: ConlluWord, number: number): string {
  return [
    number,
    word.form,
    word.lemma,
    word.upos,
    word.xpos,
    word.feats,
    word.head < 0 ? '_' : word.head,
    word.relation,
    '_',
    word.misc,
  ].join('\t');
}
