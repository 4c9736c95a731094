import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import { isAllCapitals } from './spelling.js';

/** True for the name, adjective or people of a well-known place, also in capitals. */
export function isKnownPlace(name: string): boolean {
  if (placeNamed(name) !== undefined || placeOfDemonym(name) !== undefined) return true;
  return isAllCapitals(name) && isKnownPlace(name.charAt(0) + name.slice(1).toLowerCase());
}
