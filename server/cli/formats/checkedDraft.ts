import type { Report } from '../../checks/check.js';
import type { Explanation } from '../../checks/claims/explanation.js';
import type { Prose } from '../../prose/prose.js';
import type { ArchiveEvidence } from '../../reference/archiveEvidence.js';

/** A checked draft. */
export interface CheckedFile {
  /** The path as the user gave it; `-` for standard input. */
  readonly path: string;
  /** For a Word document, the Markdown that was made from it. */
  readonly prose: Prose;
  readonly report: Report;
  /** The answers of the newsroom's archive; absent if none was asked. */
  readonly archive?: ArchiveEvidence;
  /** Why each claim has its verdict, if requested with `--explain`. */
  readonly explanations?: readonly Explanation[];
}
