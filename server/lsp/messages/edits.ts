import type { EditTarget } from '../../features/codeActions/codeActions.js';
import type { EditCapabilities } from '../../features/codeActions/fileEdit.js';
import type { ClientInfo } from '../../session/clientInfo.js';

/** The kinds of edits that a client can apply. */
export function editCapabilities({ capabilities, storesDecisions }: ClientInfo): EditCapabilities {
  const { resourceOperations, documentChanges } = capabilities.workspace?.workspaceEdit ?? {};
  const versioned = documentChanges === true;
  return {
    versionedEdits: versioned,
    createsFiles: versioned && resourceOperations?.includes('create') === true,
    deletesFiles: versioned && resourceOperations?.includes('delete') === true,
    storesDecisions,
  };
}

/** A version of a draft, as a client can edit it. */
export function editTarget(
  client: ClientInfo,
  { uri, version }: { readonly uri: string; readonly version: number },
): EditTarget {
  return { uri, version, versionedEdits: editCapabilities(client).versionedEdits };
}
