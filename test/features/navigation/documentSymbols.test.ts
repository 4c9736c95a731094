import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DocumentSymbol } from 'vscode-languageserver';
import {
  documentSymbolsOf,
  flatSymbolsOf,
} from '../../../server/features/navigation/documentSymbols.js';
import { marked } from '../../marked.js';
import { drafted, person } from '../drafted.js';

const citation = { source: 'notes.md', line: 2 };
const BASE = {
  entities: [
    person('Adaeze Lindqvist', { roles: [{ title: 'mayor', affiliation: 'Oulu', citation }] }),
    person('Petri Salo'),
    person('Oulu', { kind: 'place' }),
  ],
};

/** An outline as lines, indented by level. */
function outline(symbols: readonly DocumentSymbol[], indent = ''): readonly string[] {
  return symbols.flatMap(({ name, detail = '', children = [] }) => [
    `${indent}${name}${detail === '' ? '' : ` (${detail})`}`,
    ...outline(children, `${indent}  `),
  ]);
}

describe('document symbols', () => {
  it('are the headings with the people and claims in their sections', () => {
    const { text, spans } = marked(
      [
        'Petri Salo reports.',
        '# The bridge in Oulu',
        '[|The bridge cost 4 million euros.|] Adaeze Lindqvist opened it. Lindqvist smiled.',
        '### The cost 🌉',
        'Petri Salo paid.',
        '## The river',
        '# Tomorrow',
        'Rain.',
      ].join('\n\n'),
    );
    const claims = spans.map((span) => ({
      span,
      verdict: 'contradicted' as const,
      score: 0.1,
      evidence: [],
    }));
    assert.deepEqual(outline(documentSymbolsOf(drafted(text, { base: BASE, claims }))), [
      'Petri Salo',
      'The bridge in Oulu',
      '  Adaeze Lindqvist (mayor, Oulu)',
      '  The bridge cost 4 million euros. (contradicted)',
      '  The cost 🌉',
      '    Petri Salo',
      '  The river',
      'Tomorrow',
    ]);
  });

  it('extend over a heading and its whole section, in UTF-16 units', () => {
    const text = '# 🎉 One\r\n\r\nText.\r\n\r\n## Two\r\n\r\nMore.\r\n\r\n# Three\r\n';
    const [one, three] = documentSymbolsOf(drafted(text));
    assert.deepEqual(one?.selectionRange, {
      start: { line: 0, character: 2 },
      end: { line: 0, character: 8 },
    });
    assert.deepEqual(one.range.end, { line: 8, character: 2 });
    assert.deepEqual(three?.range.end, { line: 9, character: 0 });
  });

  it('lie within their parents, as clients require', () => {
    const within = (inner: DocumentSymbol['range'], outer: DocumentSymbol['range']): boolean => {
      const key = ({ line, character }: { line: number; character: number }): number =>
        line * 1000 + character;
      return key(outer.start) <= key(inner.start) && key(inner.end) <= key(outer.end);
    };
    const check = (symbols: readonly DocumentSymbol[], parent?: DocumentSymbol): void => {
      for (const symbol of symbols) {
        assert.ok(symbol.name !== '');
        assert.ok(within(symbol.selectionRange, symbol.range), symbol.name);
        assert.ok(parent === undefined || within(symbol.range, parent.range), symbol.name);
        check(symbol.children ?? [], symbol);
      }
    };
    const text = '# A\n\nPetri Salo ran.\n\n## \n\nOulu\n====\n\nPetri Salo sat.\n';
    check(documentSymbolsOf(drafted(text, { base: BASE })));
  });

  it('are a flat list with containers for a client without hierarchical symbols', () => {
    const draft = drafted('# Salo Wins\n\nPetri Salo won.', { base: BASE });
    assert.deepEqual(
      flatSymbolsOf(draft).map(({ name, containerName }) => [name, containerName]),
      [
        ['Salo Wins', undefined],
        ['Petri Salo', 'Salo Wins'],
      ],
    );
  });

  it('show a claim without markup, with the word for its status', () => {
    const { text, spans } = marked(
      '[|The **bridge**[^1] cost [4 million](http://a.example/b) \\*euros\\*.|]\n\n[^1]: A note.\n',
    );
    const claims = spans.map((span) => ({
      span,
      verdict: 'unclear' as const,
      score: 0.1,
      evidence: [],
    }));
    assert.deepEqual(outline(documentSymbolsOf(drafted(text, { claims }))), [
      'The bridge cost 4 million *euros*. (to check)',
    ]);
  });

  it('truncate the name of a long claim', () => {
    const text = `The council ${'really '.repeat(20)}voted.`;
    const claims = [
      {
        span: { start: 0, end: text.length },
        verdict: 'supported' as const,
        score: 1,
        evidence: [],
      },
    ];
    assert.equal(
      documentSymbolsOf(drafted(text, { claims }))[0]?.name,
      'The council really really really really really really…',
    );
  });
});
