import type { ArchivedPassages } from '../server/archive/archive.js';
import { mentionRowsOf, sentenceRowsOf } from '../server/archive/rows.js';
import { indexSource } from '../server/reference/indexSource.js';

/** All that a search would find of an archived story. */
export function archivedStory(
  text: string,
  given: Partial<ArchivedPassages> = {},
): ArchivedPassages {
  const read = { index: indexSource({ name: 'story.md', text }), linesBefore: 0 };
  return {
    address: 'cms#1',
    title: 'Two ferries',
    link: 'https://news.example/1',
    published: '2021-03-12',
    kind: 'article',
    sentences: sentenceRowsOf(read),
    mentions: mentionRowsOf(read),
    ...given,
  };
}
