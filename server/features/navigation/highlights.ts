import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Draft } from '../../checks/draft.js';
import { mentionsOfSameEntity } from './mentions.js';

/**
 * All mentions, in any form, of the entity named at a UTF-16 offset of the draft; empty if no known
 * name is there.
 */
export function highlightsAt(draft: Draft, offset: number): readonly DocumentHighlight[] {
  return mentionsOfSameEntity(draft, offset).map(({ span }) => ({
    range: draft.prose.lines.range(span),
    kind: DocumentHighlightKind.Read,
  }));
}
