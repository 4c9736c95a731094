import type { Base } from './model.js';

/** A readable summary of a base: “14 people, 9 other names, 63 facts”, or “nothing”. */
export function summaryOf({ entities, facts, quotes }: Base): string {
  const people = entities.filter(({ kind }) => kind === 'person').length;
  const parts = [
    { count: people, text: countWithNoun(people, 'person', 'people') },
    {
      count: entities.length - people,
      text: countWithNoun(entities.length - people, 'other name'),
    },
    { count: facts.length, text: countWithNoun(facts.length, 'fact') },
    { count: quotes.length, text: countWithNoun(quotes.length, 'quote') },
  ].filter(({ count }) => count > 0);
  return parts.length === 0 ? 'nothing' : parts.map(({ text }) => text).join(', ');
}

/** A count followed by its noun: “1 fact”, “2 facts”. */
export function countWithNoun(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
