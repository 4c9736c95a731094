/**
 * Words that English spells or sounds alike, as dictionaries of usage list them. Either word of a pair may be written
 * for the other, but “have” is not written for “of” by mistake. Pairs such as “find” and “fined” are left out because
 * correct uses were reported (“The court fined the council”): one of the two words is rare in the prose, or occurs in
 * few contexts.
 */
export const PAIRS: readonly (readonly [string, string])[] = (
  'accept/except adapt/adopt adverse/averse advice/advise affect/effect affected/effected ' +
  'affects/effects aid/aide aides/aids allowed/aloud alluded/eluded allusion/illusion altar/alter ' +
  'angel/angle appraise/apprise appraised/apprised ascent/assent bail/bale bare/bear ' +
  'bazaar/bizarre berth/birth board/bored born/borne brake/break brakes/breaks breath/breathe ' +
  'cache/cash cannon/canon capital/capitol cast/caste casual/causal ceased/seized ' +
  'cell/sell censored/censured cereal/serial choice/choose choose/chose chord/cord cite/site ' +
  'cites/sites coarse/course complement/compliment complementary/complimentary ' +
  'conscience/conscious consul/council core/corps councils/counsels ' +
  'country/county dairy/diary decent/descent decent/dissent defuse/diffuse dependant/dependent ' +
  'desert/dessert desert/desserts device/devise diner/dinner discreet/discrete dual/duel ' +
  'dyeing/dying elicit/illicit elusive/illusive eminent/imminent envelop/envelope ' +
  'exercise/exorcise fair/fare farther/father faze/phase fazed/phased feat/feet ' +
  'flair/flare flaunt/flout foreword/forward form/from formally/formerly forth/fourth gait/gate ' +
  'gorilla/guerrilla grisly/grizzly hail/hale hall/haul heal/heel hear/here heard/herd ' +
  'heroin/heroine higher/hire hoard/horde hole/whole holy/wholly hour/our idle/idol ' +
  "ingenious/ingenuous it's/its key/quay knew/new knight/night know/no know/now lead/led " +
  'leased/least lessen/lesson lesser/lessor liable/libel lightening/lightning loan/lone ' +
  'loose/lose loosing/losing main/mane manner/manor marital/martial meat/meet ' +
  'medal/metal medals/metals miner/minor missed/mist moat/mote moot/mute moral/morale ' +
  'muscle/mussel naval/navel pair/pear palate/palette palette/pallet passed/past ' +
  'patience/patients peace/piece peak/peek peak/pique peaked/piqued pedal/peddle ' +
  'perpetrate/perpetuate persecuted/prosecuted personal/personnel perspective/prospective ' +
  'plain/plane pole/poll pole/pool poles/polls poor/pour populace/populous pored/poured ' +
  'praise/prays pray/prey precede/proceed preceded/proceeded precedence/precedents ' +
  'premier/premiere presence/presents principal/principle principals/principles profit/prophet ' +
  'quiet/quite quota/quote rain/reign raise/raze raised/razed reign/rein reigns/reins ' +
  'residence/residents respectfully/respectively right/write road/rode roles/rolls ' +
  'root/route roots/routes sail/sale sauce/source scene/seen scent/sent sea/see ' +
  'shear/sheer shone/shown sleight/slight soar/sore ' +
  'sole/soul son/sun sort/sought staid/stayed stake/steak stakes/steaks stationary/stationery ' +
  'statue/statute stature/statute steal/steel straight/strait suit/suite suite/sweet tail/tale ' +
  "team/teem than/then their/there their/they're there/they're thorough/through threw/through " +
  'throne/thrown tide/tied to/too toe/tow track/tract trail/trial trails/trials troop/troupe ' +
  'troops/troupes united/untied vain/vane vain/vein vary/very waist/waste wait/weight waive/wave ' +
  'waived/waved waiver/waver wander/wonder ware/wear warn/worn weak/week weather/whether ' +
  "were/where who's/whose wreak/wreck yoke/yolk you're/your "
)
  .trim()
  .split(' ')
  .map((pair) => {
    const [one = '', other = ''] = pair.split('/');
    return [one, other];
  });

/** Words that are written for another by mistake, but not the other way round. */
export const ONE_WAY: readonly (readonly [written: string, meant: string])[] = [['of', 'have']];
