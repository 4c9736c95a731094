import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withEvidence } from '../../client/views/entryText.js';
import type { FactSheetEntry } from '../../protocol/factSheet.js';

const ENTRY: FactSheetEntry = {
  kind: 'statement',
  verdict: 'contradicted',
  text: 'It rose at ten.',
  range: { start: { line: 4, character: 0 }, end: { line: 4, character: 15 } },
  messages: ['“ten”: the source says “nine”.'],
  evidence: [{ source: 'log/tides.md', line: 4, text: 'It rose at nine.' }],
  signOff: {
    subject: { kind: 'statement', sentence: 'It rose at ten.' },
    signatures: [{ by: 'MO', at: '', note: '' }],
  },
};

describe('the copied text of an entry', () => {
  it('has the evidence', () => {
    assert.match(
      withEvidence(ENTRY, 'contradicted'),
      /^It rose at ten\.\nContradicted\. .*“nine”\.\n– It rose at nine\. \(log\/tides\.md:4\)$/u,
    );
  });

  it('has only the shareable part of a confidential source', () => {
    const shared = {
      messages: ['“ten”: the sources say otherwise (confidential source).'],
      evidence: [{ source: 'confidential source', line: 1, text: '(withheld)' }],
    };
    const copied = withEvidence({ ...ENTRY, shared }, 'contradicted');
    assert.ok(copied.includes('(confidential source)'), copied);
    assert.doesNotMatch(copied, /nine|tides/u);
  });

  it('has the page of a document of the archive', () => {
    const place = {
      source: 'archive, 12 March 2021, Tides',
      line: 4,
      isFromArchive: true as const,
    };
    const evidence = [
      { ...place, text: 'It rose at ten.', link: 'https://news.example/1' },
      { ...place, text: 'At ten.', link: 'file:///stories/tides.md' },
    ];
    assert.match(
      withEvidence({ ...ENTRY, evidence }, 'supported'),
      /– It rose at ten\. \(archive, 12 March 2021, Tides, https:\/\/news\.example\/1\)\n– At ten\. \(archive, 12 March 2021, Tides\)$/u,
    );
  });
});
