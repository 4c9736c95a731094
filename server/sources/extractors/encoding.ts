/**
 * Decodes a source: as UTF-8 or UTF-16 according to its byte order mark, in the `declared` encoding if the file names
 * one, otherwise as UTF-8, or as windows-1252, which old newsroom systems write, if it is not valid UTF-8. A byte order
 * mark is kept, so that offsets match the file. `undefined` for bytes that are not text.
 */
export function decodeSource(bytes: Uint8Array, declared?: string): string | undefined {
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) return new TextDecoder(marked, { ignoreBOM: true }).decode(bytes);
  if (bytes.includes(0)) return undefined;
  return decodeAs(bytes, declared) ?? decodeAs(bytes, 'utf-8') ?? decodeWesternText(bytes);
}

function encodingOfMark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** `undefined` if the bytes are not valid in that encoding or it is unknown. */
function decodeAs(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  if (encoding === undefined) return undefined;
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    // A declaration in single bytes cannot be UTF-16.
    if (decoder.encoding.startsWith('utf-16')) return undefined;
    return decoder.encoding === 'windows-1252' ? decodeWestern(bytes) : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Any bytes are valid windows-1252, but text contains no control characters. */
function decodeWesternText(bytes: Uint8Array): string | undefined {
  const isControl = (byte: number): boolean => byte < 0x20 && (byte < 0x09 || byte > 0x0d);
  return bytes.some(isControl) ? undefined : decodeWestern(bytes);
}

/** The characters of windows-1252 from 0x80 to 0x9F, where Latin-1 has control characters. */
const QUOTES_AND_DASHES = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Decodes windows-1252, which Node's decoder reads as Latin-1 since 20.18.3 (nodejs/node#56542). */
function decodeWestern(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/gu, (unit) => QUOTES_AND_DASHES[unit.charCodeAt(0) - 0x80] ?? unit);
}
