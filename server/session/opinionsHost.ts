import type { URI } from 'vscode-uri';
import type { AskModelParams, ModelReply } from '../../protocol/modelRequests.js';
import type { LoopbackModelName } from '../../protocol/secondOpinion.js';
import type { LoopbackTransport } from '../secondOpinion/loopback/transport.js';
import type { OpinionStore } from '../secondOpinion/opinionTable.js';

/** What a machine has for second opinions. */
export interface OpinionsHost {
  /** The model of the reporter's that the environment names, on this machine; left out where it names none. */
  readonly ownModel?: LoopbackModelName | undefined;
  /** Loads what reaches servers on this machine; left out where nothing does. */
  readonly openLoopback?: () => Promise<LoopbackTransport>;
  /** The second opinions that are stored in the folder `storage`; left out where nothing can be stored. */
  readonly opinionStore?: (
    storage: URI,
    warn: (message: string) => void,
  ) => Promise<OpinionStore | undefined>;
}

/** What an editor has for second opinions. */
export interface OpinionsEditor {
  readonly log: { info(message: string): void; warn(message: string): void };
  /** Asks a model of the editor. Rejects if the editor is gone. */
  readonly askModel: (params: AskModelParams, signal: AbortSignal) => Promise<ModelReply>;
}
