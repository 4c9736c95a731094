import type { Block, Prose } from '../../prose/prose.js';
import { mentionIn } from './mentions.js';
import { readNameRuns } from './nameRuns.js';
import { type Office, officesOf } from './offices.js';

/** A place at which a text names somebody together with an office. */
export interface TitledName {
  readonly block: Block;
  /** UTF-16 offsets of the name without its title into the block's prose. */
  readonly start: number;
  readonly end: number;
  readonly offices: readonly Office[];
}

/** The places at which a text names somebody together with an office, before or after the name, in order. */
export function titledNamesIn(prose: Prose): readonly TitledName[] {
  return readNameRuns(prose).flatMap((sentence) =>
    sentence.runs.flatMap((run): readonly TitledName[] => {
      const mention = mentionIn(sentence, run);
      const [first, last] = [
        sentence.words[mention?.first ?? -1],
        sentence.words[mention?.last ?? -1],
      ];
      if (mention === undefined || first === undefined || last === undefined) return [];
      const offices = officesOf(mention);
      if (offices.length === 0) return [];
      return [{ block: sentence.block, start: first.start, end: last.end, offices }];
    }),
  );
}
