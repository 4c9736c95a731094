import { isAddressAbbreviation } from './titleAbbreviations.js';
import { wordSet } from './wordSet.js';

/** Courtesy titles in English, which are rarely anything else. */
const COURTESY_TITLES = wordSet('mr mrs ms miss mx dr prof sir dame lord lady');

/** Other forms of address before a name, some of which are ordinary nouns in lower case. */
const OTHER_HONORIFICS = wordSet(`
  professor reverend venerable honourable honorable madam madame mademoiselle monsieur herr frau senor
  senora senorita signor signora signorina sheikh imam rabbi
`);

const MASCULINE = wordSet('mr sir lord monsieur herr senor signor king prince father fr');
const FEMININE = wordSet(
  'mrs ms miss dame lady mme mlle madam madame frau senora senorita signora sra srta queen princess sister wpc wdc',
);

/** A title in lower case without diacritics and the full stop of an abbreviation. */
function plain(title: string): string {
  const lower = title.toLowerCase();
  if (/^[a-z]*$/u.test(lower)) return lower;
  return lower.replace(/\.$/u, '').normalize('NFD').replace(/\p{M}/gu, '');
}

/** True for an English courtesy title: “Mr.”, “Lady”. */
export function isCourtesyTitle(word: string): boolean {
  return COURTESY_TITLES.has(plain(word));
}

/** True for a form of address before a name that is not part of it: “Mr.”, “Herr”, “Professor”. */
export function isHonorific(word: string): boolean {
  return isCourtesyTitle(word) || isAddressAbbreviation(word) || OTHER_HONORIFICS.has(plain(word));
}

/** The gender that a title before a name indicates: “Mr.”, “Queen”; `undefined` for any other. */
export function genderOfTitle(word: string): 'masculine' | 'feminine' | undefined {
  const title = plain(word);
  if (MASCULINE.has(title)) return 'masculine';
  return FEMININE.has(title) ? 'feminine' : undefined;
}

const POST_NOMINALS = wordSet(`
  KC QC MP MSP MEP JP DL VC GC OM CB KCB DCB GCB CMG KCMG DCMG GCMG CVO KCVO DCVO LVO MVO MBE OBE CBE KBE DBE GBE BEM
  QPM KPM QFSM FRS FRSE FBA FRCP FRCS PhD DPhil DSc EdD MPhil MSc BSc LLB LLM MBA Esq RN RAF USN USMC USAF SJ
`);

/** True for letters after a name that are not part of it: “KC”, “PhD”. Letter case matters. */
export function isPostNominal(word: string): boolean {
  return POST_NOMINALS.has(word.replace(/\.$/u, ''));
}
