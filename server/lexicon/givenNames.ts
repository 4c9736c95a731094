import { wordSet } from './wordSet.js';
/** Common given names in many languages. A capitalised word after one is most likely a surname. */
const GIVEN_NAMES = wordSet(
  'aaron abdul abdullah abigail abraham ada adam adrian agnes ahmad ahmed aisha alan albert alberto alejandro aleksandr alessandro ' +
    'alex alexander alexandra alexandre alexei alexey alexis alfred ali alice alicia alison allison amanda amber amelia amina amir amit ' +
    'amy ana anastasia anders andre andré andrea andreas andrei andrés andrew andrey andriy andy angela ángel angus anil anita anjali ann anna ' +
    'anne annie anthony antoine anton antonio antony anwar april archie ari arjun arne arnold arthur arturo arun ashley ashok astrid audrey ava ' +
    'ayesha barack barbara barry beatrice beatriz ben benjamin bernard beth betty bill billy björn bob bobby boris brad bradley brandon brenda ' +
    'brendan brett brian bridget britney bruce bruno bryan caitlin callum cameron camila camille carl carla carlo carlos carmen carol caroline ' +
    'catherine cecilia chantal charles charlie charlotte chase chen cheryl chloe chris christian christina christine christoph christopher claire ' +
    'clara clare claudia clive cody colin connor conor corey cristian cristiano cristina cynthia daisy dale damian damien dan daniel daniela daniele ' +
    'danielle danny darren darrell dave david dean deborah declan denis denise dennis derek diana diane didier diego dieter dimitri dmitri dmitry dmytro ' +
    'dominic dominique don donald donna dorothy doug douglas duncan dwight dylan ed eddie edgar edith eduardo edward edwin eileen elena eli elias ' +
    'elijah elizabeth ella ellen elliot emily emma emmanuel enrique eric erica erik erin ernest esther ethan eugene eva evan eve evelyn fabio faith ' +
    'farah fatima felipe felix femi fernando finn fiona florence frances francesca francesco francis francisco franck frank fred frederick freya fritz ' +
    'gabriel gabriela gareth gary gavin geoff george gerald gerard gerhard giacomo gianni gilbert gina giorgio giovanni giulia giuseppe gloria gordon ' +
    'grace graham grant greg gregory greta guillermo gustav guy habib hamid hannah hans harold harriet harry hassan hazel heather hector heidi heinrich ' +
    'helen helena henri henrik henry hiroshi holly hope howard hugh hugo hussein ian ibrahim igor imran ines ingrid irene iris isaac isabel isabella ' +
    'isabelle ismail ivan jack jackie jacob jacqueline jacques jake james jamie jan jane janet janice jasmine jason javier jay jean jeff jeffrey ' +
    'jennifer jenny jeremy jerome jerry jesse jessica jesús jill jim jimmy joan joanna joanne joao joão joe joel johan johann johannes john johnny jon ' +
    'jonas jonathan jordan jorge josé jose josef joseph josh joshua joy joyce juan judith judy julia julian julie jürgen justin kamala karen karim karl kate ' +
    'katherine kathleen kathryn kathy katie kayla keir keith kelly ken kenji kenneth kerry kevin khalid kim kirsten kofi kristen kristina kumar kwame ' +
    'kyle lars latifa laura lauren laurence laurent lawrence leah lee leo leon leonardo leroy leslie lewis liam lily linda lindsay lisa liz lloyd logan lola ' +
    'lorenzo lorraine louis louise luca lucas lucia lucy luigi luis luiz lukas luke lydia lynn madison magnus mahmoud malcolm manuel marc marcel marco ' +
    'marcos marcus margaret maria maría mariam marie marina mario marion marjorie mark markus martha martin martina marvin mary mason mateo mathieu mats matt matteo ' +
    'matthew matthias maureen maurice max maximilian maya megan mehmet melanie melissa mercedes meredith mia michael michel michele michelle miguel mike ' +
    'mikhail mila miles milo mina mira miriam mitch mohamed mohammad mohammed mohamud moira molly monica morgan moses muhammad mustafa mykola nadia nancy naomi ' +
    'narendra natalia natalie natasha nathan neil nelson ngozi niamh nicholas nick nicola nicolas nicole nigel nikita nikolai nina noah noel nora norman oksana ' +
    'oleg oleksandr oleksiy olga oliver olivia olivier omar oscar osman otto owen pablo pamela paolo pascal patricia patrick paul paula pauline pavel pedro ' +
    'peggy penelope penny per pete peter petra phil philip philippe phillip phoebe pierre piotr priya rachel rafael rahul raj rajesh ralph ramón randy ' +
    'rania rashid raúl ravi ray raymond rebecca reed reggie reuben ricardo richard rick rita rob robert roberto robin rodrigo roger roland roman romeo ron ' +
    'ronald rory rosa rosalind rose rosie ross roxanne roy ruben rupert russell ruth ryan said sabrina saeed salim sally salman sam samantha samir samuel ' +
    'sandra sandro sanjay sara sarah saskia scott sean sebastian selena serena serge sergei sergey sergio shannon sharon shaun shawn sheila shirin shirley ' +
    'siddharth sidney silvia simon simone siobhan sofia sonia sophia sophie stacey stan stanley stefan stefano stella stephanie stephen steve steven ' +
    'stewart stuart sunil susan susanna suzanne svetlana sven sylvia tamara tanya tara tariq tatiana taylor ted terence teresa terry thabo theo theodore ' +
    'theresa thierry thomas tiffany tim timothy tina toby todd tom tomás tommy toni tony tracey tracy trevor tristan tyler uma umar ursula valentina valeria ' +
    'valerie vanessa vera veronica vicky victor victoria viktor vijay vincent vincenzo viola violet virginia vivian vladimir volodymyr wade waleed walter ' +
    'wanda warren wayne wendy werner wesley wilfred will william willie winston wolfgang xavier yasmin yolanda yousef youssef yuki yuri yusuf yves yvonne ' +
    'zac zachary zahra zainab zara zeynep zoe',
);

/** True for a common given name; letter case does not matter. */
export function isGivenName(word: string): boolean {
  return GIVEN_NAMES.has(word.toLowerCase());
}
