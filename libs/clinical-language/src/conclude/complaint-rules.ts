import { type Bearing, type Factor } from './circumstance-words';

/** A complaint (or anything that is a kind of it) under a circumstance is the finding `gives`. */
export interface CircumstanceRule {
  readonly complaint: string;
  readonly bearing: Bearing;
  readonly factor: Factor;
  readonly gives: string;
}

type Row = readonly [complaints: string, bearing: Bearing, factors: string, gives: string];

/** Ids of the knowledge base; a row whose finding a vocabulary lacks does nothing. */
const ROWS: readonly Row[] = [
  ['dyspnoea', 'worse', 'exertion', 'exertional-dyspnoea'],
  ['dyspnoea', 'worse', 'lying', 'orthopnoea'],
  ['dyspnoea', 'relief', 'sitting-up', 'orthopnoea'],
  ['chest-pain chest-tightness', 'worse', 'exertion', 'exertional-chest-pain'],
  ['chest-pain', 'worse', 'breathing cough', 'pleuritic-chest-pain'],
  ['chest-pain', 'worse', 'lying', 'positional-chest-pain-relieved-sitting-forward'],
  ['chest-pain', 'relief', 'sitting-up', 'positional-chest-pain-relieved-sitting-forward'],
  ['chest-pain chest-tightness', 'relief', 'rest nitrate', 'chest-pain-relieved-by-rest-or-nitrate'],
  ['chest-pain', 'worse', 'rest', 'chest-pain-at-rest'],
  ['chest-pain', 'radiation', 'arm-or-jaw', 'pain-radiating-to-left-arm-or-jaw'],
  ['heartburn', 'worse', 'lying meal bending', 'heartburn-worse-lying-or-after-meals'],
  ['cough wheeze', 'worse', 'exertion cold-air', 'exercise-or-cold-air-trigger'],
  ['dyspnoea', 'worse', 'cold-air', 'exercise-or-cold-air-trigger'],
  ['cough wheeze', 'worse', 'night', 'nocturnal-cough'],
  ['syncope', 'worse', 'exertion', 'exertional-syncope'],
  ['dizziness syncope', 'worse', 'standing-up', 'symptoms-on-standing-up'],
  ['vertigo dizziness', 'worse', 'head-movement', 'positional-vertigo'],
  ['headache', 'worse', 'exertion movement', 'headache-worse-with-activity'],
  ['headache', 'worse', 'lying cough morning', 'headache-worse-in-morning-or-lying'],
  ['headache eye-pain', 'worse', 'light', 'photophobia'],
  ['headache', 'worse', 'noise', 'phonophobia'],
  ['sore-throat', 'worse', 'swallowing', 'odynophagia'],
  ['diplopia ptosis limb-weakness dysphagia dysarthria', 'worse', 'evening', 'fatigable-weakness'],
  ['facial-pain', 'worse', 'bending', 'facial-pain-worse-bending'],
  ['facial-pain', 'worse', 'chewing', 'facial-pain-triggered-by-touch-or-chewing'],
  ['abdominal-pain', 'worse', 'fatty-meal', 'pain-after-fatty-meal'],
  ['abdominal-pain', 'worse', 'meal', 'postprandial-abdominal-pain'],
  ['abdominal-pain', 'relief', 'meal food', 'pain-relieved-by-food-or-antacid'],
  ['abdominal-pain', 'relief', 'defaecation', 'pain-relieved-by-defaecation'],
  ['abdominal-pain', 'worse', 'movement cough', 'peritonism-worse-on-movement'],
  ['epigastric-pain', 'radiation', 'back', 'epigastric-pain-radiating-to-back'],
  ['flank-pain', 'radiation', 'groin', 'loin-to-groin-pain'],
  ['perianal-pain', 'worse', 'defaecation', 'pain-on-defaecation'],
  ['back-pain', 'radiation', 'leg', 'sciatica'],
  ['back-pain', 'worse', 'movement exertion', 'mechanical-back-pain'],
  ['back-pain', 'relief', 'rest', 'mechanical-back-pain'],
  ['back-pain', 'relief', 'exertion', 'inflammatory-back-pain'],
  ['back-pain', 'worse', 'night', 'nocturnal-back-pain'],
  ['neck-pain', 'radiation', 'arm arm-or-jaw', 'arm-pain-radiating-from-neck'],
  ['shoulder-pain', 'worse', 'night', 'night-shoulder-pain'],
  ['knee-pain joint-pain', 'worse', 'exertion', 'mechanical-joint-pain'],
  ['knee-pain joint-pain', 'relief', 'rest', 'mechanical-joint-pain'],
  ['calf-tenderness', 'worse', 'exertion', 'intermittent-claudication'],
  ['pruritus', 'worse', 'night', 'night-itch'],
  ['diarrhoea', 'worse', 'night', 'nocturnal-diarrhoea'],
  ['paraesthesia', 'worse', 'night', 'nocturnal-hand-paraesthesia'],
  ['urinary-incontinence', 'worse', 'cough exertion', 'leak-on-coughing-or-exertion'],
];

export const CIRCUMSTANCE_RULES: readonly CircumstanceRule[] = ROWS.flatMap(
  ([complaints, bearing, factors, gives]) =>
    complaints
      .split(' ')
      .flatMap((complaint) =>
        factors.split(' ').map((factor) => ({ complaint, bearing, factor: factor as Factor, gives })),
      ),
);

/** A complaint that has lasted so long, or whose attacks last so long, is the finding `gives`. Days. */
export interface DurationRule {
  readonly complaint: string;
  /** Categorical complaints: the states that count. */
  readonly states?: readonly string[];
  /** How long it has been there, or how long one attack lasts. */
  readonly of: 'illness' | 'attack';
  readonly from: number;
  readonly to: number;
  readonly gives: string;
}

const MINUTE = 1 / 1440;
const EVER = Number.POSITIVE_INFINITY;

/** Limits as textbooks define the findings: cough over 8 weeks, diarrhoea over 4 weeks, fever over 5 days. */
export const DURATION_RULES: readonly DurationRule[] = [
  { complaint: 'cough', of: 'illness', from: 56, to: EVER, gives: 'chronic-cough' },
  { complaint: 'diarrhoea', of: 'illness', from: 28, to: EVER, gives: 'chronic-diarrhoea' },
  {
    complaint: 'body-temperature',
    states: ['fever', 'high-fever'],
    of: 'illness',
    from: 5.01,
    to: 365,
    gives: 'prolonged-fever-over-five-days',
  },
  { complaint: 'chest-pain', of: 'attack', from: 20 * MINUTE, to: 2, gives: 'chest-pain-over-20-minutes' },
  {
    complaint: 'vertigo',
    of: 'attack',
    from: 0,
    to: 1.01 * MINUTE,
    gives: 'vertigo-attacks-under-one-minute',
  },
  { complaint: 'vertigo', of: 'attack', from: 10 * MINUTE, to: 1, gives: 'vertigo-attacks-minutes-to-hours' },
  { complaint: 'vertigo', of: 'attack', from: 1, to: 60, gives: 'continuous-vertigo-over-24h' },
];

/** A complaint that began within seconds or minutes. */
export const SUDDEN_RULES: readonly { readonly complaint: string; readonly gives: string }[] = [
  { complaint: 'dyspnoea', gives: 'sudden-onset-dyspnoea' },
  { complaint: 'hearing-loss', gives: 'sudden-hearing-loss' },
  { complaint: 'testicular-pain', gives: 'sudden-severe-testicular-pain' },
];
