/**
 * The state of a draft's statements: `checked` if they were compared with the sources, `nothing` if
 * it makes none, `uncovered` if the sources are about something else, `noSources` if there are
 * none, `unreadable` if none could be read.
 */
export type CheckStateKind = 'checked' | 'nothing' | 'uncovered' | 'noSources' | 'unreadable';

/** The state of a draft's statements, in the words that every view shows. */
export interface CheckState {
  readonly kind: CheckStateKind;
  /** One plain sentence. */
  readonly text: string;
  /**
   * The claims that are not proved, as “14 to check”, or “11 of 14 left to check” if somebody signed
   * some of them; empty if every statement is supported, was dismissed or signed, or was not checked.
   */
  readonly open: string;
  /** True if the draft was checked against the sample that ships, for want of sources. */
  readonly isSample: boolean;
}
