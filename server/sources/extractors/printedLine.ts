/**
 * Words of a line that are set apart from others. Lengths are in points, positions relative to the
 * lower left corner of the page.
 */
export interface PrintedPart {
  readonly text: string;
  readonly x: number;
  /** The end of its last word. */
  readonly right: number;
}

/** A printed line. */
export interface PrintedLine extends PrintedPart {
  /** Its parts from left to right: several if there are wide gaps between its words. */
  readonly parts: readonly PrintedPart[];
  readonly y: number;
  /** The font size. */
  readonly size: number;
}

/** A printed line on its page. */
export interface PlacedLine extends PrintedLine {
  /** The 1-based number of its page. */
  readonly page: number;
}
