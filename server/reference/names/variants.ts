/**
 * Accepted variant spellings, one name per line: transliterations used by news agencies, and places with an older
 * English name. The first of each line is the canonical one.
 */
const VARIANTS = `
abdul abdel abdal abd
ahmed ahmad
alexander aleksandr alexandr aleksander oleksandr
alexei alexey aleksei aleksey alexej oleksiy oleksii
anatoly anatoli anatoliy anatolii
andrei andrey andrej andriy andrii
arkady arkadi arkadiy
dmitri dmitry dmitriy dmitrii dimitri dmytro
evgeny evgeni evgeniy yevgeny yevgeni yevgeniy yevhen
fyodor fedor
gennady gennadi gennadiy
georgy georgi georgiy
grigory grigori grigoriy
hussein hussain husayn husain hossein
khaled khalid
maxim maksim maksym
mikhail mikhael mykhailo
mohammed mohamed muhammad mohammad muhammed mohamad
mustafa mostafa
nikolai nikolay
omar umar
osama usama
pyotr petr
said saeed sayed sayyid
sergei sergey sergej serhiy serhii serguei
valery valeri valeriy
vasily vasili vasiliy vassily
vitaly vitali vitaliy vitalii
yegor egor
yelena elena
yekaterina ekaterina
yuri yury yuriy yurii
yousef youssef yusuf yousuf
zelensky zelenskyy zelenskiy zelenski
beijing peking
chennai madras
chernobyl chornobyl
donbas donbass
kharkiv kharkov
kolkata calcutta
kyiv kiev
lviv lvov
mumbai bombay
odesa odessa
almaty almaata
kyrgyzstan kirghizstan kirgizstan
belarusian belarussian
romania rumania roumania
quran koran
centre center
theatre theater
defence defense
labour labor
harbour harbor
programme program
licence license
`;

const first = new Map<string, string>();
for (const line of VARIANTS.trim().split('\n')) {
  const [head = '', ...others] = line.split(' ');
  for (const other of others) first.set(other, head);
}

/** The canonical spelling of a folded word; the word itself if it is not a known variant. */
export function variantOf(word: string): string {
  const known = first.get(word);
  if (known !== undefined) return known;
  if (word.length < 6) return word;
  if (word.endsWith('isation') || word.endsWith('isations')) {
    return word.replace(/isation(?=s?$)/u, 'ization');
  }
  return /sk(?:iy|yy|ij|i|y)$/u.test(word) ? word.replace(/sk(?:iy|yy|ij|i|y)$/u, 'sky') : word;
}
