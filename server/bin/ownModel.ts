import {
  type LoopbackModelName,
  MODEL_ADDRESS_VARIABLE,
  MODEL_NAME_VARIABLE,
} from '../../protocol/secondOpinion.js';
import type { LoopbackTransport } from '../secondOpinion/loopback/transport.js';
import type { OpinionStore } from '../secondOpinion/opinionTable.js';

/** Defined by the build. */
declare const COPYDESK_VERSION: string;

/** Loads what reaches servers on this machine, a bundle of its own. Call it only when one is to be asked. */
export async function loadLoopback(): Promise<LoopbackTransport> {
  const { transport } = await import('./loopbackTransport.js');
  return transport;
}

/** The second opinions that are stored in a folder. */
export async function openOpinionCache(
  folder: string,
  warn: (warning: string) => void,
): Promise<OpinionStore> {
  const { createOpinionCache } = await import('../secondOpinion/opinionCache.js');
  return createOpinionCache(folder, COPYDESK_VERSION, warn);
}

/** The model on this machine that the environment names; `undefined` if it names none. */
export function ownModelOfEnvironment({
  [MODEL_ADDRESS_VARIABLE]: address = '',
  [MODEL_NAME_VARIABLE]: name = '',
}: NodeJS.ProcessEnv): LoopbackModelName | undefined {
  return address === '' || name === '' ? undefined : { kind: 'loopback', address, name };
}
