import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { globFault, leavesFolder, quotedGlob } from '../../server/workspace/globs.js';

describe('globs', () => {
  it('that people write are sound', () => {
    for (const glob of [
      'sources/**',
      '**/*.{md,txt,html,docx,pdf}',
      '{sources,notes}/**/*.{md,txt}',
      'sources/**/{press,wire}/**/*.md',
      'desk/*/*/*/*.md',
      'desk/*draft*.md',
      'desk/{*.md,*.txt,*.html,*.docx}',
      'Story (1)/[ab]?.md',
      '!old/**',
      '\\*\\*\\*\\*\\*.md',
    ]) {
      assert.equal(globFault(glob), undefined, glob);
    }
  });

  it('that can be matched in too many ways are not', () => {
    for (const glob of [
      '*a'.repeat(30),
      '{a,aa}'.repeat(30),
      '*a*a/'.repeat(3),
      '**/a/**/a/**/a/**',
      `${'{a,'.repeat(30)}b${'}'.repeat(30)}`,
      '{a*a*a,b*b*b*b}',
    ]) {
      assert.match(globFault(glob) ?? '', /^has too many stars and braces/u, glob);
    }
    assert.match(globFault('+(a|aa)') ?? '', /^has a group in round brackets/u);
    assert.match(globFault('a'.repeat(501)) ?? '', /^is longer than 500 characters$/u);
  });

  it('are told from those that leave the folder', () => {
    for (const glob of [
      '../**',
      '/etc/**',
      'C:/x',
      'a/../../x',
      '..',
      '{..,a}/x',
      '\\.\\./x',
      '!../x',
    ]) {
      assert.equal(leavesFolder(glob), true, glob);
    }
    for (const glob of ['..a/**', 'a../b', 'sources/**', 'a...b', './sources/**']) {
      assert.equal(leavesFolder(glob), false, glob);
    }
  });

  it('are quoted as far as anybody reads', () => {
    assert.equal(quotedGlob('*.md'), '“*.md”');
    assert.equal(quotedGlob('a'.repeat(600)), `“${'a'.repeat(40)}…”`);
  });
});
