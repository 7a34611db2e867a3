import {
  type CodedMine,
  type CodedPrompt,
  type CodedRoomStage,
  type CodedRoomState,
} from '@openrounds/contracts';
import { tinyBundle } from '@openrounds/testing';
import { namesOf } from '../run/names';
import { presentMine } from './present-mine';
import { presentRoomStage, presentRoomState } from './present-room';

const bundle = tinyBundle();
const PE = 'pulmonary-embolism';
const test = bundle.tests[0]?.id ?? '';
const nameOf = (language: 'en' | 'zh') => namesOf(bundle, language).disease(PE);
const ROUND = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
const options = [{ id: test }, { id: 'no-test-yet' }, { id: 'own', text: { en: 'Wait' } }];

const state: CodedRoomState = {
  code: '482913',
  roomId: ROUND,
  seq: 3,
  state: 'running',
  language: 'en',
  entry: 'open',
  serverNow: '2026-11-21T09:00:00.000Z',
  participants: 2,
  stage: { no: 1, of: 2, kind: 'history', title: { zh: '开始' } },
  round: {
    id: ROUND,
    stageNo: 1,
    position: 1,
    task: { task: 'next-test', spec: { ask: { zh: '查什么？' }, options, several: false } },
    attempt: 1,
    state: 'revealed',
    closesAt: null,
    scored: true,
  },
  answered: { count: 2, of: 2 },
  layers: ['class', 'engine'],
  result: {
    class: {
      kind: 'differential',
      answered: 2,
      linear: [{ diseaseId: PE, probability: 0.6, named: 2, first: 2, histogram: [] }],
      further: { count: 0, probability: 0 },
      other: { probability: 0.4, histogram: [] },
      logarithmic: { diseases: [{ diseaseId: PE, probability: 0.6 }], rest: 0.4 },
    },
    engine: {
      differential: [{ rank: 1, diseaseId: PE, probability: 0.5, mustNotMiss: true }],
      other: 0.5,
      mustNotMiss: [{ diseaseId: PE, probability: 0.5 }],
      nextTests: [{ testId: test, expectedInformationGain: 0.2 }],
    },
    stageKey: null,
    roundKey: {
      kind: 'choice',
      options: [{ optionId: test, verdict: 'best', why: { zh: '首选' } }],
    },
    diagnosis: { diagnosis: { diseaseId: PE }, acceptable: [] },
  },
};

describe('a room in words', () => {
  it.each(['en', 'zh'] as const)('names every disease and test in %s', (language) => {
    const told = presentRoomState(state, namesOf(bundle, language));
    const named = { diseaseId: PE, name: nameOf(language) };
    expect(told.result).toMatchObject({
      class: { linear: [named], logarithmic: { diseases: [named] } },
      engine: { differential: [named], mustNotMiss: [named], nextTests: [{ testId: test }] },
      roundKey: { options: [{ verdict: 'best', why: { text: '首选', language: 'zh' } }] },
      diagnosis: { diagnosis: named },
    });
    expect(told.stage?.title).toEqual({ text: '开始', language: 'zh' });
  });

  it('says an option by the teacher’s words, else by the name of the test, else as doing nothing yet', () => {
    const { round } = presentRoomState(state, namesOf(bundle, 'en'));
    const told =
      round !== null && 'spec' in round.task && 'options' in round.task.spec ? round.task.spec.options : [];
    expect(told.map(({ text }) => text.text)).toEqual([bundle.tests[0]?.name.en, 'No test yet', 'Wait']);
    expect(round?.task).toMatchObject({ spec: { ask: { text: '查什么？', language: 'zh' } } });
  });

  it('tells of a stage what is there, and leaves away what is not', () => {
    const stage: CodedRoomStage = {
      seq: 3,
      no: 1,
      of: 2,
      kind: 'history',
      title: null,
      text: null,
      findings: null,
      engine: null,
      stageKey: null,
      rounds: [],
      afterwards: {
        diagnosis: { diseaseId: PE },
        acceptable: [],
        alternatives: [{ diseaseId: PE, why: { en: 'no swelling' } }],
        teachingPoints: [{ en: 'Look at the calf.' }],
      },
    };
    const told = presentRoomStage(stage, namesOf(bundle, 'en'));
    expect(told).toMatchObject({ text: null, findings: null, engine: null });
    expect(told.afterwards).toMatchObject({
      diagnosis: { name: nameOf('en') },
      alternatives: [{ why: { text: 'no swelling' } }],
      teachingPoints: [{ text: 'Look at the calf.' }],
    });
  });
});

describe('the prompts of a student', () => {
  const prompts: readonly CodedPrompt[] = [
    { code: 'danger-missed', diseaseIds: [PE] },
    { code: 'premature-closure', stageNo: 2, diseaseId: PE, stated: 90, moved: 51.4 },
    { code: 'premature-closure', stageNo: 2, dropped: [PE] },
    { code: 'anchoring', stageNo: 2, diseaseId: PE, before: 60, stated: 55, moved: 12 },
    {
      code: 'base-rate-neglect',
      stageNo: 1,
      diseaseIds: [PE, PE],
      stated: 4,
      byFindings: 5.23,
      withSetting: 0.1,
    },
    { code: 'test-choice', stageNo: 1, optionId: test, bits: 0.01, better: { optionId: test, bits: 0.4 } },
    { code: 'overconfidence', pairs: 24, stated: 61.2, observed: 40 },
  ];
  const mine: CodedMine = { number: 7, seq: 1, rounds: [], prompts: [...prompts] };

  it.each(['en', 'zh'] as const)('are questions in %s, with the numbers behind them', (language) => {
    const told = presentMine(mine, namesOf(bundle, language)).prompts ?? [];
    expect(told.map(({ code }) => code)).toEqual(prompts.map(({ code }) => code));
    expect(new Set(told.map(({ text }) => text)).size).toBe(prompts.length);
    for (const { text } of told) {
      expect(text).toMatch(/[?？]$/);
      expect(/[\u4e00-\u9fff]/.test(text)).toBe(language === 'zh');
      expect(text).not.toMatch(/undefined|NaN|\{|premature|anchoring/);
    }
    expect(told[1]?.text).toContain('51');
    expect(told[4]?.text).toContain('5.2');
  });

  it('are not there before they are revealed', () => {
    expect(presentMine({ ...mine, prompts: null }, namesOf(bundle, 'en')).prompts).toBeNull();
  });
});
