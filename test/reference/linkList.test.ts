import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { indexSource } from '../../server/reference/indexSource.js';
import { addressesIn } from '../../server/reference/linkList.js';
import { decodeSourceIndex, encodeSourceIndex } from '../../server/reference/sourceIndexBytes.js';
import { restoreIndexes, storeIndexes } from '../../server/reference/storedIndexes.js';

describe('a list of links', () => {
  it('has the address of each line', () => {
    const cases: readonly [text: string, ...addresses: string[]][] = [
      ['https://a.example/x?y=1&z=2\n', '1 https://a.example/x?y=1&z=2'],
      [
        '# Lido\n\n- Agenda: https://a.example/agenda.\n- [Plan](https://a.example/plan) of 3 May\n* <http://b.example>\r\nwww.c.example/Bjørn',
        ...['3 https://a.example/agenda', '4 https://a.example/plan', '5 http://b.example'],
        '6 www.c.example/Bjørn',
      ],
      [
        'The agenda\nhttps://a.example\nThe plan\nhttps://b.example',
        '2 https://a.example',
        '4 https://b.example',
      ],
      ['[InternetShortcut]\nURL=https://a.example/\n', '2 https://a.example/'],
    ];
    for (const [text, ...addresses] of cases) {
      assert.deepEqual(
        addressesIn(text).map(({ address, line }) => `${line} ${address}`),
        addresses,
      );
    }
  });

  it('is no text that has an address beside others', () => {
    for (const text of [
      '',
      'The lido stays open.\n\nIt is cold.\n\nMore: https://a.example',
      'The council said at https://a.example that it would keep the lido open for the whole of the winter.',
    ]) {
      assert.deepEqual(addressesIn(text), []);
    }
  });

  it('is kept with its index, to a fixed number of addresses', () => {
    const text = 'https://a.example\n'.repeat(100_000);
    const index = indexSource({ name: 'links.txt', text: text.slice(0, 18 * 300) });
    assert.equal(index.addresses?.length, 200);
    assert.equal(addressesIn(text).length, 200);
    for (const kept of [
      decodeSourceIndex(encodeSourceIndex(index)),
      restoreIndexes(storeIndexes([index]))?.[0],
    ]) {
      assert.deepEqual(kept?.addresses, index.addresses);
    }
    assert.equal(
      indexSource({ name: 'a.csv', text: 'a,https://a.example\n' }).addresses,
      undefined,
    );
  });
});
