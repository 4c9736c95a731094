import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withEvidenceCommands } from '../../client/evidenceMarkdown.js';
import { archiveLink, citationLink, escapeMarkdown } from '../../server/features/hover/markdown.js';
import { drafted } from '../features/drafted.js';

const LINK = '](command:copydesk.showEvidence?%5B%22memory%3A%2Fa.md%22%2C2%5D)';

describe('the links of a hover', () => {
  const citation = citationLink({ source: 'a.md', line: 2 }, drafted(''));

  it('to lines of sources open them beside the draft', () => {
    assert.equal(
      withEvidenceCommands(`> It rose. (${citation}), (${citation})`),
      `> It rose. ([a.md:2${LINK}), ([a.md:2${LINK})`,
    );
  });

  it('to seconds of recordings play these', () => {
    const timed = citationLink(
      { source: 'a.md', line: 2, passage: 'at 1:00' },
      { ...drafted(''), recordingOf: () => 'memory:/a.mp4' },
    );
    assert.equal(
      withEvidenceCommands(timed),
      `[a.md:2${LINK}, [at 1:00](command:copydesk.playRecording?%5B%22memory%3A%2Fa.mp4%23t%3D60%22%5D)`,
    );
  });

  it('are no commands in quoted text that looks like a link', () => {
    for (const text of ['Boats ](x#L9)', '[Boats:9](x#L9)', '\\[Boats\\](x#L9)', '[a](b#L1) [']) {
      const quoted = escapeMarkdown(text);
      assert.equal(withEvidenceCommands(quoted), quoted);
      assert.equal(withEvidenceCommands(`${quoted} (${citation})`), `${quoted} ([a.md:2${LINK})`);
    }
  });

  it('are commands if the name of the source looks like a link', () => {
    const name = 'x](y#L9)[z.md';
    assert.match(
      withEvidenceCommands(citationLink({ source: name, line: 2 }, drafted(''))),
      /^\[x&#93;\(y#L9\)&#91;z\.md:2\]\(command:[^()\s]+\)$/u,
    );
  });

  it('to pages of an archive open these', () => {
    const page = archiveLink({
      ...{ source: 'archive, 12 March 2021, Tide', line: 2, isFromArchive: true },
      link: 'https://news.example/tide#L2',
    });
    assert.equal(withEvidenceCommands(page), page);
  });
});
