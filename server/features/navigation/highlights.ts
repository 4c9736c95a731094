import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Draft } from '../../checks/draft.js';
import { mentionsLike } from './mentions.js';

/**
 * All places of the draft that name the one whom the name at a UTF-16 offset means, in whatever form;
 * empty where no known name stands there.
 */
export function highlightsAt(draft: Draft, offset: number): readonly DocumentHighlight[] {
  return mentionsLike(draft, offset).map(({ span }) => ({
    range: draft.prose.lines.range(span),
    kind: DocumentHighlightKind.Read,
  }));
}
