import { draftSpanOf } from '../../prose/prose.js';
import type { Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import type { NamesInDraft } from './nameIndexing.js';
import { nameEvidenceOf } from './wording.js';

/** Reports forms of a name that the sources advise against. */
export function checkAvoided({ blocks }: NamesInDraft): readonly Finding[] {
  return blocks.flatMap(({ block, blockNames: { suspects } }) =>
    suspects
      .flatMap(({ mentions }) => mentions)
      .filter(({ avoided }) => avoided)
      .map((mention): Finding => {
        const written = block.text.slice(mention.start, mention.end);
        const { entity, form } = mention;
        return {
          code: 'name/inconsistent',
          severity: RULES['name/inconsistent'].severity,
          message: `“${written}” should be “${form}”: your sources advise against it.`,
          span: draftSpanOf(block, mention),
          evidence: [nameEvidenceOf(entity)],
          fixes: [replacementFix(`Change to “${form}”`, block, mention, form)],
          expected: form,
          found: written,
          name: { text: written, kind: entity.kind },
        };
      }),
  );
}
