import { isCompanyForm } from '../../lexicon/nameWords.js';

/** The names of companies without the legal form that some of the names end with: “Torvald Kabler” for “Torvald Kabler AG”. */
export function companiesAmong(names: readonly string[]): ReadonlySet<string> {
  return new Set(
    names.flatMap((name) => {
      const words = name.split(' ');
      return isCompanyForm(words.at(-1) ?? '') ? [words.slice(0, -1).join(' ')] : [];
    }),
  );
}
