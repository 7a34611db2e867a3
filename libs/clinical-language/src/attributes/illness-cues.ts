import { PhraseTrie } from '../lexicon/phrase-trie';
import { surfaceKeys } from '../lexicon/phrases';
import { type VocabularyFinding } from '../model/vocabulary';

export type IllnessAttribute = 'illness-onset' | 'illness-duration' | 'illness-course';

/** Case-level findings whose words are attributes of the whole illness: read by this stage, not as concepts. */
export function isIllnessAttribute(findingId: string): findingId is IllnessAttribute {
  return /^illness-(?:onset|duration|course)$/.test(findingId);
}

/** Wordings per state, separated by `|`. States are those of the knowledge base's case-level findings. */
const ONSET_AND_COURSE: readonly (readonly [IllnessAttribute, string, string])[] = [
  [
    'illness-onset',
    'seconds-minutes',
    `sudden|suddenly|sudden onset|abrupt|abruptly|abrupt onset|out of the blue|instantaneous|instantaneously|thunderclap|within seconds|within minutes|over minutes|over seconds|
    over a few minutes|woke with|woken by|in an instant|突发|突然|骤起|骤发|突起|忽然|骤然|猝发|急起`,
  ],
  [
    'illness-onset',
    'hours',
    `acute onset|acutely|rapid onset|over hours|over several hours|over a few hours|over the course of a few hours|within hours|over the course of hours|over the morning|over the day|急性起病|起病急|数小时内`,
  ],
  [
    'illness-onset',
    'days',
    `over days|over a few days|over several days|over the past few days|subacute|subacute onset|亚急性起病|数日内|数天内`,
  ],
  [
    'illness-onset',
    'gradual',
    `gradual|gradually|gradual onset|insidious|insidiously|insidious onset|slow onset|slowly|slowly enlarging|slowly growing|gradually enlarging|gradually increasing|gradually increased|gradually worsening|gradually progressive|slowly progressive|crept up|逐渐出现|缓慢起病|起病缓慢|隐匿起病|起病隐匿|渐起|缓起|逐渐`,
  ],
  [
    'illness-course',
    'progressive',
    `progressive|progressively|getting worse|gets worse|worsening|has worsened|worsened|becoming worse|became worse|increasing in severity|increasing in frequency|increasingly|increasing|gradually worsening|gradually increasing|gradually increased|
    gradually enlarging|slowly enlarging|slowly growing|gradually progressive|slowly progressive|enlarging|growing|progressed|progressed to|progressing|progression|deteriorating|has deteriorated|deterioration|more and more|
    进行性|进行性加重|逐渐加重|逐渐加剧|渐加重|不断加重|日益加重|日渐加重|越来越重|加剧|加重|恶化|日渐严重|越来越严重|逐步加重|渐进性`,
  ],
  [
    'illness-course',
    'episodic',
    `intermittent|intermittently|episodic|episodes of|episodes|attacks of|attacks|bouts of|spells of|spells|recurrent episodes|recurrent attacks|recurrent bouts|recurrent spells|recurring episodes|recurring attacks|
    repeated episodes|repeated attacks|comes and goes|come and go|on and off|off and on|paroxysmal|阵发性|间断|间歇性|发作性|时轻时重|时有时无|偶发|一阵阵`,
  ],
  [
    'illness-course',
    'relapsing',
    `relapsing|recurrent|recurring|recurs|flares|flare-ups|relapses|remissions|keeps coming back|反复|反复发作|复发|反复出现|时好时坏`,
  ],
  [
    'illness-course',
    'resolving',
    `improving|resolving|getting better|has improved|subsiding|settling|better now|逐渐好转|好转|减轻|较前缓解|逐渐缓解`,
  ],
  [
    'illness-course',
    'first-constant',
    `constant|constantly|continuous|continuously|persistent|persistently|unremitting|unrelenting|ever since|non-stop|持续|持续性|一直|持续不缓解`,
  ],
];

export interface AttributeCue {
  readonly attribute: IllnessAttribute;
  readonly state: string;
}

/** Cues for onset, duration and course: those of the knowledge base first, then the common wordings above. */
export function buildAttributeCues(findings: readonly VocabularyFinding[]): PhraseTrie<AttributeCue> {
  const trie = new PhraseTrie<AttributeCue>();
  for (const { id, stateSynonyms } of findings) {
    if (!isIllnessAttribute(id)) continue;
    for (const [state, lists] of Object.entries(stateSynonyms ?? {})) {
      for (const phrase of [...(lists.en ?? []), ...(lists.zh ?? [])]) {
        trie.add(surfaceKeys(phrase), { attribute: id, state });
      }
    }
  }
  for (const [attribute, state, phrases] of ONSET_AND_COURSE) {
    for (const phrase of phrases.split('|').map((part) => part.trim())) {
      trie.add(surfaceKeys(phrase), { attribute, state });
    }
  }
  return trie;
}
