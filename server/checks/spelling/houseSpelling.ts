/** British words whose American spelling follows no rule. */
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

/**
 * British endings with their American equivalents; other words with these endings change on both
 * sides alike.
 */
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
 * A lower-case word in American spelling, so that “colour” and “color” compare as equal. A word
 * without variants may come out misspelt, but always in the same way.
 */
export function houseSpelling(word: string): string {
  const stem = AMERICAN.has(word) ? word : word.replace(/s$/u, '');
  const american = AMERICAN.get(stem);
  if (american !== undefined) return american + word.slice(stem.length);
  return RULES.reduce((spelt, [british, ending]) => spelt.replace(british, ending), word);
}
