/** More UTF-16 units than any glob that somebody writes. */
const LONGEST = 500;

/**
 * A star that stands in a part of a path alone can match it in one way; each further star, and each choice
 * in braces, can be placed anew for each place of the others. Two of those are tried on the longest name in
 * some milliseconds, thirty for ever.
 */
const MOST_FURTHER = 2;

/**
 * Why no files are looked for by a glob, in words that follow it: “has too many stars …”; `undefined` for one
 * that is sound.
 */
export function globFault(glob: string): string | undefined {
  if (glob.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (/[?*+@!]\(/u.test(glob)) return 'has a group in round brackets, which is not read';
  if (furtherStars(glob) > MOST_FURTHER) {
    return 'has too many stars and braces: three in one part of the path are the most';
  }
  return undefined;
}

/** True for a glob that looks for files outside of the folder that it counts from. */
export function leavesFolder(glob: string): boolean {
  const plain = glob.replaceAll('\\', '');
  return /^!?(?:\/|[a-z]:)|(?:^!?|[/{,])\.\.(?:[/},]|$)/iu.test(plain);
}

/** A glob in quotation marks, as a message has it. */
export function quotedGlob(glob: string): string {
  return `“${glob.length > LONGEST ? `${glob.slice(0, 40)}…` : glob}”`;
}

function furtherStars(glob: string): number {
  const parts = worstCase(glob.replace(/\\./gu, '_')).split('/');
  const across = parts.filter((part) => part === '**').length;
  const within = parts.filter((part) => part !== '**').map((part) => starsIn(part) - 1);
  return [...within, across - 1].reduce((sum, further) => sum + Math.max(further, 0), 0);
}

/** A glob with each choice in braces made, for that with the most stars; that it was a choice counts as a star. */
function worstCase(glob: string): string {
  let made = glob;
  for (let before = ''; before !== made;) {
    before = made;
    made = made.replace(/\{([^{}]*)\}/gu, (_, choice: string) => {
      const [worst = ''] = choice.split(',').sort((a, b) => starsIn(b) - starsIn(a));
      return `*_${worst}`;
    });
  }
  return made;
}

function starsIn(part: string): number {
  return part.match(/\*+/gu)?.length ?? 0;
}
