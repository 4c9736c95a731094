import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Paragraph } from '../../prose/paragraphs.js';
import { readPlainText } from '../../prose/plainText.js';
import { type Document, isUnreadable } from './document.js';
import { readHtmlBody } from './html.js';
import { TOO_DEEP_REASON } from './limits.js';
import { withShortLinesApart } from './shortLines.js';

/** The deepest nesting of parts; forwarding a mail with attachments adds two levels. */
const MAX_DEPTH = 50;

/**
 * Extracts the paragraphs of a mail (.eml, RFC 5322): sender, recipients, date, subject, the names of attachments, which
 * are not read, and the text, or the HTML if there is no text. What it quotes of an earlier mail becomes quotations.
 */
export async function readEml(bytes: Uint8Array): Promise<Document> {
  const parser = new PostalMime({ maxNestingDepth: MAX_DEPTH, forceRfc822Attachments: true });
  const mail = await parser.parse(bytes).catch(reasonOf);
  if ('unreadable' in mail) return mail;
  const { from, subject, headers } = mail;
  const date = headers.find(({ key }) => key === 'date')?.value;
  if (from === undefined && subject === undefined && date === undefined) {
    return { unreadable: 'is not a mail (.eml) or is damaged' };
  }
  const body = bodyOf(mail);
  return isUnreadable(body) ? body : [...headOf(mail, date), ...body];
}

function reasonOf(error: unknown): { readonly unreadable: string } {
  const isDeep = error instanceof Error && /nesting/iu.test(error.message);
  return { unreadable: isDeep ? TOO_DEEP_REASON : 'is not a mail (.eml) or is damaged' };
}

/** The date is that of the header, in the sender's time zone. */
function headOf({ from, to, subject, attachments }: Email, date?: string): readonly Paragraph[] {
  const line = (label: string, text: string | undefined): readonly Paragraph[] =>
    text === undefined || text.trim() === ''
      ? []
      : [{ kind: 'paragraph', level: 0, text: `${label}: ${text}` }];
  const heading = (label: string, text: string | undefined): readonly Paragraph[] =>
    line(label, text).map((paragraph) => ({ ...paragraph, kind: 'heading', level: 2 }));
  const names = attachments.map(({ filename, mimeType }) => filename ?? mimeType);
  return [
    ...line('From', from && shownAddress(from)),
    ...line('To', to?.map(shownAddress).join(', ')),
    ...line('Date', date),
    ...heading('Subject', subject),
    ...heading('Attachments, not read', names.join(', ')),
  ];
}

/** “Ada Roe <roe@lund.example>”, also where the surname is first: “Roe, Ada”. */
function shownAddress({ name, address = '' }: Address): string {
  if (name === '') return address;
  const [, surname, given] = /^(\p{Lu}[^,@]*), (\p{Lu}[^,@]*)$/u.exec(name) ?? [];
  const shown = surname === undefined || given === undefined ? name : `${given} ${surname}`;
  return address === '' ? shown : `${shown} <${address}>`;
}

function bodyOf({ text = '', html = '' }: Email): Document {
  if (text.trim() !== '' || html.trim() === '') return paragraphsOf(text);
  return readHtmlBody(html);
}

/** The line above an earlier mail that is not marked line by line. */
const EARLIER =
  /^[ \t]*(?:-{2,}[ \t]*(?:original|forwarded) message[ \t]*-|begin forwarded message:|from:[^\r\n]*\r?\n[ \t]*(?:sent|date):)/imu;

function paragraphsOf(text: string): readonly Paragraph[] {
  const earlier = EARLIER.exec(text)?.index ?? text.length;
  const parts: { isQuoted: boolean; lines: string[] }[] = [];
  for (const line of text.slice(0, earlier).split(/\r\n|\r|\n/u)) {
    const isQuoted = /^[ \t]*>/u.test(line);
    const last = parts.at(-1);
    const shown = line.replace(/^[ \t]*>[> \t]*/u, '');
    if (last?.isQuoted === isQuoted) last.lines.push(shown);
    else parts.push({ isQuoted, lines: [shown] });
  }
  parts.push({ isQuoted: true, lines: [text.slice(earlier).replace(/^[ \t]*>[> \t]*/gmu, '')] });
  return parts.flatMap(({ isQuoted, lines }) =>
    readPlainText(withShortLinesApart(lines.join('\n'))).map(
      ({ kind, text: words }): Paragraph => ({
        kind: isQuoted ? 'quotation' : kind,
        level: 0,
        text: words,
      }),
    ),
  );
}
