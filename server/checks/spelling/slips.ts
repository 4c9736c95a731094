/**
 * Common slips with only one possible meaning, with the intended word; “Fix all” may correct them.
 */
const SLIPS: ReadonlyMap<string, string> = new Map(
  (
    'teh:the hte:the adn:and nad:and taht:that thta:that thsi:this waht:what wiht:with whcih:which wihch:which ' +
    'thier:their recieve:receive recieved:received recieves:receives recieving:receiving beleive:believe ' +
    'beleived:believed acheive:achieve acheived:achieved seperate:separate seperated:separated seperately:separately ' +
    'definately:definitely goverment:government govermnent:government comittee:committee commitee:committee ' +
    'occured:occurred occuring:occurring occurence:occurrence accomodate:accommodate accomodation:accommodation ' +
    'untill:until tommorow:tomorrow tommorrow:tomorrow wierd:weird sucess:success sucessful:successful ' +
    'neccessary:necessary enviroment:environment begining:beginning buisness:business becuase:because ' +
    'beacuse:because alot:a_lot aswell:as_well infact:in_fact incase:in_case eachother:each_other womens:women’s ' +
    'childrens:children’s dont:don’t doesnt:doesn’t didnt:didn’t isnt:isn’t wasnt:wasn’t arent:aren’t werent:weren’t ' +
    'hasnt:hasn’t havent:haven’t hadnt:hadn’t couldnt:couldn’t wouldnt:wouldn’t shouldnt:shouldn’t'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [slip = '', meant = ''] = pair.split(':');
      return [slip, meant.replace('_', ' ')];
    }),
);

/**
 * The intended word of a certain slip, with a curly apostrophe if it has one; `undefined` for any
 * other word. `key` is in lower case.
 */
export function meantBy(key: string): string | undefined {
  return SLIPS.get(key);
}
