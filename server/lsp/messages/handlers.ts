import type { DocumentHost } from '../../session/sessionHost.js';
import type { Session } from '../../session/session.js';
import { AnnotationHandlers } from './annotationHandlers.js';
import { AssistantHandlers } from './assistantHandlers.js';
import { CodeActionHandlers } from './codeActionHandlers.js';
import { CompletionHandlers } from './completionHandlers.js';
import { FactSheetHandlers } from './factSheetHandlers.js';
import { NavigationHandlers } from './navigationHandlers.js';
import { RenameHandlers } from './renameHandlers.js';
import { type OpinionClient, SecondOpinionHandlers } from './secondOpinionHandlers.js';
import { SourceHandlers } from './sourceHandlers.js';
import { WordDocumentHandlers } from './wordDocumentHandlers.js';

/** The handlers of requests, by subject. The tables of messages of the same subjects call them. */
export interface Handlers {
  readonly annotations: AnnotationHandlers;
  readonly assistants: AssistantHandlers;
  readonly codeActions: CodeActionHandlers;
  readonly completion: CompletionHandlers;
  readonly factSheet: FactSheetHandlers;
  readonly navigation: NavigationHandlers;
  readonly rename: RenameHandlers;
  readonly opinions: SecondOpinionHandlers;
  readonly sources: SourceHandlers;
  readonly wordDocuments: WordDocumentHandlers;
}

/**
 * The handlers of a session's requests. They are in other files than the tables, because the server
 * loads the tables before it answers `initialize`, and the handlers and checks only after that.
 */
export function handlersOf(session: Session, host: DocumentHost, client: OpinionClient): Handlers {
  const opinions = new SecondOpinionHandlers(session, client);
  return {
    annotations: new AnnotationHandlers(session, opinions),
    assistants: new AssistantHandlers(session),
    codeActions: new CodeActionHandlers(session),
    completion: new CompletionHandlers(session),
    factSheet: new FactSheetHandlers(session),
    navigation: new NavigationHandlers(session),
    rename: new RenameHandlers(session),
    opinions,
    sources: new SourceHandlers(session, host),
    wordDocuments: new WordDocumentHandlers(session, host),
  };
}
