/** More UTF-16 units than anyone writes in a glob. */
const MAX_LENGTH = 500;

/**
 * How many stars and braces a glob may have beyond one per path segment. A single star matches a segment in
 * one way; each further one multiplies the ways to match it. Two further stars take milliseconds on the
 * longest file name, thirty would never end.
 */
const MAX_EXTRA_STARS = 2;

/**
 * Why a glob is not used, as words that follow it: “has too many stars …”; `undefined` if nothing is wrong
 * with it.
 */
export function globProblem(glob: string): string | undefined {
  if (glob.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} characters`;
  if (/[?*+@!]\(/u.test(glob)) return 'has a group in round brackets, which is not supported';
  if (extraStars(glob) > MAX_EXTRA_STARS) {
    return 'has too many stars and braces (at most three in one part of the path)';
  }
  return undefined;
}

/** True for a glob that matches files outside the folder that it is relative to. */
export function escapesFolder(glob: string): boolean {
  const plain = glob.replaceAll('\\', '');
  return /^!?(?:\/|[a-z]:)|(?:^!?|[/{,])\.\.(?:[/},]|$)/iu.test(plain);
}

/** A glob in quotation marks for a message, shortened if it is very long. */
export function quotedGlob(glob: string): string {
  return `“${glob.length > MAX_LENGTH ? `${glob.slice(0, 40)}…` : glob}”`;
}

function extraStars(glob: string): number {
  const segments = worstCase(glob.replace(/\\./gu, '_')).split('/');
  const across = segments.filter((segment) => segment === '**').length;
  const within = segments
    .filter((segment) => segment !== '**')
    .map((segment) => countStars(segment) - 1);
  return [...within, across - 1].reduce((sum, extra) => sum + Math.max(extra, 0), 0);
}

/** A glob in which a star and the alternative with the most stars replace each pair of braces. */
function worstCase(glob: string): string {
  let expanded = glob;
  for (let before = ''; before !== expanded;) {
    before = expanded;
    expanded = expanded.replace(/\{([^{}]*)\}/gu, (_, alternatives: string) => {
      const [worst = ''] = alternatives.split(',').sort((a, b) => countStars(b) - countStars(a));
      return `*_${worst}`;
    });
  }
  return expanded;
}

function countStars(segment: string): number {
  return segment.match(/\*+/gu)?.length ?? 0;
}
