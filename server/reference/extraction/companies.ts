import { isCompanyForm } from '../../lexicon/nameWords.js';

/** The names of companies without the legal form that some of the names end with: “Torvald Kabler” for “Torvald Kabler AG”. */
export function companiesAmong(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name) => withoutLegalForm(name) !== name).map(withoutLegalForm));
}

/** A name without the legal form at its end: “Torvald Kabler” for “Torvald Kabler AG”; any other name as it is. */
export function withoutLegalForm(name: string): string {
  const space = name.lastIndexOf(' ');
  return space > 0 && isCompanyForm(name.slice(space + 1)) ? name.slice(0, space) : name;
}
