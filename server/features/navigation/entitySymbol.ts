import { SymbolKind } from 'vscode-languageserver-types';
import type { EntityKind } from '../../reference/model.js';

/** The icon that stands for someone or something with a name; the protocol has none for people. */
export const ENTITY_SYMBOL: Readonly<Record<EntityKind, SymbolKind>> = {
  person: SymbolKind.Object,
  body: SymbolKind.Module,
  place: SymbolKind.Namespace,
  event: SymbolKind.Event,
};
