import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isUnreadable } from '../../../server/sources/extractors/document.js';
import { readDocument } from '../../../server/sources/extractors/readDocument.js';
import { buildBase } from '../../../server/reference/indexSource.js';
import { indexesOf } from '../../../server/sources/sourceInput.js';

const HEAD = `From: =?utf-8?Q?Zo=C3=AB_Roe?= <zoe.roe@lund.example>
To: Tom Hale <tom@harrow.example>, desk@harrow.example
Date: Mon, 22 Jul 2024 23:40:00 -0400
Subject: The lido
MIME-Version: 1.0
`;

async function read(mail: string | Uint8Array): Promise<readonly string[]> {
  const document = await readDocument('mail', Buffer.from(mail));
  if (isUnreadable(document)) return [document.unreadable];
  return document.map(({ kind, text }) => (kind === 'paragraph' ? text : `${kind}: ${text}`));
}

const SHOWN_HEAD = [
  'From: Zoë Roe <zoe.roe@lund.example>',
  'To: Tom Hale <tom@harrow.example>, desk@harrow.example',
  'Date: Mon, 22 Jul 2024 23:40:00 -0400',
  'heading: Subject: The lido',
];

describe('a mail', () => {
  it('has its head and its text in paragraphs', async () => {
    const mail = `${HEAD}Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The lido in Bj=F8rnsk stays=
 open.
It opened in 1936.

We heat it.
`.replaceAll('\n', '\r\n');
    assert.deepEqual(await read(mail), [
      ...SHOWN_HEAD,
      'The lido in Bjørnsk stays open. It opened in 1936.',
      'We heat it.',
    ]);
  });

  it('is read from its text rather than its HTML, and names its attachments', async () => {
    const mail = `${HEAD}Content-Type: multipart/mixed; boundary=a

--a
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain

The lido stays open.
--b
Content-Type: text/html

<p>Not this.</p>
--b--
--a
Content-Type: application/pdf; name="plan.pdf"
Content-Disposition: attachment; filename="plan.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--a
Content-Type: message/rfc822
Content-Disposition: attachment; filename="older.eml"

Subject: Secret

The lido is shut.
--a--
`;
    assert.deepEqual(await read(mail), [
      ...SHOWN_HEAD,
      'heading: Attachments, not read: plan.pdf, older.eml',
      'The lido stays open.',
    ]);
  });

  it('without text is read from its HTML', async () => {
    const mail = `${HEAD}Content-Type: text/html

<html><body><p>The lido <b>stays</b> open.</p><blockquote>It is shut.</blockquote><script>1</script></body></html>
`;
    assert.deepEqual(await read(mail), [
      ...SHOWN_HEAD,
      'The lido stays open.',
      'quotation: It is shut.',
    ]);
  });

  it('attributes no words of an earlier mail to its sender', async () => {
    const head = HEAD.replace(/^From: .*$/mu, 'From: Ada Roe <ada.roe@lund.example>');
    const body = `
I heat the lido. I will not close it.

Ada Roe

> I would close it.
> It is cold.
`;
    assert.deepEqual((await read(head + body)).slice(4), [
      'I heat the lido. I will not close it.',
      'Ada Roe',
      'quotation: I would close it. It is cold.',
    ]);
    const document = await readDocument('mail', Buffer.from(head + body));
    assert.ok(!isUnreadable(document));
    const [index] = indexesOf({ name: 'a.eml', paragraphs: document }) ?? [];
    assert.equal(index?.kind, 'mail');
    assert.deepEqual(index.date, { year: 2024, month: 7, day: 22 });
    const { base } = buildBase([{ name: 'a.eml', paragraphs: document }]);
    assert.deepEqual(
      [...base.facts].flatMap(({ text, speaker }) => (speaker === undefined ? [] : [text])),
      ['I heat the lido.', 'I will not close it.'],
    );
    for (const earlier of [
      '-----Original Message-----',
      'Begin forwarded message:\n',
      'From: Tom Hale\nSent: Sunday',
    ]) {
      const shown = await read(`${HEAD}\nThanks.\n\n${earlier}\n\nI would close it.\n`);
      assert.equal(shown[4], 'Thanks.');
      assert.equal(shown.at(-1), 'quotation: I would close it.');
    }
  });

  it('may be damaged or hostile', async () => {
    assert.deepEqual(await read('The lido is open.'), ['is not a mail (.eml) or is damaged']);
    assert.deepEqual(await read(''), ['is not a mail (.eml) or is damaged']);
    const nested = Array.from(
      { length: 200 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    );
    assert.deepEqual(await read(HEAD + nested.join('')), ['is nested too deeply']);
    const head = `From: ${'<'.repeat(100_000)}\nSubject: ${'=?utf-8?Q?=C3'.repeat(20_000)}\n\n`;
    const texts = [
      `${head}a`,
      `${HEAD}\n${'> '.repeat(500_000)}`,
      `${HEAD}\n${'x'.repeat(1_000_000)}`,
      `${HEAD}Content-Type: text/html\n\n${'<b>'.repeat(100_000)}`,
      `${HEAD}Content-Transfer-Encoding: base64\n\n${'===='.repeat(100_000)}`,
    ];
    for (const text of texts) assert.ok((await read(text)).length > 0);
  });
});
