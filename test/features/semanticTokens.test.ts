import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../server/checks/finding.js';
import type { Draft } from '../../server/checks/draft.js';
import { SEMANTIC_TOKENS_LEGEND } from '../../protocol/capabilityConstants.js';
import { semanticTokensOf } from '../../server/features/semanticTokens.js';
import type { Range } from '../../server/prose/sourceMap.js';
import { drafted, createFinding, person } from './drafted.js';

const ENTITIES = [person('Adaeze Lindqvist'), person('Oulu', { kind: 'place' })];

function draft(text: string, findings: readonly Finding[] = []): Draft {
  return drafted(text, { base: { entities: ENTITIES }, findings });
}

/** The tokens as “type: words”, decoded from the protocol's numbers. */
function decodedTokens(given: Draft, range?: Range): readonly string[] {
  const numbers = semanticTokensOf(given, range);
  const { text, lines } = given.prose;
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < numbers.length; at += 5) {
    const [down = 0, right = 0, length = 0, kind = 0] = numbers.slice(at, at + 4);
    character = down === 0 ? character + right : right;
    line += down;
    const start = lines.offset({ line, character });
    found.push(
      `${SEMANTIC_TOKENS_LEGEND.tokenTypes[kind] ?? '?'}: ${text.slice(start, start + length)}`,
    );
  }
  return found;
}

describe('semantic tokens', () => {
  it('are names, quotes and attributions, without overlaps', () => {
    assert.deepEqual(decodedTokens(draft('“We love Oulu,” Adaeze Lindqvist said on Monday.')), [
      'quote: “We love',
      'knownName: Oulu',
      'quote: ,”',
      'knownName: Adaeze Lindqvist',
      'attribution: said',
    ]);
  });

  it('include every mention of an unknown name, and placeholders', () => {
    const text = 'Petri Salo met TK people. Petri Salo’s plan and Petri Salomon’s differ.';
    const name = { text: 'Petri Salo', kind: 'person' as const };
    const findings = [
      createFinding({ start: 0, end: 10 }, { code: 'name/unknown', name }),
      createFinding({ start: 15, end: 17 }, { code: 'sentence/placeholder' }),
    ];
    assert.deepEqual(decodedTokens(draft(text, findings)), [
      'unknownName: Petri Salo',
      'placeholder: TK',
      'unknownName: Petri Salo',
    ]);
  });

  it('leave out headings, links and emphasis', () => {
    assert.deepEqual(
      decodedTokens(
        draft(
          '# Lindqvist in Oulu\n\n*Adaeze Lindqvist, a note*\n\n“We **never** left [Oulu](https://example.org), I `say`,” Lindqvist said.',
        ),
      ),
      [
        'quote: “We',
        'quote: left',
        'quote: , I',
        'quote: ,”',
        'knownName: Lindqvist',
        'attribution: said',
      ],
    );
  });

  it('are on one line each, in UTF-16 units', () => {
    assert.deepEqual(
      decodedTokens(
        draft(
          '🎤🔥 “We love\r\nthis 🌉 town,” said Ms.\r\nLindqvist.\r\n\r\n> In Oulu\r\n> “so far\r\n> away” it is.',
        ),
      ),
      [
        'quote: “We love',
        'quote: this 🌉 town,”',
        'attribution: said Ms.',
        'knownName: Lindqvist',
        'knownName: Oulu',
        'quote: “so far',
        'quote: away”',
      ],
    );
  });

  it('for a range are those that touch it', () => {
    const range = { start: { line: 2, character: 3 }, end: { line: 2, character: 12 } };
    assert.deepEqual(decodedTokens(draft('Oulu.\n\nIn Oulu, Lindqvist left Oulu.'), range), [
      'knownName: Oulu',
      'knownName: Lindqvist',
    ]);
  });

  it('leave out code and comments', () => {
    assert.deepEqual(decodedTokens(draft('    Oulu\n\n<!-- Oulu -->\n\n`Oulu`')), []);
  });
});
