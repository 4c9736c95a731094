import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { countCells, readDelimitedTable } from '../../server/prose/delimitedTable.js';
import { readProse } from '../../server/prose/prose.js';

/** The cells of a table as “row.column text”. */
const cells = (text: string): readonly string[] =>
  readDelimitedTable(text).map(({ text: value, cell }) => `${cell?.row}.${cell?.column} ${value}`);

describe('a table of delimited values', () => {
  it('has its cells at their places, also beside empty ones', () => {
    assert.deepEqual(cells('\uFEFFItem,2023,2024\r\nPilot boats,,14\r\n'), [
      '0.0 Item',
      '0.1 2023',
      '0.2 2024',
      '1.0 Pilot boats',
      '1.2 14',
    ]);
  });

  it('is separated by tabs or semicolons where its first line is', () => {
    assert.deepEqual(cells('a\tb, c\n1\t2'), ['0.0 a', '0.1 b, c', '1.0 1', '1.1 2']);
    assert.deepEqual(cells('a;b\n1,5;2,5'), ['0.0 a', '0.1 b', '1.0 1,5', '1.1 2,5']);
    assert.deepEqual(cells('"Boats, 2024"\na,b'), ['0.0 Boats, 2024', '1.0 a', '1.1 b']);
  });

  it('has quoted cells with delimiters, line breaks and quotation marks', () => {
    const text = 'a,b\n"Harrow, East","the ""old""\nmill"\n1,2';
    assert.deepEqual(cells(text), [
      '0.0 a',
      '0.1 b',
      '1.0 Harrow, East',
      '1.1 the "old" mill',
      '2.0 1',
      '2.1 2',
    ]);
    const mill = readDelimitedTable(text).find(({ text: value }) => value.endsWith('mill'));
    const at = mill?.map.toDraft(10, 14) ?? { start: 0, end: 0 };
    assert.equal(text.slice(at.start, at.end), 'mill');
  });

  it('has a quotation mark that does not end a cell as it is', () => {
    assert.deepEqual(cells('a,b\n"5,6\n"3" pipe,"x"\n'), [
      '0.0 a',
      '0.1 b',
      '1.0 "5',
      '1.1 6',
      '2.0 "3" pipe',
      '2.1 x',
    ]);
  });

  it('has no sentences in its figures', () => {
    const { blocks } = readProse('Boats,"1,400",£3.2', 'table');
    assert.deepEqual(
      blocks.map(({ text, sentences }) => [text, sentences.length]),
      [
        ['Boats', 1],
        ['1,400', 0],
        ['£3.2', 0],
      ],
    );
  });

  it('has its filled cells counted up to a limit', () => {
    assert.equal(countCells('a,,"b,c"\n,d'), 3);
    assert.equal(countCells('a,b,c\nd', 2), 2);
    assert.equal(countCells(''), 0);
  });

  it('may be damaged or huge', () => {
    const texts = [
      '',
      '"',
      '""',
      ',',
      '"a"b"c,\n',
      '\uD800,"\uDC00',
      ',"'.repeat(100_001),
      ',"""'.repeat(100_001),
      ',""x'.repeat(100_001),
      `"${'""'.repeat(500_000)}`,
      'x'.repeat(1_000_000),
      '"'.repeat(1_000_001),
      `a,${'b'.repeat(1_000_000)}\n1,2`,
    ];
    for (const text of texts) assert.doesNotThrow(() => readDelimitedTable(text));
  });
});
