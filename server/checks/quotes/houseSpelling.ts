/** British words whose American form follows no rule. */
const AMERICAN: ReadonlyMap<string, string> = new Map(
  (
    'ageing:aging aluminium:aluminum cheque:check cosy:cozy grey:gray jewellery:jewelry judgement:judgment kerb:curb ' +
    'mould:mold moustache:mustache okay:ok plough:plow programme:program pyjamas:pajamas sceptic:skeptic ' +
    'sceptical:skeptical storey:story sulphur:sulfur towards:toward tyre:tire whisky:whiskey'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [british = '', american = ''] = pair.split(':');
      return [british, american];
    }),
);

/** British endings with their American ones; what is no such word is only spelt otherwise, on both sides. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{2})our/gu, 'or'],
  [/(?<=\p{L})is(e[drs]?|ers|ing|ations?)$/u, 'iz$1'],
  [/yse([drs]?|rs)$/u, 'yze$1'],
  [/(?<=[bt])re(s|d)?$/u, 'er$1'],
  [/(?<=[bt])ered$/u, 'erd'],
  [/(?<=\p{L}{2})ence(s|less)?$/u, 'ense$1'],
  [/(?<=\p{L}{2}[aeiou])ll(ed|ing|ers?|ors?)$/u, 'l$1'],
  [/ogue(s)?$/u, 'og$1'],
  [/(?<=\p{L})ae(?=\p{L}{2})/gu, 'e'],
];

/**
 * A word in small letters as an American house writes it, so that “colour” and “color” are one; a word that
 * both houses write alike may come out misspelt, and does so always.
 */
export function houseSpelling(word: string): string {
  const stem = AMERICAN.has(word) ? word : word.replace(/s$/u, '');
  const american = AMERICAN.get(stem);
  if (american !== undefined) return american + word.slice(stem.length);
  return RULES.reduce((spelt, [british, ending]) => spelt.replace(british, ending), word);
}
