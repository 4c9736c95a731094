import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { recordingPage, recordingPlaceOf } from '../../client/recordingPage.js';

describe('a recording', () => {
  it('is found in a link with its second', () => {
    assert.deepEqual(recordingPlaceOf('file:///a%23t.mp4#t=3847'), {
      uri: 'file:///a%23t.mp4',
      second: 3847,
    });
    for (const link of ['file:///a.mp4', 'file:///a.mp4#t=x', '#t=1', undefined, 7]) {
      assert.equal(recordingPlaceOf(link), undefined);
    }
  });

  it('is played from its second on, in a page that loads nothing else', () => {
    const place = { uri: 'https://files.example/"a".mp4', second: 61 };
    const page = recordingPage('<a>.mp4', place, 'https://files.example');
    assert.ok(page.includes('<video src="https://files.example/&quot;a&quot;.mp4#t=61" controls'));
    assert.ok(page.includes('default-src &#39;none&#39;; media-src https://files.example; style'));
    assert.ok(page.includes('<title>&lt;a&gt;.mp4</title>') && !page.includes('<a>'));
    assert.ok(!page.includes('<script'));
  });
});
