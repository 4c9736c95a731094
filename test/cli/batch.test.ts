import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ReadingQueue } from '../../server/inference/readingQueue.js';
import { FakeReader } from '../inference/fakeReader.js';
import { ABOUT_SAMPLE, ELSEWHERE, SAMPLE } from '../regatta.js';
import { copydesk } from './testHost.js';

async function answers(...lines: readonly string[]): Promise<readonly unknown[]> {
  const { output } = await copydesk(['batch'], {
    input: lines.map((line) => `${line}\n`).join(''),
  });
  return output
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

describe('copydesk batch', () => {
  it('answers each request in order', async () => {
    const request = (id: string): string => JSON.stringify({ id, draft: '', sources: [] });
    assert.deepEqual(await answers(request('b'), request('a')), [
      { id: 'b', findings: [], claims: [] },
      { id: 'a', findings: [], claims: [] },
    ]);
  });

  it('accepts a last line without a line feed, CRLF and a byte order mark', async () => {
    const { output, status } = await copydesk(['batch'], {
      input: '\uFEFF{"id":"1","draft":""}\r\n{"id":"2","draft":""}',
    });
    assert.equal(status, 0);
    assert.equal(output.split('\n').length, 3);
  });

  it('answers an invalid line with an error, and continues', async () => {
    const given = await answers(
      'not JSON',
      '[]',
      '{"draft":"x"}',
      '{"id":7,"draft":"x"}',
      '{"id":"a"}',
      '{"id":"b","draft":"x","sources":{}}',
      '{"id":"c","draft":"x","sources":[{"name":"n"}]}',
      '',
      '{"id":"d","draft":""}',
    );
    assert.deepEqual(given, [
      { id: null, error: 'the line is not JSON' },
      { id: null, error: 'a request must be a JSON object' },
      { id: null, error: '"id" must be a string' },
      { id: null, error: '"id" must be a string' },
      { id: 'a', error: '"draft" must be a string' },
      { id: 'b', error: '"sources" must be an array' },
      { id: 'c', error: 'each source must have a "name" and a "text", both strings' },
      { id: null, error: 'the line is not JSON' },
      { id: 'd', findings: [], claims: [] },
    ]);
  });

  it('has another exit status after an invalid line', async () => {
    assert.equal((await copydesk(['batch'], { input: '{"id":"1","draft":""}\n' })).status, 0);
    assert.equal((await copydesk(['batch'], { input: 'nonsense\n' })).status, 2);
  });

  it('rejects bytes that are not text', async () => {
    const { output } = await copydesk(['batch'], { input: Buffer.from([0x22, 0xff, 0x22, 0x0a]) });
    assert.deepEqual(JSON.parse(output), { id: null, error: 'the line is not valid UTF-8' });
  });

  it('uses only the sources of the request', async () => {
    const source = {
      name: 'desk.md',
      text: 'Council leader Maren Oduya opened the lido on Monday.',
    };
    const draft = 'Council leader Maren Oduay opened the lido.';
    const [known, unknown] = await answers(
      JSON.stringify({ id: '1', draft, sources: [source] }),
      JSON.stringify({ id: '2', draft, sources: [] }),
    );
    assert.match(JSON.stringify(known), /name\/misspelled/u);
    assert.doesNotMatch(JSON.stringify(unknown), /name\/misspelled/u);
  });

  it('checks a request without sources against the sample only if the draft is about it', async () => {
    const request = (id: string, draft: string): string => JSON.stringify({ id, draft });
    const { output } = await copydesk(['batch'], {
      input: [request('1', ABOUT_SAMPLE), request('2', ELSEWHERE)].join('\n'),
      shipped: SAMPLE,
    });
    const [about, elsewhere] = output.trim().split('\n');
    assert.match(about ?? '', /claim\/contradicted/u);
    assert.deepEqual(JSON.parse(elsewhere ?? ''), { id: '2', findings: [], claims: [] });
  });

  it('applies the ignore comments of the draft', async () => {
    const draft = 'Did they open the the lido?';
    const comment = '<!-- copydesk-ignore sentence/repeated-word -->\n\n';
    const [reported, suppressed] = await answers(
      JSON.stringify({ id: '1', draft, sources: [] }),
      JSON.stringify({ id: '2', draft: comment + draft, sources: [] }),
    );
    assert.match(JSON.stringify(reported), /repeated-word/u);
    assert.deepEqual(suppressed, { id: '2', findings: [], claims: [] });
  });

  it('reads no further requests while its answers are not read', async () => {
    let asked = 0;
    const input = (async function* () {
      for (; asked < 10; asked++) yield await Promise.resolve(Buffer.from('{}\n'));
    })();
    let written = 0;
    const reader = new Promise<void>((resolve) => {
      void copydesk(['batch'], {
        input,
        write: () => {
          written++;
          resolve();
          return new Promise(() => undefined);
        },
      });
    });
    await reader;
    assert.deepEqual([asked, written], [0, 1]);
  });

  it('waits until all sentences are read, each once', async () => {
    const reader = new FakeReader();
    const draft = 'The lido opened on Monday. It is warm.';
    const line = `${JSON.stringify({ id: '1', draft, sources: [] })}\n`;
    await copydesk(['batch'], { input: line + line, reader: new ReadingQueue(reader) });
    assert.deepEqual(reader.asked, [['The lido opened on Monday.', 'It is warm.']]);
    assert.equal(reader.stops, 1);
  });

  it('reads no sentence with --no-reader', async () => {
    const reader = new FakeReader();
    const line = `${JSON.stringify({ id: '1', draft: 'The lido opened.', sources: [] })}\n`;
    const { output } = await copydesk(['batch', '--no-reader'], {
      input: line,
      reader: new ReadingQueue(reader),
    });
    assert.match(output, /^\{"id":"1"/u);
    assert.deepEqual(reader.asked, []);
  });

  it('checks no spelling with --spelling off', async () => {
    const line = `${JSON.stringify({ id: '1', draft: 'They recieve guests.', sources: [] })}\n`;
    const { output: checked } = await copydesk(['batch', '--no-reader'], { input: line });
    assert.match(checked, /spelling\/misspelled/u);
    const args = ['batch', '--no-reader', '--spelling', 'off'];
    assert.match((await copydesk(args, { input: line })).output, /"findings":\[\]/u);
  });

  it('rejects file arguments', async () => {
    const { status, errors } = await copydesk(['batch', 'requests.jsonl']);
    assert.equal(status, 2);
    assert.deepEqual(errors[0], 'copydesk: batch reads standard input and takes no files');
  });
});
