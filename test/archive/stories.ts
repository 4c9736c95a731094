import { type ArchivedDocument, EVERYONE } from '../../server/archive/archive.js';
import { indexSource } from '../../server/reference/indexSource.js';

/**
 * A document to store, with a text invented for the tests; everything that is not given has a
 * default.
 */
export function documentOf(
  address: string,
  text: string,
  given: Partial<Omit<ArchivedDocument, 'address' | 'index'>> = {},
): ArchivedDocument {
  return {
    address,
    origin: 'file:///stories',
    digest: text,
    title: address,
    link: `https://news.example/${address}`,
    published: '2021-03-12',
    language: 'en',
    visibility: EVERYONE,
    embargo: undefined,
    index: indexSource({ name: address, text }),
    linesBefore: 0,
    ...given,
  };
}

/** Three stories, each with people, figures and words that the others do not have. */
export const FERRY =
  'The harbour board of Tolmin bought two ferries for 14 million euros. “We waited nine years for this,” said Ilse Varga, the chair of the harbour board.\n';
export const MILL = 'Fire destroyed the paper mill in Ostrava on Monday. It employed 320 people.\n';
export const TRIAL =
  'Prosecutors dropped the case against Dorian Heck. Witnesses had withdrawn their statements about the quarry.\n';
