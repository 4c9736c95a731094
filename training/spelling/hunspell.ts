/** The words of a Hunspell dictionary in all their forms. */
export interface HunspellWords {
  readonly words: ReadonlySet<string>;
  /** Words that the dictionary marks as not to be suggested. */
  readonly hidden: ReadonlySet<string>;
}

interface AffixRule {
  readonly strip: string;
  readonly add: string;
  readonly condition: RegExp;
}

interface Affix {
  readonly isPrefix: boolean;
  readonly rules: AffixRule[];
}

/** Expands the words of a Hunspell dictionary, from the texts of its `.aff` and `.dic` files. */
export function hunspellWords(aff: string, dic: string): HunspellWords {
  const affixes = affixesOf(aff);
  const noSuggestion = /^NOSUGGEST (\S)/mu.exec(aff)?.[1] ?? '';
  const onlyInCompound = /^ONLYINCOMPOUND (\S)/mu.exec(aff)?.[1] ?? '';
  const [words, hidden] = [new Set<string>(), new Set<string>()];
  for (const line of dic.split('\n').slice(1)) {
    const [stem = '', flags = ''] = (line.split('\t')[0] ?? '').trim().split('/');
    if (stem === '' || (onlyInCompound !== '' && flags.includes(onlyInCompound))) continue;
    for (const form of formsOf(stem, flags, affixes)) {
      words.add(form);
      if (noSuggestion !== '' && flags.includes(noSuggestion)) hidden.add(form);
    }
  }
  return { words, hidden };
}

function affixesOf(aff: string): ReadonlyMap<string, Affix> {
  const affixes = new Map<string, Affix>();
  for (const line of aff.split('\n')) {
    const [kind = '', flag = '', strip = '', add = '', condition] = line.trim().split(/\s+/u);
    if (kind !== 'PFX' && kind !== 'SFX') continue;
    const isPrefix = kind === 'PFX';
    if (condition === undefined) {
      affixes.set(flag, { isPrefix, rules: [] });
      continue;
    }
    affixes.get(flag)?.rules.push({
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : (add.split('/')[0] ?? ''),
      condition: new RegExp(isPrefix ? `^${condition}` : `${condition}$`, 'u'),
    });
  }
  return affixes;
}

/** The stem with each suffix, and all of these with each prefix, because all English rules combine. */
function formsOf(
  stem: string,
  flags: string,
  affixes: ReadonlyMap<string, Affix>,
): ReadonlySet<string> {
  const forms = new Set([stem]);
  const own = Array.from(flags).flatMap((flag) => affixes.get(flag) ?? []);
  for (const { isPrefix, rules } of own) {
    if (isPrefix) continue;
    for (const { strip, add, condition } of rules) {
      if (condition.test(stem) && stem.endsWith(strip))
        forms.add(stem.slice(0, stem.length - strip.length) + add);
    }
  }
  for (const { isPrefix, rules } of own) {
    if (!isPrefix) continue;
    for (const { strip, add, condition } of rules) {
      for (const form of [...forms]) {
        if (condition.test(form) && form.startsWith(strip))
          forms.add(add + form.slice(strip.length));
      }
    }
  }
  return forms;
}
