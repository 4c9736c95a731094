import { SharedReference } from '../../assistants/sharedReference.js';
import type { AssistantParams } from '../../../protocol/requests.js';
import { folderDesk } from '../folderDesk.js';
import type { RequestFailure } from '../requestFailure.js';
import type { Session } from '../../session/session.js';

/** Answers the questions of assistants about the folder of a document. */
export class AssistantHandlers {
  readonly #session: Session;
  readonly #shared = new SharedReference();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Answers an assistant about the folder of a document, as JSON. */
  async ask({
    textDocument: { uri },
    tool,
    input,
  }: AssistantParams): Promise<string | RequestFailure> {
    const desk = folderDesk(this.#session, await this.#session.folderContext(uri), this.#shared);
    const answer = await desk.answer(tool, input);
    return 'refusal' in answer ? { reason: answer.refusal } : JSON.stringify(answer.value);
  }
}
