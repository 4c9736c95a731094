import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { entity, findings, person } from './findNames.js';

const BASE = [
  person('Marta Wójcik', 'presiding judge', 'Gdańsk District Court'),
  person('Lin Meihua', 'glaciologist', 'Polar Survey'),
  entity('body', "Queen's College Cork"),
];

describe('the name check', () => {
  it('accepts any text', () => {
    const texts = [
      '',
      ' \r\n\r\n',
      '\uD800 Marta \uDFFF Wojick 🙂 Lin\u0301 Meihau',
      "'s ’s '' Queen's's' College",
      '- \n- Marta-\n- -Wójcik\n\n| Marta | Wojick |\n|---|---|\n| Lin | Meihau |',
      'A. B. C. D. '.repeat(500),
      'Wojick '.repeat(3000),
      'Wójcik-Wojick-'.repeat(1500),
      `W${'o'.repeat(100_000)}jcik`,
    ];
    for (const text of texts) {
      for (const { span } of findings(text, BASE)) {
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }
    }
  });

  it('reports nothing without names', () => {
    assert.deepEqual(findings('The river rose by a metre and fell again.', []), []);
  });

  it('reports an occurrence once, under one code', () => {
    const reported = findings(
      'Marta Wojick opened the case. Ms. Wojick spoke. Lin Meihua left.',
      BASE,
    );
    assert.deepEqual(
      reported.map(({ code }) => code),
      ['name/misspelled', 'name/misspelled'],
    );
  });
});
