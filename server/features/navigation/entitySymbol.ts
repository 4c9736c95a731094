import { SymbolKind } from 'vscode-languageserver-types';
import type { EntityKind } from '../../reference/model.js';

/** The symbol kind, and with it the icon, of each kind of entity; the protocol has none for people. */
export const ENTITY_SYMBOL: Readonly<Record<EntityKind, SymbolKind>> = {
  person: SymbolKind.Object,
  body: SymbolKind.Module,
  place: SymbolKind.Namespace,
  event: SymbolKind.Event,
};
