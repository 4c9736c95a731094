import { boundedMemo } from '../../prose/boundedMemo.js';
import { isRoleNoun, shortenedOffice } from '../../lexicon/roleWords.js';
import { fold } from './spelling.js';

const HONORIFICS = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon mme mlle madame monsieur ' +
    'herr frau senor senora sheikh imam rabbi'
  ).split(' '),
);

/** True for what is set before a surname and is no part of the name: “Mr.”, “Dr”. */
export function isHonorific(text: string): boolean {
  return HONORIFICS.has(fold(text));
}

const POST_NOMINAL = /^(?:KC|QC|MP|MSP|MEP|MBE|OBE|CBE|KBE|DBE|FRS|PhD|DPhil|MSc|BSc|MBA|Esq)\.?$/u;

/** True for letters that stand behind a name and are no part of it: “KC”, “PhD”. Letter case matters. */
export function isPostNominal(text: string): boolean {
  return POST_NOMINAL.test(text);
}

/**
 * True for an honorific and for the last word of what an office is called: “Minister”, “Gov.”.
 */
export const isPersonTitle: (text: string) => boolean = boundedMemo(
  (text) => isHonorific(text) || isRoleNoun(text) || shortenedOffice(text) !== undefined,
);
