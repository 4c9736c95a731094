import { spellCheckDocument } from 'cspell-lib';

export function start() {
  return async (text) => {
    const document = { uri: 'file:///draft.md', text, languageId: 'markdown', locale: 'en' };
    const options = { generateSuggestions: false, noConfigSearch: true };
    const { issues } = await spellCheckDocument(document, options, {});
    return issues.map(({ offset, text: word }) => [offset, offset + word.length]);
  };
}
