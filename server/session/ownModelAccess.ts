import type { URI } from 'vscode-uri';
import type { LoopbackModelName, ModelUse, OwnModel } from '../../protocol/secondOpinion.js';
import { isRefusal, loopbackAddress } from '../secondOpinion/loopback/address.js';
import { LoopbackModel, modelsAt } from '../secondOpinion/loopback/loopbackModel.js';
import type { LoopbackTransport } from '../secondOpinion/loopback/transport.js';
import { ModelFailure, type OpinionModel } from '../secondOpinion/model.js';
import { withPatience } from '../secondOpinion/patience.js';
import type { OpinionsEditor, OpinionsHost } from './opinionsHost.js';

const NO_LOOPBACK = 'Models on this machine can only be asked by VS Code on the desktop.';

/** Reaches the models that a reporter may use: on servers of this machine, and those of the editor. */
export class OwnModelAccess {
  readonly #openLoopback: OpinionsHost['openLoopback'];
  readonly #askModel: OpinionsEditor['askModel'];

  constructor(
    { openLoopback }: Pick<OpinionsHost, 'openLoopback'>,
    { askModel }: Pick<OpinionsEditor, 'askModel'>,
  ) {
    this.#openLoopback = openLoopback;
    this.#askModel = askModel;
  }

  /** The models that servers on this machine offer; for a single address, why there are none. */
  async find(
    addresses: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly LoopbackModelName[] | { readonly reason: string }> {
    const reasons: string[] = [];
    const lists = await Promise.all(
      addresses.map(async (address): Promise<readonly LoopbackModelName[]> => {
        try {
          const names = await modelsAt(await this.#loopback(), address, signal);
          return names.map((name) => ({ kind: 'loopback', address, name }));
        } catch (error) {
          if (!(error instanceof ModelFailure)) throw error;
          reasons.push(error.message);
          return [];
        }
      }),
    );
    const [reason] = reasons;
    return addresses.length === 1 && reason !== undefined ? { reason } : lists.flat();
  }

  /** A model as it is used in a folder. Rejects with a `ModelFailure` if nothing reaches it. */
  async model({ model, patience }: ModelUse, folder: URI | undefined): Promise<OpinionModel> {
    if (model.kind === 'loopback')
      return new LoopbackModel(await this.#loopback(), model.address, model.name, patience);
    return {
      name: model.name,
      place: placeOf(model),
      ask: ({ system, user }, signal) =>
        withPatience(model.name, patience, signal, async (stopping) => {
          const asked = { folder: folder?.toString() ?? '', model, system, user };
          const reply = await this.#askModel(asked, stopping);
          if ('problem' in reply) throw new ModelFailure(reply.problem);
          return reply.text;
        }),
    };
  }

  #loopback(): Promise<LoopbackTransport> {
    const openLoopback = this.#openLoopback;
    return openLoopback === undefined
      ? Promise.reject(new ModelFailure(NO_LOOPBACK))
      : openLoopback();
  }
}

/** Where a model is asked, as in the log. */
export function placeOf(model: OwnModel): string {
  if (model.kind === 'editor') return `${model.vendor}/${model.id} in this editor`;
  const address = loopbackAddress(model.address);
  return isRefusal(address) ? model.address : address.host;
}
