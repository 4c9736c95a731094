import { LocalLinter } from 'harper.js';
import { slimBinary } from 'harper.js/slimBinary';

/**
 * Those of its hundreds of rules that find broken sentences; spelling, the slowest, is not among
 * them.
 */
const FEW = [
  'AnA',
  'CapitalizePersonalPronouns',
  'DoubleModal',
  'MissingDeterminer',
  'MissingPreposition',
  'MissingTo',
  'ModalOf',
  'PronounVerbAgreement',
  'RepeatedWords',
  'SentenceCapitalization',
  'Spaces',
  'ThereIsAgreement',
  'UnclosedQuotes',
  'WrongApostrophe',
];

export async function start(variant) {
  const linter = new LocalLinter({ binary: slimBinary });
  await linter.setup();
  if (variant === 'few') {
    const rules = Object.keys(await linter.getLintConfig());
    await linter.setLintConfig(Object.fromEntries(rules.map((rule) => [rule, FEW.includes(rule)])));
  }
  return async (text) => {
    const lints = await linter.lint(text, { language: 'markdown' });
    return lints.map((lint) => [lint.span().start, lint.span().end]);
  };
}
