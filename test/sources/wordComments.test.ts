import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, it } from 'mocha';
import { isUnreadable } from '../../server/sources/extractors/document.js';
import { readDocx } from '../../server/sources/extractors/docx.js';
import { type WordComment, withComments } from '../../server/sources/wordComments.js';
import { marked } from '../marked.js';
import { wordOf, wordParagraph } from './extractors/bytes.js';

const TYPES = { '[Content_Types].xml': '<Types></Types>' };
const AT = new Date('2026-11-28T23:10:30.123Z');

/** Comments on the marked words of some paragraphs, each with its number as the text. */
function commentsOn(...paragraphs: readonly string[]): readonly WordComment[] {
  return paragraphs
    .flatMap((paragraph, index) =>
      marked(paragraph).spans.map((span) => ({ paragraph: index, span })),
    )
    .map((place, index) => ({ ...place, author: 'Desk', initials: 'D', text: `No. ${index}` }));
}

/** The parts of a document with comments. */
function commented(
  bytes: Uint8Array,
  comments: readonly WordComment[],
): Readonly<Record<string, string>> {
  const result = withComments(bytes, comments, AT);
  assert.ok(result !== undefined);
  const parts = Object.entries(unzipSync(result));
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]));
}

const TAG =
  /<w:(?<which>commentRangeStart|commentRangeEnd|commentReference) w:id="(?<id>\d+)"\/>/gu;

/** A body as its text, with the ranges of comments as “[0” and “0]”, and their references as “^0”. */
function shown(body: string): string {
  return body
    .replace(TAG, (_, which: string, id: string) =>
      which === 'commentReference' ? `^${id}` : which === 'commentRangeStart' ? `[${id}` : `${id}]`,
    )
    .replace(/<[^>]*>/gu, '');
}

describe('a Word document with comments', () => {
  it('has each at its words, and its text as it was', () => {
    const bytes = wordOf(
      wordParagraph('The pool cost 900 pounds.') + wordParagraph('It rained.'),
      TYPES,
    );
    const comments = commentsOn('The pool cost [|900|] pounds.', '[|It rained.|]');
    const { 'word/document.xml': body = '', ...parts } = commented(bytes, comments);
    assert.equal(shown(body), 'The pool cost [09000]^0 pounds.[1It rained.1]^1');
    assert.match(
      parts['word/comments.xml'] ?? '',
      /^<\?xml.*<w:comments xmlns:w="[^"]+">.*<\/w:comments>$/u,
    );
    assert.match(
      parts['word/comments.xml'] ?? '',
      /<w:comment w:id="0" w:author="Desk" w:initials="D" w:date="2026-11-28T23:10:30Z"><w:p><w:r><w:t xml:space="preserve">No\. 0<\/w:t>/u,
    );
    assert.match(
      parts['word/_rels/document.xml.rels'] ?? '',
      /\/comments" Target="comments\.xml"\/><\/Relationships>$/u,
    );
    assert.match(parts['[Content_Types].xml'] ?? '', /<Override PartName="\/word\/comments\.xml"/u);
    const again = withComments(bytes, comments, AT) ?? bytes;
    assert.deepEqual(readDocx(again), readDocx(bytes));
  });

  it('keeps the look of words that it divides, and their spaces', () => {
    const run = '<w:r><w:rPr><w:b/></w:rPr><w:t>The old pool</w:t></w:r>';
    const comments = commentsOn('The [|old|] pool');
    const { 'word/document.xml': body = '' } = commented(
      wordOf(`<w:p>${run}</w:p>`, TYPES),
      comments,
    );
    assert.ok(
      body.includes(
        '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">The </w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">old</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> pool</w:t></w:r></w:p>',
      ),
      body,
    );
  });

  it('finds words over several runs, past entities, tabs and repeated spaces', () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">A  pool &amp; </w:t></w:r><w:hyperlink><w:r><w:t> a lido</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>shut in</w:t></w:r><w:r><w:t xml:space="preserve"> May.</w:t></w:r></w:p>';
    const comments = commentsOn('A [|pool & a|] lido [|shut|] in [|May|].');
    const bytes = wordOf(body, TYPES);
    const { 'word/document.xml': result = '' } = commented(bytes, comments);
    assert.equal(shown(result), 'A  [0pool &amp;  a0]^0 lido[1shut1]^1 in [2May2]^2.');
    assert.deepEqual(readDocx(withComments(bytes, comments, AT) ?? bytes), readDocx(bytes));
  });

  it('lets comments overlap and touch', () => {
    const text = 'The pool cost 900 pounds.';
    const at = (start: number, end: number): WordComment => ({
      ...{ paragraph: 0, span: { start, end }, author: 'Desk', initials: 'D', text: '' },
    });
    const { 'word/document.xml': body = '' } = commented(wordOf(wordParagraph(text), TYPES), [
      at(0, 25),
      at(4, 13),
      at(9, 17),
      at(17, 24),
    ]);
    assert.equal(shown(body), '[0The [1pool [2cost1]^1 9002]^2[3 pounds3]^3.0]^0');
  });

  it('puts a comment without a place on the paragraph, or on the nearest before it that can have comments', () => {
    const box = `<w:p><w:r><w:t>Around.</w:t></w:r><w:r><w:drawing><w:txbxContent>${wordParagraph('In a box.')}</w:txbxContent></w:drawing></w:r></w:p>`;
    const bytes = wordOf(wordParagraph('One.') + box, TYPES);
    const document = readDocx(bytes);
    assert.deepEqual(isUnreadable(document) ? [] : document.map(({ text }) => text), [
      'One.',
      'In a box.',
      'Around.',
    ]);
    const on = (paragraph: number, end: number): WordComment => ({
      ...{ paragraph, span: { start: 0, end }, author: 'Desk', initials: 'D', text: '' },
    });
    const { 'word/document.xml': body = '' } = commented(bytes, [on(1, 2), on(2, 0), on(7, 3)]);
    assert.equal(shown(body), '[0One.0]^0[1[2Around.1]^12]^2In a box.');
  });

  it('adds to the comments that are there', () => {
    const bytes = wordOf(wordParagraph('It rained.'), {
      ...TYPES,
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="r1" Type="http://x/comments" Target="notes.xml"/></Relationships>',
      'word/notes.xml': '<w:comments><w:comment w:id="6"/></w:comments>',
    });
    const parts = commented(bytes, commentsOn('It [|rained|].'));
    assert.match(parts['word/notes.xml'] ?? '', /<w:comment w:id="6"\/><w:comment w:id="7"/u);
    assert.equal(parts['word/comments.xml'], undefined);
    assert.equal(parts['[Content_Types].xml'], TYPES['[Content_Types].xml']);
  });

  it('adds to an empty list of comments', () => {
    const bytes = wordOf(wordParagraph('It rained.'), {
      ...TYPES,
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="r1" Type="http://x/comments" Target="comments.xml"/></Relationships>',
      'word/comments.xml': '<w:comments xmlns:w="x" />',
    });
    const { 'word/comments.xml': list = '' } = commented(bytes, commentsOn('It [|rained|].'));
    assert.match(list, /^<w:comments xmlns:w="x" ><w:comment w:id="0".*<\/w:comments>$/u);
  });

  it('shows any text of a comment, in a paragraph for each line', () => {
    const [comment] = commentsOn('[|It rained.|]');
    assert.ok(comment !== undefined);
    const bytes = wordOf(wordParagraph('It rained.'), TYPES);
    const text = 'a < b & "c"\u0001\nd';
    const parts = commented(bytes, [{ ...comment, text }]);
    assert.match(
      parts['word/comments.xml'] ?? '',
      />a &lt; b &amp; &quot;c&quot;<\/w:t><\/w:r><\/w:p><w:p><w:r><w:t xml:space="preserve">d</u,
    );
  });

  it('is none for empty bytes', () => {
    assert.equal(withComments(strToU8('no'), [], AT), undefined);
    assert.equal(withComments(zipSync({ a: strToU8('') }), [], AT), undefined);
  });
});
