import { AssistantDesk, type DeskFiles } from '../assistants/desk.js';
import type { SharedReference } from '../assistants/sharedReference.js';
import type { FolderContext, Session } from '../session/session.js';

/**
 * A desk that answers assistants about a folder of the editor, with the unsaved text of open
 * drafts.
 */
export function folderDesk(
  session: Pick<Session, 'documents'>,
  { workspace, settings, snapshot, reader, run }: FolderContext,
  shared: SharedReference,
): AssistantDesk {
  const { indexes = [], paths = [], reference } = snapshot;
  return new AssistantDesk(
    {
      workspace: workspace && withOpenDocuments(workspace, session),
      sources: () => Promise.resolve({ indexes, paths, reference }),
      reader,
      options: { spelling: settings.spelling },
      run,
      now: () => new Date(),
    },
    shared,
  );
}

function withOpenDocuments(
  workspace: NonNullable<FolderContext['workspace']>,
  session: Pick<Session, 'documents'>,
): DeskFiles {
  return {
    find: (globs) => workspace.find(globs),
    readBytes: (path, limit) => workspace.readBytes(path, limit),
    ancestorPaths: (path, name) => workspace.ancestorPaths(path, name),
    uriOf: (path) => workspace.uriOf(path),
    readText: async (path) => {
      // The file is read even if it is open, because reading rejects a link that leads out of the
      // folder.
      const saved = await workspace.readText(path);
      return session.documents.get(workspace.uriOf(path))?.getText() ?? saved;
    },
  };
}
