import { buildBase } from '../server/reference/indexSource.js';
import type { Base } from '../server/reference/model.js';

const DOSSIER = `---
dossier: The regatta
---

## People

### Ana Brandt

- Role: helmswoman

### Igor Sall

- Role: umpire

## Bodies

### Lagoon Yacht Club

## Facts

- Ana Brandt won the regatta of the Lagoon Yacht Club on Sunday.
- Igor Sall disqualified two boats of the Lagoon Yacht Club.
- The regatta lasted four days.
`;

/** Replaces the sample that ships. */
export const SAMPLE: Base = buildBase([{ name: 'sample.md', text: DOSSIER }]).base;

/** A draft about the subject of the sample; one fact is wrong. */
export const ABOUT_SAMPLE =
  'Ana Brandt won the regatta of the Lagoon Yacht Club on Friday. Umpire Igor Sall disqualified two boats.\n';

/** A draft about something else, in which one of the sample's names occurs. */
export const ELSEWHERE =
  'Ana Brandt opened the lido in Split on Friday. The pool had been closed.\n';
