/**
 * The text of a source in whichever encoding it is: by its byte order mark UTF-8 or UTF-16, by
 * `declared` where the file itself names one, else UTF-8, and what is not valid UTF-8 is
 * windows-1252, the one that old newsroom systems write. A byte order mark stays, so that offsets
 * count as in the file. `undefined` for bytes that are no text.
 */
export function decodeSource(bytes: Uint8Array, declared?: string): string | undefined {
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) return new TextDecoder(marked, { ignoreBOM: true }).decode(bytes);
  if (bytes.includes(0)) return undefined;
  return decoded(bytes, declared) ?? decoded(bytes, 'utf-8') ?? westernText(bytes);
}

function encodingOfMark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** `undefined` where the bytes are not of that encoding, or nobody knows it. */
function decoded(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  if (encoding === undefined) return undefined;
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    // What says so in single bytes is none of it.
    if (decoder.encoding.startsWith('utf-16')) return undefined;
    return decoder.encoding === 'windows-1252' ? western(bytes) : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Any bytes are windows-1252 of a kind, but no text holds control characters. */
function westernText(bytes: Uint8Array): string | undefined {
  const isControl = (byte: number): boolean => byte < 0x20 && (byte < 0x09 || byte > 0x0d);
  return bytes.some(isControl) ? undefined : western(bytes);
}

/** What windows-1252 has where Latin 1 has control characters, from 0x80 to 0x9F. */
const QUOTES_AND_DASHES = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node's decoder has read windows-1252 as Latin 1 since 20.18.3 (nodejs/node#56542). */
function western(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/gu, (unit) => QUOTES_AND_DASHES[unit.charCodeAt(0) - 0x80] ?? unit);
}
