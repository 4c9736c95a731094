import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { referenceOverviewOf } from '../../server/features/referenceOverview.js';
import {
  type UnreadSource,
  createReference,
  referenceFromIndexes,
} from '../../server/reference/reference.js';
import { person } from './drafted.js';

describe('the overview of a reference', () => {
  const notes = { source: 'notes.md', line: 3 };
  const log = { source: '/stdin', line: 1 };
  const overview = () => {
    const reference = createReference({
      entities: [
        person('Pier 10', { kind: 'place', citation: notes }),
        person('Émile Roe', {
          citation: notes,
          roles: [{ title: 'harbour master', citation: notes }],
        }),
        person('Pier 9', { kind: 'place', citation: log }),
      ],
      facts: [{ text: 'It rose.', citation: log, unreliable: false }],
      quotes: [{ text: 'Never.', citation: notes, unreliable: false }],
      days: new Map([['notes.md', '2024-07-02']]),
    });
    return referenceOverviewOf(reference, (source) =>
      source.startsWith('/') ? undefined : `memory:///${source}`,
    );
  };

  it('lists each name with its role and place, in natural order', () => {
    assert.deepEqual(overview().entries, [
      {
        kind: 'person',
        name: 'Émile Roe',
        role: 'harbour master',
        source: 'notes.md',
        line: 3,
        uri: 'memory:///notes.md',
      },
      { kind: 'place', name: 'Pier 9', role: '', source: '/stdin', line: 1 },
      {
        kind: 'place',
        name: 'Pier 10',
        role: '',
        source: 'notes.md',
        line: 3,
        uri: 'memory:///notes.md',
      },
    ]);
  });

  it('lists each source that could not be read, with the reason', () => {
    const unreadable = [
      { path: 'sources/scan 10.pdf', reason: 'is locked with a password' },
      { path: 'sources/scan 9.pdf', reason: 'contains no text' },
    ];
    const reference = referenceFromIndexes([], 'sources', unreadable);
    assert.deepEqual(referenceOverviewOf(reference, (source) => `memory:///${source}`).unread, [
      {
        name: 'sources/scan 9.pdf',
        reason: 'contains no text',
        uri: 'memory:///sources/scan 9.pdf',
      },
      {
        name: 'sources/scan 10.pdf',
        reason: 'is locked with a password',
        uri: 'memory:///sources/scan 10.pdf',
      },
    ]);
  });

  it('lists web pages that are not read, with the place of their address', () => {
    const listed = (path: string, line: number) => ({
      path,
      reason: 'is not read',
      listedIn: { source: 'sources/links.txt', line },
    });
    const pages = [listed('https://b.example', 2), listed('https://a.example', 3)];
    const of = (...unreadable: readonly UnreadSource[]) =>
      referenceOverviewOf(
        referenceFromIndexes([], 'sources', unreadable),
        (source) => `memory:///${source}`,
      );
    const uri = 'memory:///sources/links.txt';
    assert.deepEqual(of(...pages).unread, [
      { name: 'https://a.example', reason: 'is not read', uri, line: 3 },
      { name: 'https://b.example', reason: 'is not read', uri, line: 2 },
    ]);
    assert.equal(of(...pages).notice, '2 web pages listed in links.txt are not read.');
    assert.equal(
      of({ path: 'a/b.pdf', reason: 'is empty' }, ...pages.slice(1)).notice,
      'b.pdf could not be read, and 1 web page listed in links.txt is not read.',
    );
  });

  it('lists each source with a summary of its contents', () => {
    assert.deepEqual(overview().sources, [
      { name: '/stdin', summary: '1 other name, 1 fact' },
      {
        name: 'notes.md',
        summary: '2 July 2024: 1 person, 1 other name, 1 quote',
        uri: 'memory:///notes.md',
      },
    ]);
  });

  it('says which sources are confidential', () => {
    const reference = createReference({
      entities: [],
      facts: [{ text: 'It rose.', citation: notes, unreliable: false }],
      quotes: [],
      confidential: new Set(['notes.md']),
    });
    assert.deepEqual(referenceOverviewOf(reference, () => undefined).sources, [
      { name: 'notes.md', summary: '1 fact', isConfidential: true },
    ]);
  });
});
