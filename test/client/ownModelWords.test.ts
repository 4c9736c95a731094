import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  askingQuestion,
  consentQuestion,
  whereItRuns,
  withoutLinks,
} from '../../client/ownModelWords.js';
import {
  type OwnModel,
  type SecondOpinionPlan,
  outcomeText,
} from '../../protocol/secondOpinion.js';

const LOCAL: OwnModel = {
  kind: 'loopback',
  address: 'http://127.0.0.1:11434/v1',
  name: 'mistral',
};
const COPILOT: OwnModel = { kind: 'editor', id: 'gpt', name: 'GPT', vendor: 'copilot' };
const PLAN: SecondOpinionPlan = {
  files: [
    { file: 'pool.md', characters: 1204 },
    { file: 'sources/council.md', characters: 3400 },
  ],
  requests: 7,
  known: 0,
  withheld: 0,
};

describe('where a model runs', () => {
  it('is told as far as that can be known', () => {
    assert.equal(
      whereItRuns(COPILOT, 'this machine'),
      'It runs on servers of GitHub Copilot, not on this machine.',
    );
    assert.equal(
      whereItRuns({ ...COPILOT, vendor: 'ollama' }, 'this machine'),
      '“ollama” in this editor offers it; whether it runs on this machine cannot be known.',
    );
    assert.equal(
      whereItRuns(LOCAL, 'this machine'),
      'The server at 127.0.0.1:11434 on this machine offers it; whether that passes texts on cannot be known.',
    );
    for (const name of ['gpt-oss:120b-cloud', 'kimi:cloud'])
      assert.match(whereItRuns({ ...LOCAL, name }, 'this machine'), /passed on to a cloud/u);
    assert.match(
      whereItRuns(LOCAL, 'the machine of this window'),
      /on the machine of this window/u,
    );
  });
});

describe('a name in a message', () => {
  const name = '[Use It](command:acme.send) $(pass)';

  it('is no link and no sign', () => {
    assert.equal(withoutLinks(name), '[Use It] (command:acme.send) $ (pass)');
    assert.equal(withoutLinks('a (small) model [q4]'), 'a (small) model [q4]');
  });

  it('is none in a question either', () => {
    const model = { ...LOCAL, name };
    const plan = { ...PLAN, files: [{ file: `${name}.md`, characters: 1 }] };
    for (const question of [
      consentQuestion(model, name, 'this machine', plan),
      askingQuestion(model, plan),
    ])
      assert.doesNotMatch(question, /\]\(|\$\(/u);
  });
});

describe('the question for consent', () => {
  it('says which model, where it runs, and how much of which files it would receive', () => {
    assert.equal(
      consentQuestion(LOCAL, 'pool', 'this machine', PLAN),
      'Let Copydesk ask mistral about claims in the folder “pool”? The server at 127.0.0.1:11434 on this machine offers it; whether that passes texts on cannot be known. For 7 claims to check it receives 1,204 characters of pool.md and 3,400 of sources/council.md. Nothing is sent until you ask for a second opinion.',
    );
  });

  it('says what would be sent without a draft, without claims, and beside confidential sources', () => {
    assert.match(
      consentQuestion(LOCAL, 'pool', 'this machine', undefined),
      /up to 170 words of your sources/u,
    );
    const nothing = { ...PLAN, files: [], requests: 0 };
    assert.match(
      consentQuestion(LOCAL, 'pool', 'this machine', nothing),
      / nothing would be sent: no claim in it is to check\. Nothing is sent until/u,
    );
    assert.match(
      consentQuestion(LOCAL, 'pool', 'this machine', { ...nothing, known: 1, withheld: 2 }),
      / nothing would be sent\. It has answered about 1 claim already\. Nothing is sent until .*\. 2 claims are left out /u,
    );
    assert.match(
      consentQuestion(COPILOT, 'pool', 'this machine', { ...PLAN, withheld: 2 }),
      /2 claims are left out because of a confidential or embargoed source or draft\.$/u,
    );
  });
});

describe('the question before all that is to check is asked about', () => {
  it('says how many requests there will be', () => {
    assert.equal(
      askingQuestion(LOCAL, { ...PLAN, known: 1 }),
      'Ask mistral for a second opinion in 7 requests? For 7 claims to check it receives 1,204 characters of pool.md and 3,400 of sources/council.md. It has answered about 1 claim already.',
    );
  });

  it('names the first files and sums up the others', () => {
    const files = [
      { file: 'pool.md', characters: 10 },
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ file: `${name}.md`, characters: 100 })),
    ];
    assert.match(
      askingQuestion(LOCAL, { ...PLAN, files, requests: 1 }),
      /in 1 request\? For 1 claim to check it receives 10 characters of pool\.md, 100 of a\.md, 100 of b\.md, 100 of c\.md, 100 of d\.md and 200 of 2 other files\./u,
    );
  });
});

describe('what became of a request', () => {
  const none = {
    answered: { supported: 0, contradicted: 0, undecided: 0 },
    unusable: 0,
    left: 0,
    withheld: 0,
  };

  it('is told in a sentence or two', () => {
    const answered = { supported: 2, contradicted: 0, undecided: 1 };
    assert.equal(
      outcomeText({ ...none, answered }, 'mistral'),
      'mistral on 3 claims: 2 supported, 1 not decided.',
    );
    assert.equal(
      outcomeText(
        { ...none, answered, unusable: 1, left: 2, withheld: 1, problem: 'No server answers.' },
        'mistral',
      ),
      'mistral on 3 claims: 2 supported, 1 not decided. 1 claim got no usable answer. No server answers. 2 claims were not asked about. 1 claim is left out because of a confidential or embargoed source or draft.',
    );
    assert.equal(outcomeText(none, 'mistral'), 'There is nothing to ask mistral about.');
    assert.equal(outcomeText({ ...none, unusable: 1 }, 'mistral'), '1 claim got no usable answer.');
  });
});
