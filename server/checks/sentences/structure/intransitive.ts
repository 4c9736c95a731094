import type { Token } from '../../../prose/tokens.js';

/** Verbs that never take an object or a content clause. */
const INTRANSITIVE =
  /^(?:abide|abound|accede|adhere|amount|appertain|arrive|belong|cater|coexist|coincide|collaborate|collapse|collide|comply|consist|cooperate|correspond|culminate|depend|die|differ|disappear|dwell|elapse|elope|emanate|emerge|emigrate|exist|falter|flourish|happen|interact|interfere|intervene|kneel|languish|lurk|migrate|occur|participate|persist|pertain|preside|prevail|prosper|recede|recur|rejoice|rely|reside|retaliate|revolve|side|specialise|specialize|subside|succumb|teem|vanish|wane)$/u;

/** True for a form of a verb that never takes an object: “arrive”, “rely”. */
export function isIntransitive(token: Token | undefined): boolean {
  return token?.tag === 'VERB' && INTRANSITIVE.test(token.lemma);
}
