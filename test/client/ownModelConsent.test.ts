import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Consent, OwnModelConsent } from '../../client/ownModelConsent.js';
import type { OwnModel } from '../../protocol/secondOpinion.js';

const FOLDER = 'file:///stories/pool';
const OTHER = 'file:///stories/gym';
const LOCAL: OwnModel = {
  kind: 'loopback',
  address: 'http://127.0.0.1:11434/v1',
  name: 'mistral',
};
const COPILOT: OwnModel = { kind: 'editor', id: 'gpt', name: 'GPT', vendor: 'copilot' };

/** An editor whose memory, trust and answers the test controls. */
class Editor {
  stored: unknown;
  isTrusted = true;
  readonly told: (readonly [folder: string, model: string | undefined])[] = [];
  readonly consent = new OwnModelConsent({
    remembered: () => this.stored,
    remember: (consents) => {
      this.stored = JSON.parse(JSON.stringify(consents)) as unknown;
      return Promise.resolve();
    },
    isTrusted: () => this.isTrusted,
    changed: (folder, consent) => this.told.push([folder, consent?.model.name]),
  });

  choose(
    model: OwnModel,
    answer: 'use' | 'useWithConfidential' | 'no',
    folder = FOLDER,
  ): Promise<boolean> {
    return this.consent.choose(folder, model, () => Promise.resolve(answer));
  }
}

describe('the consent to a model', () => {
  it('is none at first: nothing is remembered, told or allowed', () => {
    const { consent, told } = new Editor();
    assert.equal(consent.of(FOLDER), undefined);
    assert.equal(consent.isAny, false);
    assert.equal(consent.allows(FOLDER, LOCAL), false);
    assert.deepEqual(told, []);
  });

  it('holds for the model and the folder that the reporter was asked about', async () => {
    const { consent, told } = new Editor();
    assert.equal(await consent.choose(FOLDER, LOCAL, () => Promise.resolve('use')), true);
    assert.deepEqual(consent.of(FOLDER), { model: LOCAL, sharesConfidential: false });
    assert.equal(consent.allows(FOLDER, LOCAL), true);
    assert.equal(consent.allows(FOLDER, { ...LOCAL, name: 'qwen' }), false);
    assert.equal(consent.allows(FOLDER, { ...LOCAL, address: 'http://127.0.0.1:1234/v1' }), false);
    assert.equal(consent.allows(FOLDER, COPILOT), false);
    assert.equal(consent.allows(OTHER, LOCAL), false);
    assert.deepEqual(told, [[FOLDER, 'mistral']]);
  });

  it('is not given by a refusal, which leaves an earlier one alone', async () => {
    const editor = new Editor();
    assert.equal(await editor.choose(LOCAL, 'no'), false);
    assert.equal(editor.stored, undefined);
    await editor.choose(LOCAL, 'use');
    assert.equal(await editor.choose(COPILOT, 'no'), false);
    assert.equal(editor.consent.allows(FOLDER, LOCAL), true);
    assert.equal(editor.told.length, 1);
  });

  it('shares confidential sources with a model on this machine alone', async () => {
    const editor = new Editor();
    await editor.choose(LOCAL, 'useWithConfidential');
    assert.equal(editor.consent.of(FOLDER)?.sharesConfidential, true);
    await editor.choose(COPILOT, 'useWithConfidential');
    assert.equal(editor.consent.of(FOLDER)?.sharesConfidential, false);
    await editor.choose(LOCAL, 'use');
    assert.equal(editor.consent.of(FOLDER)?.sharesConfidential, false);
  });

  it('is forgotten for one folder', async () => {
    const editor = new Editor();
    await editor.choose(LOCAL, 'use');
    await editor.choose(COPILOT, 'use', OTHER);
    assert.equal(await editor.consent.forget(FOLDER), true);
    assert.equal(editor.consent.of(FOLDER), undefined);
    assert.equal(editor.consent.allows(OTHER, COPILOT), true);
    assert.equal(await editor.consent.forget(FOLDER), false);
    assert.deepEqual(editor.told.at(-1), [FOLDER, undefined]);
    await editor.consent.forget(OTHER);
    assert.equal(editor.consent.isAny, false);
  });

  it('counts for nothing in a folder that is not trusted, where nobody is asked', async () => {
    const editor = new Editor();
    await editor.choose(LOCAL, 'use');
    editor.isTrusted = false;
    assert.equal(editor.consent.of(FOLDER), undefined);
    assert.equal(editor.consent.allows(FOLDER, LOCAL), false);
    let asked = 0;
    const answer = (): Promise<'use'> => {
      asked++;
      return Promise.resolve('use');
    };
    assert.equal(await editor.consent.choose(OTHER, LOCAL, answer), false);
    assert.equal(asked, 0);
  });

  it('is none if what is remembered is damaged', () => {
    const good: Consent = { model: LOCAL, sharesConfidential: false };
    for (const stored of [
      'yes',
      [good],
      { [FOLDER]: true },
      { [FOLDER]: { ...good, sharesConfidential: 'no' } },
      { [FOLDER]: { ...good, model: { kind: 'loopback', name: 'mistral' } } },
      { [FOLDER]: { ...good, model: { ...COPILOT, vendor: 1 } } },
      { [FOLDER]: { ...good, model: { ...LOCAL, kind: 'cloud' } } },
      { [FOLDER]: { model: COPILOT, sharesConfidential: true } },
    ]) {
      const editor = new Editor();
      editor.stored = stored;
      assert.equal(editor.consent.of(FOLDER), undefined, JSON.stringify(stored));
      assert.equal(editor.consent.isAny, false);
    }
  });
});
