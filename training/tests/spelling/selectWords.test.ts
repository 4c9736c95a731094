import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type Variety,
  type WordEntry,
  VARIETIES,
  unpackEntry,
  varietyBit,
} from '../../../server/checks/spelling/wordValue.js';
import { selectWords } from '../../spelling/selectWords.js';

interface Lists {
  /** Words of each dictionary; words without a dictionary are in all four. */
  readonly words?: readonly string[];
  readonly british?: readonly string[];
  readonly american?: readonly string[];
  readonly hidden?: readonly string[];
  readonly larger?: readonly string[];
  readonly forGames?: readonly string[];
  readonly frequencies?: Readonly<Record<string, number>>;
}

/** The entry of a word in the list made from these inputs. */
function entryIn(lists: Lists, word: string): WordEntry | undefined {
  const own: Readonly<Partial<Record<Variety, readonly string[]>>> = {
    'en-US': lists.american ?? [],
    'en-GB': lists.british ?? [],
  };
  const dictionary = (variety: Variety) => ({
    words: new Set([...(lists.words ?? []), ...(own[variety] ?? [])]),
    hidden: new Set(lists.hidden),
  });
  const selected = selectWords({
    dictionaries: {
      'en-US': dictionary('en-US'),
      'en-GB': dictionary('en-GB'),
      'en-AU': dictionary('en-AU'),
      'en-CA': dictionary('en-CA'),
    },
    larger: lists.larger ?? [],
    forGames: lists.forGames ?? [],
    frequencies: new Map(Object.entries(lists.frequencies ?? {})),
  });
  return unpackEntry(selected.get(word) ?? -1);
}

/** The bits of some varieties. */
const bits = (...varieties: readonly Variety[]): number =>
  varieties.reduce((sum, variety) => sum | varietyBit(variety), 0);

describe('the words of the dictionary', () => {
  it('have the varieties, the case and the frequency of each', () => {
    const lists: Lists = {
      words: ['Oslo', 'NATO', 'gull'],
      british: ['quayside'],
      frequencies: { gull: 3.25 },
    };
    assert.deepEqual(entryIn(lists, 'gull'), {
      varieties: bits(...VARIETIES),
      wordCase: 'lower',
      frequency: 3.25,
      isHidden: false,
      isDoubtful: false,
    });
    assert.equal(entryIn(lists, 'oslo')?.wordCase, 'capitalised');
    assert.equal(entryIn(lists, 'nato')?.wordCase, 'capitals');
    assert.equal(entryIn(lists, 'quayside')?.varieties, bits('en-GB'));
  });

  it('are in small letters where a word is a name as well', () => {
    assert.equal(entryIn({ words: ['Reading', 'reading'] }, 'reading')?.wordCase, 'lower');
  });

  it('are without accents, possessives and abbreviations', () => {
    const lists: Lists = { words: ['café', "port's", 'a.m.'] };
    assert.notEqual(entryIn(lists, 'cafe'), undefined);
    assert.equal(entryIn(lists, "port's"), undefined);
    assert.equal(entryIn(lists, 'a.m.'), undefined);
  });

  it('are those of a list for games that are no slip for a frequent word', () => {
    const lists: Lists = {
      words: ['ahead'],
      forGames: ['shinty', 'ahed', 'aahed'],
      frequencies: { ahead: 5, shinty: 1.75, ahed: 2 },
    };
    assert.equal(entryIn(lists, 'shinty')?.isDoubtful, false);
    assert.equal(entryIn(lists, 'ahed')?.isDoubtful, true);
    assert.equal(entryIn(lists, 'aahed'), undefined);
  });

  it('are not suggested if the dictionary hides them', () => {
    assert.equal(entryIn({ words: ['darn'], hidden: ['darn'] }, 'darn')?.isHidden, true);
  });

  it('accept -ize in Britain and Australia, where -ise is right too', () => {
    const lists: Lists = { american: ['organize'], british: ['organise'] };
    assert.equal(entryIn(lists, 'organize')?.varieties, bits('en-US', 'en-GB'));
  });

  it('include a rare word of a larger list, doubtful if it is a slip for a frequent one', () => {
    const lists: Lists = {
      words: ['harbour'],
      larger: ['quahog', 'harbuor', 'zzyzx'],
      frequencies: { quahog: 2, harbuor: 1.6, harbour: 5 },
    };
    assert.equal(entryIn(lists, 'quahog')?.isDoubtful, false);
    assert.equal(entryIn(lists, 'harbuor')?.isDoubtful, true);
    assert.equal(entryIn(lists, 'zzyzx'), undefined);
  });

  it('include a compound of frequent words that is written in one, but not of function words', () => {
    const lists: Lists = {
      words: ['harbour', 'master', 'over', 'with'],
      frequencies: { harbour: 4, master: 4, with: 7, harbourmaster: 2.2, withmaster: 2.2 },
    };
    assert.notEqual(entryIn(lists, 'harbourmaster'), undefined);
    assert.equal(entryIn(lists, 'withmaster'), undefined);
  });
});
