import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import { SHOW_FACT_SHEET } from '../../protocol/capabilityConstants.js';

/** What is known of the client at the other end. */
export interface ClientInfo {
  readonly capabilities: ClientCapabilities;
  /** True where it has a command that shows the fact sheet of a draft. */
  readonly hasFactSheet: boolean;
  /** The address of the folder that it gives for what is to be kept. */
  readonly storage: string | undefined;
}

/**
 * What a client says of itself. In its options it lists commands of its own as `commands`, and gives the
 * address of a folder for what is to be kept as `storage`.
 */
export function readClientInfo({
  capabilities,
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): ClientInfo {
  const { commands, storage } = (initializationOptions ?? {}) as Readonly<Record<string, unknown>>;
  return {
    capabilities,
    hasFactSheet: Array.isArray(commands) && commands.includes(SHOW_FACT_SHEET),
    storage: typeof storage === 'string' ? storage : undefined,
  };
}

/** True for a client that asks for diagnostics itself; to it none are sent, so that nothing shows twice. */
export function pullsDiagnostics({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}
