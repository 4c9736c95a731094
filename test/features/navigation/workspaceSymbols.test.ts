import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { SymbolKind } from 'vscode-languageserver';
import { workspaceSymbolsOf } from '../../../server/features/navigation/workspaceSymbols.js';
import { createReference } from '../../../server/reference/reference.js';
import { person } from '../drafted.js';

const REFERENCE = createReference({
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
});

function found(query: string): readonly string[] {
  const addressOf = (source: string): string | undefined =>
    source.startsWith('/') ? undefined : `memory:///${source}`;
  return workspaceSymbolsOf(REFERENCE, addressOf, query).map(
    ({ name, containerName, kind, location }) =>
      `${name}, ${containerName ?? '-'}, ${kind}, ${location.uri}:${location.range.start.line}`,
  );
}

const ZOE = `Zoë Müller, harbour master, ${SymbolKind.Object}, memory:///notes/people.md:11`;
const PORT = `Port of Zeebrugge, -, ${SymbolKind.Module}, memory:///notes/people.md:11`;
const TOWN = `Zeebrugge, -, ${SymbolKind.Namespace}, memory:///notes/people.md:11`;

describe('workspace symbols', () => {
  it('are the names of the base that a file has', () => {
    assert.deepEqual(found(''), [ZOE, PORT, TOWN]);
  });

  it('are found by any of their letters, those that begin so first', () => {
    assert.deepEqual(found('zeeb'), [TOWN, PORT]);
    assert.deepEqual(found('poz'), [PORT]);
    assert.deepEqual(found('nobody'), []);
  });

  it('are found without case and diacritics', () => {
    assert.deepEqual(found('zoe mul'), [ZOE]);
    assert.deepEqual(found('MÜLLER'), [ZOE]);
  });
});
