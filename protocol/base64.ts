/**
 * The number of bytes that are converted at a time: the number of arguments of a function is
 * limited.
 */
const CHUNK = 0x8000;

/** Bytes as text that a message can carry. */
export function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    characters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(characters);
}

/** The bytes of such a text. Throws for any other. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
