import type { Location } from 'vscode-languageserver';
import type { Prose } from '../../prose/prose.js';
import type { Entity } from '../../reference/model.js';
import type { NameIndex } from '../../reference/nameIndex.js';
import { nameFormsOf, splitName } from '../../reference/names/forms.js';
import { fold } from '../../reference/names/spelling.js';
import { mentionsIn } from './mentions.js';

/** The parsed text of a draft or a source. */
export interface ParsedText {
  readonly uri: string;
  readonly prose: Prose;
}

/** All mentions of an entity in a text, in any form. */
export function referencesIn(
  { uri, prose }: ParsedText,
  names: NameIndex,
  entity: Entity,
): Location[] {
  return mentionsIn(prose, names)
    .filter(({ mention }) => mention.entity === entity && !mention.demonym)
    .map(({ span }) => ({ uri, range: prose.lines.range(span) }));
}

/** False if a text contains no form of an entity's name, so that it need not be parsed. */
export function mayMention(text: string, entity: Entity): boolean {
  const folded = fold(text);
  return nameFormsOf(entity).some((form) =>
    splitName(form.text).every((word) => folded.includes(fold(word))),
  );
}
