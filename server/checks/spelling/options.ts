import { VARIETIES, type Variety } from './wordValue.js';

/** The reporter's settings of the spelling check. */
export interface SpellingOptions {
  readonly isEnabled: boolean;
  /** The variety of English to write in; `auto` for that of each draft. */
  readonly language: 'auto' | Variety;
}

/** The options unless the reporter sets others. */
export const DEFAULT_SPELLING: SpellingOptions = { isEnabled: true, language: 'auto' };

/** Every value of the setting for the language. */
export const SPELLING_LANGUAGES: readonly SpellingOptions['language'][] = ['auto', ...VARIETIES];
