import { spellCheckDocument } from 'cspell-lib';

export function start() {
  return async (text) => {
    const document = { uri: 'file:///draft.md', text, languageId: 'markdown', locale: 'en' };
    const options = { generateSuggestions: false, noConfigSearch: true };
    return (await spellCheckDocument(document, options, {})).issues.length;
  };
}
