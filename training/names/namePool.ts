import { fold } from '../../server/reference/names/spelling.js';
import { SpellingIndex } from '../../server/reference/names/spellingIndex.js';
import type { Random } from '../grammar/random.js';

/** The names of one country. */
export interface CountryNames {
  readonly given: readonly string[];
  readonly surnames: readonly string[];
}

/** Names to put into stories: those of each country, and towns. */
export interface NameLists {
  readonly countries: readonly CountryNames[];
  readonly towns: readonly string[];
}

/** The parts of a locale of the npm package `@faker-js/faker` (MIT) that are used here. */
interface Locale {
  readonly person?: { readonly first_name?: unknown; readonly last_name?: unknown };
  readonly location?: { readonly city_name?: unknown };
}

/** The locales of the package, by name. */
export type Locales = Readonly<Record<string, Locale>>;

const NAME = /^\p{Lu}[\p{Script=Latin}'’-]{2,}$/u;

/** The names in Latin letters of the package's locales. */
export function listsOf(locales: Locales): NameLists {
  const all = Object.keys(locales)
    .sort()
    .flatMap((name) => locales[name] ?? []);
  return {
    countries: all
      .map(({ person }) => ({
        given: namesIn(person?.first_name),
        surnames: namesIn(person?.last_name),
      }))
      .filter(({ given, surnames }) => given.length > 20 && surnames.length > 20),
    towns: [...new Set(all.flatMap(({ location }) => namesIn(location?.city_name)))],
  };
}

/** The names in a list of a locale, which is an array or an object of arrays by gender. */
function namesIn(list: unknown): readonly string[] {
  const items = Array.isArray(list)
    ? list
    : typeof list === 'object' && list !== null
      ? Object.values(list).flat()
      : [];
  return [
    ...new Set(items.filter((item): item is string => typeof item === 'string' && NAME.test(item))),
  ];
}

/** Chooses names, and names that look like others. */
export class NamePool {
  readonly #countries: readonly CountryNames[];
  readonly #kinds: Readonly<Record<'given' | 'surname' | 'town', LookAlikes>>;
  readonly #towns: readonly string[];
  readonly #random: Random;

  constructor({ countries, towns }: NameLists, random: Random) {
    this.#countries = countries;
    this.#towns = towns;
    this.#random = random;
    this.#kinds = {
      given: new LookAlikes(countries.flatMap(({ given }) => given)),
      surname: new LookAlikes(countries.flatMap(({ surnames }) => surnames)),
      town: new LookAlikes(towns),
    };
  }

  /** A given name and a surname of one country. */
  person(): readonly [given: string, surname: string] {
    const country = this.#one(this.#countries);
    return [
      this.#one(country?.given ?? []) ?? 'Anna',
      this.#one(country?.surnames ?? []) ?? 'Bell',
    ];
  }

  town(): string {
    return this.#one(this.#towns) ?? 'Larne';
  }

  /** Another real name that looks like this one; `undefined` if there is none. */
  lookAlike(name: string, kind: 'given' | 'surname' | 'town'): string | undefined {
    return this.#one(this.#kinds[kind].of(name));
  }

  #one<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#random.next() * items.length)];
  }
}

class LookAlikes {
  readonly #names: readonly string[];
  readonly #index: SpellingIndex;

  constructor(names: readonly string[]) {
    this.#names = [...new Set(names)];
    this.#index = new SpellingIndex(this.#names.map(fold));
  }

  of(name: string): readonly string[] {
    return [...this.#index.candidates(fold(name))]
      .sort((a, b) => a - b)
      .flatMap((at) => this.#names[at] ?? [])
      .filter((other) => fold(other) !== fold(name));
  }
}
