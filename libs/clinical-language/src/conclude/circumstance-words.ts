import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { surfaceKeys } from '../normalise/phrases';

/** What brings a complaint on, makes it worse or relieves it; a part of the body is where it spreads to. */
const FACTORS = [
  'exertion',
  'breathing',
  'cough',
  'movement',
  'lying',
  'sitting-up',
  'standing-up',
  'head-movement',
  'bending',
  'chewing',
  'swallowing',
  'light',
  'noise',
  'morning',
  'evening',
  'meal',
  'fatty-meal',
  'food',
  'defaecation',
  'cold-air',
  'rest',
  'nitrate',
  'night',
  'arm-or-jaw',
  'back',
  'groin',
  'leg',
  'arm',
] as const;

/** How a factor bears on the complaint. */
const BEARINGS = ['worse', 'relief', 'radiation'] as const;

export type Factor = (typeof FACTORS)[number];
export type Bearing = (typeof BEARINGS)[number];

const rowSchema = z.strictObject({
  factor: z.enum(FACTORS).optional(),
  bearing: z.enum(BEARINGS).optional(),
  words: z.array(z.string().min(1)).min(1),
});

function triesOf(language: 'en' | 'zh'): { factors: PhraseTrie<Factor>; bearings: PhraseTrie<Bearing> } {
  const factors = new PhraseTrie<Factor>();
  const bearings = new PhraseTrie<Bearing>();
  for (const { factor, bearing, words } of lexiconRows(`${language}/circumstances`, z.array(rowSchema))) {
    for (const keys of words.map(surfaceKeys)) {
      if (factor !== undefined) factors.add(keys, factor);
      if (bearing !== undefined) bearings.add(keys, bearing);
    }
  }
  return { factors, bearings };
}

/** English factors, each named by what stands behind "worse on", "relieved by" or "when", and the words before them. */
export const { factors: FACTORS_EN, bearings: BEARINGS_EN } = triesOf('en');
/** Chinese factors with the character that ties them to a complaint (活动后, 深吸气时), and the words around them. */
export const { factors: FACTORS_ZH, bearings: BEARINGS_ZH } = triesOf('zh');
