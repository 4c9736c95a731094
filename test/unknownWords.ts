const SYLLABLES = 'bov dref gik lat mub nol pef rud sav tiz vok wug yed zam fip kun'.split(' ');

/** Different words of no language; at most 4,096. */
export function unknownWords(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) =>
    [at >> 8, at >> 4, at].map((part) => SYLLABLES[part % SYLLABLES.length]).join(''),
  );
}
