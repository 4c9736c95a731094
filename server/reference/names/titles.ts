import { fold } from './spelling.js';

const HONORIFICS = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon mme mlle madame monsieur herr frau senor senora sheikh imam rabbi'.split(
    ' ',
  ),
);

/** What an office is called before a surname, by its last word: “Foreign Minister Lavrov”, “Coach Osei”. */
const OFFICES = new Set(
  (
    'president minister premier chancellor secretary senator sen representative rep congressman congresswoman governor gov mayor ' +
    'councillor councilor councilman councilwoman ambassador envoy commissioner chairman chairwoman chair chief leader ruler ' +
    'king queen prince princess duke duchess emperor pope bishop archbishop cardinal father sister brother pastor ' +
    'judge justice attorney prosecutor lawyer solicitor barrister detective inspector sheriff officer constable pc ' +
    'general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal private admiral adm commander cmdr marshal ' +
    'coach manager striker defender midfielder goalkeeper keeper winger forward skipper referee director producer actor actress ' +
    'singer author writer editor reporter correspondent analyst economist scientist researcher historian teacher doctor nurse ' +
    'spokesman spokeswoman spokesperson deputy vice founder owner boss executive ceo mp msp td'
  ).split(' '),
);

/** True for what stands before a surname and is no part of the name: “Mr.”, “Dr”. Cannot throw. */
export function isHonorific(text: string): boolean {
  return HONORIFICS.has(fold(text));
}

/** True for an honorific and for the last word of what an office is called: “Minister”, “Judge”. Cannot throw. */
export function isTitle(text: string): boolean {
  const word = fold(text);
  return HONORIFICS.has(word) || OFFICES.has(word);
}
