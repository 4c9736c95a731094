import type { Code, Severity } from '../checks/finding.js';

/** What each code means, in a few words that fit a list of rules. */
export const CODE_MEANINGS: Readonly<Record<Code, string>> = {
  'name/misspelled': 'A name is a near miss of one that the sources know',
  'name/inconsistent': 'One name is written two ways',
  'name/unknown': 'The sources do not know this name',
  'sentence/missing-verb': 'A sentence has lost its verb',
  'sentence/missing-subject': 'A sentence has lost its subject',
  'sentence/fragment': 'A piece of a sentence stands alone',
  'sentence/run-on': 'Two sentences run on without a stop between them',
  'sentence/run-together': 'Two words or sentences have lost the space between them',
  'sentence/stray-capital': 'A word has a capital letter that it should not have',
  'sentence/lowercase-start': 'A sentence or a name starts with a small letter',
  'sentence/duplicate-item': 'A list names one thing twice',
  'sentence/repeated-word': 'A word stands twice in a row',
  'sentence/unbalanced-quote': 'A quotation mark or bracket has lost its partner',
  'sentence/missing-end': 'A sentence has lost its full stop',
  'sentence/agreement': 'Subject and verb do not agree, or a verb has the wrong form',
  'sentence/garbled': 'The words of a sentence do not fit together',
  'sentence/placeholder': 'A placeholder is still to be filled in',
  'claim/contradicted': 'The sources say otherwise',
  'claim/unsupported': 'The sources cover the subject and do not say this',
  'quote/altered': 'The words of a quote are not those on record',
  'quote/misattributed': 'On record these words are another speaker’s',
  'quote/unsupported': 'No source has these words',
  'style/spelling': 'The draft mixes two conventions of spelling',
  'style/honorific': 'The draft mixes two ways of writing honorifics',
  'style/unused-ignore': 'Something is to be ignored that is not told any more',
  'reference/uncovered': 'No source covers this draft',
};

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/** True where `severity` matters at least as much as `bar`. Cannot throw. */
export function atLeast(severity: Severity, bar: Severity): boolean {
  return RANK[severity] >= RANK[bar];
}
