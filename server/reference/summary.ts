import type { Base } from './model.js';

/** What a base holds, for people to read: “14 people, 9 other names, 63 facts”, or “nothing”. */
export function summaryOf({ entities, facts, quotes }: Base): string {
  const people = entities.filter(({ kind }) => kind === 'person').length;
  const parts = [
    { count: people, text: counted(people, 'person', 'people') },
    {
      count: entities.length - people,
      text: counted(entities.length - people, 'other name'),
    },
    { count: facts.length, text: counted(facts.length, 'fact') },
    { count: quotes.length, text: counted(quotes.length, 'quote') },
  ].filter(({ count }) => count > 0);
  return parts.length === 0 ? 'nothing' : parts.map(({ text }) => text).join(', ');
}

/** A count with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
