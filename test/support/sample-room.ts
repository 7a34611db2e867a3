import { type Mine, type RoomStage, type RoomState } from '@openrounds/contracts';
import { type FakeRoom } from './fake-room';

const ROOM_ID = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a11';
export const ROUND_ID = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
type Round = NonNullable<RoomState['round']>;
type Result = NonNullable<RoomState['result']>;

export const OPEN_ROUND: Round = {
  id: ROUND_ID,
  stageNo: 1,
  position: 1,
  task: { task: 'differential' },
  attempt: 1,
  state: 'open',
  closesAt: null,
  scored: true,
};

const worded = (text: string) => ({ text, language: 'en' as const });
export const TEST_ROUND: Round = {
  ...OPEN_ROUND,
  id: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a12',
  position: 2,
  task: {
    task: 'next-test',
    spec: {
      options: [
        { id: 'ct-pulmonary-angiogram', text: worded('CT pulmonary angiogram') },
        { id: 'chest-x-ray', text: worded('Chest X-ray') },
        { id: 'd-dimer', text: worded('D-dimer') },
        { id: 'no-test-yet', text: worded('No test yet') },
      ],
      several: false,
    },
  },
};
export const ERROR_ROUND: Round = {
  ...OPEN_ROUND,
  id: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a13',
  task: {
    task: 'find-error',
    spec: {
      lines: [
        { id: 'l1', text: worded('Recent surgery speaks for pulmonary embolism.') },
        { id: 'l2', text: worded('A saturation of 91 % speaks against it.') },
      ],
    },
  },
};

export const LOBBY: RoomState = {
  code: '482713',
  roomId: ROOM_ID,
  seq: 1,
  state: 'lobby',
  language: 'en',
  entry: 'open',
  serverNow: '2026-11-20T09:00:00.000Z',
  participants: 312,
  stage: null,
  round: null,
  answered: { count: 0, of: 312 },
  layers: [],
  result: null,
};

const STAGE: RoomStage = {
  seq: 1,
  no: 1,
  of: 4,
  kind: 'history',
  title: null,
  text: worded(
    'A woman of 58 has been suddenly breathless since this morning. It hurts on the right when she breathes in. Her knee was replaced 11 days ago. No productive cough, no blood.',
  ),
  findings: [],
  engine: null,
  stageKey: null,
  rounds: [],
  afterwards: null,
};

const named = (diseaseId: string, name: string, probability: number) => ({ diseaseId, name, probability });
const pooled = (diseaseId: string, name: string, probability: number) => ({
  ...named(diseaseId, name, probability),
  named: 200,
  first: 100,
  histogram: [2, 4, 9, 16, 25, 30, 34, 41, 33, 27, 21, 18, 13, 10, 7, 5, 3, 2, 1, 1],
});
const ranked = (rank: number, diseaseId: string, name: string, probability: number, mustNotMiss = false) => ({
  ...named(diseaseId, name, probability),
  rank,
  mustNotMiss,
});

export const RESULT: Result = {
  class: {
    kind: 'differential',
    answered: 300,
    linear: [
      pooled('community-acquired-pneumonia', 'Pneumonia', 0.37),
      pooled('pulmonary-embolism', 'Pulmonary embolism', 0.36),
      pooled('pneumothorax', 'Pneumothorax', 0.07),
      pooled('atelectasis', 'Atelectasis', 0.06),
    ],
    further: { count: 185, probability: 0.08 },
    other: { probability: 0.06, histogram: [300] },
    logarithmic: { diseases: [], rest: 1 },
  },
  engine: {
    differential: [
      ranked(1, 'pulmonary-embolism', 'Pulmonary embolism', 0.58, true),
      ranked(2, 'community-acquired-pneumonia', 'Pneumonia', 0.16),
      ranked(3, 'atelectasis', 'Atelectasis', 0.12),
      ranked(4, 'pneumothorax', 'Pneumothorax', 0.0004, true),
    ],
    other: 0.083,
    mustNotMiss: [named('pulmonary-embolism', 'Pulmonary embolism', 0.58)],
    nextTests: [],
  },
  stageKey: [
    { diseaseId: 'pulmonary-embolism', name: 'Pulmonary embolism', percent: 55 },
    { diseaseId: 'community-acquired-pneumonia', name: 'Pneumonia', percent: 20 },
    { diseaseId: 'atelectasis', name: 'Atelectasis', percent: 10 },
  ],
  roundKey: null,
  diagnosis: {
    diagnosis: { diseaseId: 'pulmonary-embolism', name: 'Pulmonary embolism' },
    acceptable: [],
  },
};

const NOTHING_OWN: Mine = { number: 17, seq: 1, rounds: [], prompts: null };

/** One's own things after the diagnosis: three lists, their scores, two questions to think about. */
export const SCORED: Mine = {
  ...NOTHING_OWN,
  rounds: [
    [1, 35, 1.05, 0.61],
    [2, 45, 0.8, 0.42],
    [3, 55, 0.6, 0.29],
  ].map(([stageNo = 1, keyPoints = 0, logScore = 0, brier = 0]) => ({
    roundId: `0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a2${String(stageNo)}`,
    stageNo,
    attempt: 1,
    closesAt: null,
    own: null,
    score: { scoreVersion: 1, logScore, brier, right: true, keyPoints },
  })),
  prompts: [
    {
      code: 'base-rate-neglect',
      text: 'Panic attack stayed at 5 % after the fever. What would have to be true for that?',
    },
    {
      code: 'test-choice',
      text: 'You chose D-dimer after surgery. It would have changed your list by 0.03 bits. Why so little?',
    },
  ],
};

export const sampleRoom = (frame: Partial<RoomState> = {}): FakeRoom => ({
  frame: { ...LOBBY, ...frame },
  mine: NOTHING_OWN,
  stages: { 1: STAGE, 2: { ...STAGE, no: 2, kind: 'examination', text: worded('Temperature 38.1 °C.') } },
  names: [
    ['atelectasis', 'Atelectasis', 'collapsed lung'],
    ['community-acquired-pneumonia', 'Community-acquired pneumonia', 'pneumonia', 'lung infection'],
    ['panic-attack', 'Panic attack'],
    ['pneumothorax', 'Pneumothorax', 'collapsed lung'],
    ['pulmonary-embolism', 'Pulmonary embolism', 'PE'],
  ],
  door: null,
  isRemoved: false,
  isSignedIn: false,
  submissionRefusal: null,
});

/** A running room at its first stage, with a round open, closed or shown. */
export const running = (round: Round | null, more: Partial<RoomState> = {}): Partial<RoomState> => ({
  state: 'running',
  stage: { no: 1, of: 4, kind: 'history', title: null },
  round,
  ...more,
});
