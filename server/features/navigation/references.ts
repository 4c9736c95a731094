import type { Location } from 'vscode-languageserver';
import type { Prose } from '../../prose/prose.js';
import type { Entity } from '../../reference/model.js';
import type { NameIndex } from '../../reference/nameIndex.js';
import { nameFormsOf, wordsOfForms } from '../../reference/names/forms.js';
import { fold } from '../../reference/names/spelling.js';
import { mentionsIn } from './mentions.js';

/** A draft or a source, read. */
export interface ReadText {
  readonly uri: string;
  readonly prose: Prose;
}

/** All places in a text that name someone or something, in whatever form. */
export function referencesIn(
  { uri, prose }: ReadText,
  names: NameIndex,
  entity: Entity,
): Location[] {
  return mentionsIn(prose, names)
    .filter(({ mention }) => mention.entity === entity && !mention.demonym)
    .map(({ span }) => ({ uri, range: prose.lines.range(span) }));
}

/**
 * False for a text that has no name of someone's in any form, so that it need not be read.
 */
export function mayName(text: string, entity: Entity): boolean {
  const folded = fold(text);
  return nameFormsOf(entity).some((form) =>
    wordsOfForms(form.text).every((word) => folded.includes(fold(word))),
  );
}
