import { placeOf } from '../../prose/prose.js';
import { DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import type { NamesInDraft } from './nameIndexing.js';
import { nameEvidenceOf } from './wording.js';

/** Tells forms of a name that the reference says not to use. */
export function checkAvoided({ blocks }: NamesInDraft): readonly Finding[] {
  return blocks.flatMap(({ block, surveyed: { doubtful } }) =>
    doubtful
      .flatMap(({ mentions }) => mentions)
      .filter(({ avoided }) => avoided)
      .map((mention): Finding => {
        const written = block.text.slice(mention.start, mention.end);
        const { entity, form } = mention;
        return {
          code: 'name/inconsistent',
          severity: DEFAULT_SEVERITY['name/inconsistent'],
          message: `“${written}” is called ${form} in the reference.`,
          span: placeOf(block, mention),
          evidence: [nameEvidenceOf(entity)],
          fixes: [replacementFix(`Change to “${form}”`, block, mention, form)],
          name: { text: written, kind: entity.kind },
        };
      }),
  );
}
