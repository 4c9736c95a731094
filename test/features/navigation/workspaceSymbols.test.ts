import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { SymbolKind } from 'vscode-languageserver';
import { workspaceSymbolsOf } from '../../../server/features/navigation/workspaceSymbols.js';
import type { Base } from '../../../server/reference/model.js';
import { createReference } from '../../../server/reference/reference.js';
import { person } from '../drafted.js';

const BASE: Base = {
  entities: [
    person('Zoë Müller', {
      roles: [{ title: 'harbour master', citation: { source: 'people.md', line: 4 } }],
    }),
    person('Port of Zeebrugge', { kind: 'body', forms: ['POZ'] }),
    person('Zeebrugge', { kind: 'place' }),
    person('Ana Zee', { citation: { source: '/pasted', line: 1 } }),
  ],
  facts: [],
  quotes: [],
};

function search(query: string): readonly string[] {
  const uriOfSource = (source: string): string | undefined =>
    source.startsWith('/') ? undefined : `memory:///${source}`;
  return workspaceSymbolsOf(createReference(BASE), uriOfSource, query).map(
    ({ name, containerName, kind, location }) =>
      `${name}, ${containerName ?? '-'}, ${kind}, ${location.uri}:${location.range.start.line}`,
  );
}

const ZOE = `Zoë Müller, harbour master, ${SymbolKind.Object}, memory:///notes/people.md:11`;
const PORT = `Port of Zeebrugge, -, ${SymbolKind.Module}, memory:///notes/people.md:11`;
const TOWN = `Zeebrugge, -, ${SymbolKind.Namespace}, memory:///notes/people.md:11`;

describe('workspace symbols', () => {
  it('are the names of the base with a source that is a file', () => {
    assert.deepEqual(search(''), [ZOE, PORT, TOWN]);
  });

  it('are found by any part of the name, those that start with it first', () => {
    assert.deepEqual(search('zeeb'), [TOWN, PORT]);
    assert.deepEqual(search('poz'), [PORT]);
    assert.deepEqual(search('nobody'), []);
  });

  it('are found regardless of case and diacritics', () => {
    assert.deepEqual(search('zoe mul'), [ZOE]);
    assert.deepEqual(search('MÜLLER'), [ZOE]);
  });
});
