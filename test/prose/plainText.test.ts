import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readPlainText } from '../../server/prose/plainText.js';

describe('plain text', () => {
  const paragraphs = (text: string): readonly string[] =>
    readPlainText(text).map((block) => block.text);

  it('has each of several labelled lines as a paragraph, with the lines that continue it', () => {
    assert.deepEqual(paragraphs('From: Ada Roe\nTo: Newsdesk\nSubject: Mill Lane\nand the lido'), [
      'From: Ada Roe',
      'To: Newsdesk',
      'Subject: Mill Lane and the lido',
    ]);
  });

  it('has lines with a single label as one paragraph', () => {
    assert.deepEqual(paragraphs('The mayor made one\nPromise: it would\nnever rain.'), [
      'The mayor made one Promise: it would never rain.',
    ]);
  });
});
