import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mentionAt, mentionsOfSameEntity } from '../../../server/features/navigation/mentions.js';
import { expectSpans, marked } from '../../marked.js';
import { drafted, person } from '../drafted.js';

const COACH = person('Ifeoma Vranić');
const MAYOR = person('Luka Vranić');
const SPLIT = person('Split', { kind: 'place', demonyms: ['Splitter'] });

/** Expects that the entity at the first mark is mentioned at all marks and nowhere else. */
function expectNamed(source: string, entities = [COACH, MAYOR, SPLIT]): void {
  const at = (marked(source).spans[0]?.start ?? 0) + 1;
  expectSpans(source, (text) =>
    mentionsOfSameEntity(drafted(text, { base: { entities } }), at).map(({ span }) => span),
  );
}

describe('mentions', () => {
  it('of one person are found in any form', () => {
    expectNamed(
      '# [|Vranić|] Stays\n\nCoach [|Ifeoma **Vranić|]** waved. Ms. [|Vranić|]’s team won, and [|VRANIĆ|] sat.',
      [COACH],
    );
  });

  it('of other people of the same surname are left out', () => {
    expectNamed('[|Ifeoma Vranić|] met Luka Vranić. Vranić left. [|Ifeoma Vranić|] stayed.');
    expectNamed('Ifeoma Vranić met [|Luka Vranić|]. [|Vranić|] left. Ifeoma Vranić stayed.');
  });

  it('are resolved by the paragraph rather than by the caption of a picture in it', () => {
    expectNamed(
      '[|Luka Vranić|] came early. ![Ifeoma Vranić at the fair](x.png) Then [|Vranić|] left.',
    );
    expectNamed('![[|Ifeoma Vranić|] at the fair](x.png) Then [|Vranić|] met Luka Vranić.');
  });

  it('leave out a surname after the full name of an unknown person, until the known one is named again', () => {
    expectNamed(
      '[|Ifeoma Vranić|] waved. [|Vranić|] sat. Striker Jelena Vranić fell. Vranić wept. [|Ifeoma Vranić|] rose, and [|Vranić|] left.',
      [COACH],
    );
    const { text, spans } = marked('Jelena Vranić fell. [|Vranić|] wept.');
    const draft = drafted(text, { base: { entities: [COACH] } });
    assert.equal(mentionAt(draft, (spans[0]?.start ?? 0) + 1), undefined);
  });

  it('do not take an office before a surname for a given name', () => {
    expectNamed('[|Ifeoma Vranić|] waved. Coach [|Vranić|] sat. Then [|Vranić|] left.', [COACH]);
  });

  it('distinguish a place from its demonym', () => {
    expectNamed('In [|Split|], a Splitter sang of [|Split|].');
  });

  it('have exact offsets after emoji and with CRLF', () => {
    expectNamed('👩‍🚒🔥 “Go!”\r\n\r\n🎉 [|Ifeoma\r\nVranić|] waved.\r\n\r\n- 🏆 [|Vranić|]\r\n', [
      COACH,
    ]);
  });
});
