import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { OpinionTable } from '../../server/secondOpinion/opinionTable.js';
import { answerText } from '../secondOpinion/fakeModel.js';
import { FakeServer } from '../secondOpinion/fakeServer.js';
import { type Outcome, copydesk } from './testHost.js';

const SHUT = 'The outdoor pool in Sundvik stays shut until its roof is repaired.';
const CLAIM = 'Swimmers in Sundvik wait for a new roof on the pool.';
const FILES = {
  'draft.md': `${CLAIM}\n`,
  'sources/council.md': `${SHUT} The gym is open.\n`,
};
const ADDRESS = ['--second-opinion', 'http://127.0.0.1:11434/v1', '--model', 'mistral'];
const SUPPORTED = answerText({ verdict: 'supported', passage: 1, quote: SHUT });

function check(args: readonly string[], server: FakeServer, files = FILES): Promise<Outcome> {
  return copydesk(['check', 'draft.md', ...args], { files, loopback: server });
}

describe('a second opinion on the command line', () => {
  it('is printed below the findings, and is no verdict', async () => {
    const server = new FakeServer(() => SUPPORTED);
    const { status, output, errors } = await check(ADDRESS, server);
    assert.deepEqual([status, errors], [0, []]);
    assert.equal(
      output,
      `draft.md:1:1  second opinion
  ${CLAIM}
  Supported (second opinion, mistral).
    source  sources/council.md:1  ${SHUT}

No problems in 1 draft. 1 claim: 1 to check.
Checked against 1 source (1 other name, 2 facts). mistral at 127.0.0.1:11434 was asked for second opinions.
`,
    );
    assert.equal(server.asked.length, 1);
  });

  it('is in JSON in addition to the verdict', async () => {
    const server = new FakeServer(() =>
      answerText({ verdict: 'contradicted', passage: 1, quote: SHUT, words: ['a new roof'] }),
    );
    const { output } = await check([...ADDRESS, '--format', 'json'], server);
    const { files } = JSON.parse(output) as {
      readonly files: readonly {
        readonly findings: object[];
        readonly claims: readonly object[];
      }[];
    };
    const [claim] = files[0]?.claims ?? [];
    assert.ok(claim !== undefined && 'verdict' in claim && 'opinion' in claim);
    assert.equal(claim.verdict, 'unclear');
    assert.deepEqual(claim.opinion, {
      model: 'mistral',
      verdict: 'contradicted',
      evidence: [{ source: 'sources/council.md', line: 1, text: SHUT }],
      words: ['a new roof'],
    });
    assert.deepEqual(files[0]?.findings, []);
  });

  it('is left out if the examination rejects the answer', async () => {
    const server = new FakeServer(() =>
      answerText({ verdict: 'supported', passage: 1, quote: 'The roof was mended last week.' }),
    );
    const { status, output, errors } = await check(ADDRESS, server);
    assert.equal(status, 0);
    assert.doesNotMatch(output, /Supported/u);
    assert.deepEqual(errors, ['copydesk: 1 claim got no usable answer.']);
  });

  it('is requested only for claims that are left to check', async () => {
    const server = new FakeServer(() => SUPPORTED);
    const files = { ...FILES, 'draft.md': `${SHUT}\n` };
    const { output } = await check(ADDRESS, server, files);
    assert.match(output, /1 claim: 1 supported/u);
    assert.deepEqual(server.asked, []);
  });

  it('is not requested for claims near a confidential source, unless the reporter allows it', async () => {
    const tip =
      '---\nconfidential: true\n---\n\nThe contractor of the pool roof in Sundvik is insolvent.\n';
    const files = { ...FILES, 'sources/tip-from-grigg.md': tip };
    const server = new FakeServer(() => SUPPORTED);
    const withheld = await check(ADDRESS, server, files);
    assert.deepEqual(server.asked, []);
    assert.match(withheld.errors.join(), /1 claim is left out because of a confidential/u);
    const quote = 'The contractor of the pool roof in Sundvik is insolvent.';
    const told = new FakeServer((user) =>
      answerText({
        verdict: 'supported',
        passage: user.indexOf('contractor') < user.indexOf('stays shut') ? 1 : 2,
        quote,
      }),
    );
    const { output } = await check([...ADDRESS, '--with-confidential'], told, files);
    assert.equal(told.asked.length, 1);
    assert.match(told.asked[0] ?? '', /insolvent/u);
    assert.match(output, /Supported \(second opinion, mistral\)/u);
    assert.match(output, /confidential source/u);
    assert.doesNotMatch(output, /tip-from-grigg|insolvent/u);
  });

  it('keeps the answers so far when the server fails, with a message', async () => {
    const server = new FakeServer(() => SUPPORTED);
    server.failsFrom = 2;
    const files = {
      ...FILES,
      'draft.md': `${CLAIM}\n\nThe gym beside the pool in Sundvik can be used.\n`,
    };
    const { status, output, errors } = await check(ADDRESS, server, files);
    assert.equal(status, 2);
    assert.match(errors.join(), /failed \(HTTP status 503\)/u);
    assert.match(output, /Supported \(second opinion, mistral\)/u);
    assert.match(output, /2 claims: 2 to check/u);
  });

  it('is requested once if answers are kept', async () => {
    const server = new FakeServer(() => SUPPORTED);
    const opinionStore = new OpinionTable();
    const run = (): Promise<Outcome> =>
      copydesk(['check', 'draft.md', ...ADDRESS, '--cache', 'kept'], {
        ...{ files: FILES, loopback: server, opinionStore },
      });
    const [first, second] = [await run(), await run()];
    assert.equal(server.asked.length, 1);
    assert.equal(second.output, first.output);
  });

  it('is requested no more often than the reporter wants', async () => {
    const server = new FakeServer(() => answerText({}));
    const files = {
      ...FILES,
      'draft.md': `${CLAIM}\n\nThe gym beside the pool in Sundvik can be used.\n`,
    };
    const { status, errors } = await check([...ADDRESS, '--requests', '1'], server, files);
    assert.equal(server.asked.length, 1);
    assert.equal(status, 2);
    assert.match(errors.join(), /The limit of 1 request is reached; --requests sets another\./u);
  });

  it('needs an address of this machine, a model and sensible numbers', async () => {
    const wrong: readonly (readonly [args: readonly string[], reason: RegExp])[] = [
      [
        ['--second-opinion', 'http://models.example/v1', '--model', 'm'],
        /models\.example is not this machine/u,
      ],
      [['--second-opinion', 'https://127.0.0.1/v1', '--model', 'm'], /is not an address such as/u],
      [['--second-opinion', 'http://127.0.0.1/v1'], /needs --model/u],
      [['--model', 'm'], /--model needs --second-opinion/u],
      [[...ADDRESS, '--requests', '0'], /--requests takes a number above 0/u],
      [[...ADDRESS, '--answer-within', 'soon'], /--answer-within takes a number above 0/u],
    ];
    for (const [args, reason] of wrong) {
      const server = new FakeServer(() => SUPPORTED);
      const { status, output, errors } = await check(args, server);
      assert.deepEqual([status, output, server.asked], [2, '', []], args.join(' '));
      assert.match(errors.join(), reason);
    }
  });

  it('is requested only with the option', async () => {
    // The host of these tests throws if a model is asked.
    const { status, output } = await copydesk(['check', 'draft.md'], { files: FILES });
    assert.equal(status, 0);
    assert.doesNotMatch(output, /second opinion/u);
  });
});
