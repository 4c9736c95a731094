import type { ClaimDecision } from '../protocol/capabilityConstants.js';
import { evidencePlace } from '../protocol/evidencePlace.js';
import { type SignableEntry, isDecided } from '../protocol/factSheet.js';

/** What a checker can choose for a claim or a name. */
export interface ClaimChoice {
  readonly does: ClaimDecision | 'find' | 'untie' | 'several' | 'initials';
  /** With the name of an icon: “$(check) Checked”. */
  readonly label: string;
  readonly description?: string;
}

/** The longest description of a passage, in UTF-16 units, because a row has no more room. */
const LONGEST = 70;

/**
 * The choices for an entry, the likeliest first.
 *
 * @param initials The checker's initials; empty before they were entered.
 */
export function claimChoices(entry: SignableEntry, initials: string): readonly ClaimChoice[] {
  const fresh = (entry.signOff.evidence ?? []).filter(({ stale }) => stale === undefined);
  const [first] = fresh;
  const description =
    first === undefined
      ? {}
      : { description: `with “${shortened(first.text)}” (${evidencePlace(first)})` };
  return [
    ...(isDecided(entry) ? [{ does: 'reopened', label: '$(discard) Reopen' } as const] : []),
    { does: 'checked', label: '$(check) Checked', ...description },
    { does: 'noted', label: '$(edit) Checked, with a Note…' },
    { does: 'rejected', label: '$(comment) Wrong: Tell the Writer…' },
    { does: 'find', label: '$(search) Find in Sources…' },
    ...(fresh.length === 0
      ? []
      : [{ does: 'untie', label: '$(close) Remove the Evidence' } as const]),
    { does: 'several', label: '$(checklist) Several at Once…' },
    {
      does: 'initials',
      label: '$(account) Set Initials…',
      ...(initials === '' ? {} : { description: initials }),
    },
  ];
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}
