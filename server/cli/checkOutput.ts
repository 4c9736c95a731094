import { checkStateOf, referenceNotice } from '../features/checkState.js';
import { NO_REFERENCE } from '../reference/reference.js';
import { countWithNoun } from '../reference/summary.js';
import type { CheckedFile } from './formats/checkedDraft.js';
import { explainedFormat } from './formats/explained.js';
import { githubFormat } from './formats/github.js';
import { jsonFormat } from './formats/json.js';
import { type PrettyOptions, prettyFormat } from './formats/pretty.js';
import { sarifFormat } from './formats/sarif.js';
import type { Host } from './host.js';
import type { LoadedReference } from './loadSources.js';

/** The formats in which findings can be written. */
export const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;

/** The findings in drafts, in a format. */
export function rendered(
  drafts: readonly CheckedFile[],
  format: (typeof FORMATS)[number],
  loaded: LoadedReference,
  host: Pick<Host, 'version'> & PrettyOptions & Asked,
): string {
  switch (format) {
    case 'pretty':
      return [
        explainedFormat(drafts, host.colour),
        prettyFormat(drafts, basisOf(drafts, loaded, host), host),
      ]
        .filter((text) => text !== '')
        .join('\n');
    case 'json':
      return jsonFormat(drafts);
    case 'sarif':
      return sarifFormat(drafts, host.version);
    case 'github':
      return githubFormat(drafts);
  }
}

/** Who else was asked about drafts. */
interface Asked {
  readonly isArchived: boolean;
  /** The reporter's own model: “mistral at 127.0.0.1:11434”; absent if none was asked. */
  readonly askedModel: string | undefined;
}

/**
 * The sources that drafts were checked against, in a sentence. Without sources, that depends on
 * each draft.
 */
function basisOf(
  drafts: readonly CheckedFile[],
  { description, reference }: LoadedReference,
  { isArchived, askedModel }: Asked,
): string {
  const known = drafts.filter(({ report }) => report.reference.origin !== 'none');
  if (known.length === 0)
    return isArchived ? 'Checked against your archive.' : referenceNotice(NO_REFERENCE);
  const [state] = known.map(({ report }) => checkStateOf(report));
  if (state?.kind === 'unreadable' && !isArchived) return state.text;
  const share =
    reference.origin === 'sample' && drafts.length > 1
      ? ` (${known.length} of ${countWithNoun(drafts.length, 'draft')})`
      : '';
  const opinion = askedModel === undefined ? '' : ` ${askedModel} was asked for second opinions.`;
  return `Checked against ${description}${share}${isArchived ? ' and your archive' : ''}.${opinion}`;
}
