import { type ConlluSentence, readConllu } from '../../../server/prose/grammar/conllu.js';

/** A phrase as CoNLL-U columns: form, lemma, tags, features, head within the phrase, relation. */
type Phrase = readonly string[];

const SUBJECTS: readonly Phrase[] = [
  ['The the DET DT Definite=Def|PronType=Art 2 det', 'judge judge NOUN NN Number=Sing 0 nsubj'],
  ['The the DET DT Definite=Def|PronType=Art 2 det', 'keepers keeper NOUN NNS Number=Plur 0 nsubj'],
  ['Amara Amara PROPN NNP Number=Sing 0 nsubj', 'Osei Osei PROPN NNP Number=Sing 1 flat'],
  [
    'A a DET DT Definite=Ind|PronType=Art 3 det',
    'young young ADJ JJ Degree=Pos 3 amod',
    'striker striker NOUN NN Number=Sing 0 nsubj',
  ],
  ['She she PRON PRP Case=Nom|Number=Sing|Person=3|PronType=Prs 0 nsubj'],
];

const VERBS: readonly Phrase[] = [
  ['approved approve VERB VBD Mood=Ind|Tense=Past|VerbForm=Fin 0 root'],
  ['saw see VERB VBD Mood=Ind|Tense=Past|VerbForm=Fin 0 root'],
  ['has have AUX VBZ Mood=Ind|VerbForm=Fin 2 aux', 'studied study VERB VBN VerbForm=Part 0 root'],
  ['will will AUX MD VerbForm=Fin 2 aux', 'count count VERB VB VerbForm=Inf 0 root'],
  [
    'did do AUX VBD Mood=Ind|VerbForm=Fin 3 aux',
    'not not PART RB Polarity=Neg 3 advmod',
    'miss miss VERB VB VerbForm=Inf 0 root',
  ],
];

const OBJECTS: readonly Phrase[] = [
  ['the the DET DT Definite=Def|PronType=Art 2 det', 'budget budget NOUN NN Number=Sing 0 obj'],
  ['seven seven NUM CD NumType=Card 2 nummod', 'comets comet NOUN NNS Number=Plur 0 obj'],
  [
    'the the DET DT Definite=Def|PronType=Art 2 det',
    'ships ship NOUN NNS Number=Plur 0 obj',
    'in in ADP IN _ 5 case',
    'the the DET DT Definite=Def|PronType=Art 5 det',
    'harbour harbour NOUN NN Number=Sing 2 nmod',
  ],
  ['her she PRON PRP Case=Acc|Number=Sing|Person=3|PronType=Prs 0 obj'],
];

/** A hundred made-up sentences with their trees: every subject with every verb and object. */
export const OWN_TREEBANK: readonly ConlluSentence[] = SUBJECTS.flatMap((subject, document) =>
  VERBS.flatMap((verb) => OBJECTS.map((object) => sentenceOf(document, [subject, verb, object]))),
);

function sentenceOf(document: number, phrases: readonly Phrase[]): ConlluSentence {
  const rows: string[] = [];
  const verbRoot = (phrases[0]?.length ?? 0) + (phrases[1]?.length ?? 0);
  for (const phrase of phrases) {
    const start = rows.length;
    for (const word of phrase) {
      const [form, lemma, upos, xpos, feats, head = '0', relation = ''] = word.split(' ');
      const inPhrase = Number(head);
      const whole = inPhrase > 0 ? start + inPhrase : relation === 'root' ? 0 : verbRoot;
      rows.push(
        [rows.length + 1, form, lemma, upos, xpos, feats, whole, relation, '_', '_'].join('\t'),
      );
    }
  }
  rows.push([rows.length + 1, '.', '.', 'PUNCT', '.', '_', verbRoot, 'punct', '_', '_'].join('\t'));
  const [sentence] = readConllu(`# newdoc id = ${document}\n${rows.join('\n')}\n`);
  if (sentence === undefined) throw new Error('a sentence has words');
  return sentence;
}
