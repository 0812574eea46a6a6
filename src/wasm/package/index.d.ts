/** A file that need not exist. A sheet whose name ends in `.csv` is taken for CSV. */
export interface File {
  /** As messages tell it. */
  name: string;
  text: string;
}

/** The rubrics to score by. None named: those that are shipped. */
export interface Rubrics {
  /**
   * Shipped ids, `microsoft` or `google`, or names in `files`; these have a `/` or end in `.yaml`
   * or `.yml`.
   */
  names?: string[];
  /** The rubrics named, and the catalogues that these name: as paths relative to the rubric. */
  files?: File[];
}

export type Format =
  | 'text' | 'plain' | 'markdown' | 'html' | 'svg' | 'json' | 'sarif' | 'junit' | 'github' | 'csv'
  | 'ndjson' | 'badge' | 'badge-json';

export interface Outcome {
  /** Whether there is a document; if not, `diagnostics` says why. */
  usable: boolean;
  /** Empty when not usable. */
  document: string;
  /** Errors, warnings and notices, as the program prints them. */
  diagnostics: string;
}

/** Scores an answer sheet of at most 1 MiB by rubrics of at most 8 MiB each. */
export function score(sheet: File, format: Format, rubrics?: Rubrics): Outcome;

/**
 * Checks an answer sheet, catalogue, rubric or list of waivers; its `schema:` says which. The
 * document is a line on what it holds.
 */
export function validate(file: File, rubrics?: Rubrics): Outcome;
