import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import { isAllCapitals } from './spelling.js';

/**
 * True for a place that every desk knows and for its adjective and people, in capitals too.
 */
export function isKnownPlace(name: string): boolean {
  if (placeNamed(name) !== undefined || placeOfDemonym(name) !== undefined) return true;
  return isAllCapitals(name) && isKnownPlace(name.charAt(0) + name.slice(1).toLowerCase());
}
