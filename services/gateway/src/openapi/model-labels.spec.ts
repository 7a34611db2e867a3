import {
  built,
  type Lazily,
  OPERATIONS,
  type ExportLine,
  type Language,
  type OperationId,
} from '@openrounds/contracts';
import {
  labelled,
  namesOf,
  presentConversation,
  presentFeedbackDraft,
  presentMine,
  presentQuestionDrafts,
  presentRun,
  presentTutorThread,
} from '@openrounds/presentation';
import { principals } from '@openrounds/testing';
import { z } from 'zod';
import { answering, knowledgeLibrary, storedRuns } from '../../test/fixtures/doubles';
import { ExportRun, type ExportForm } from '../use-cases/export-run';

/** By what an answer says, in its data, that a model wrote a part of it. */
const METADATA = ['generatedBy', 'draftedBy', 'aiGenerated'];

/** Questions of a case that its author took over from drafts: `draftedBy` is the author's word, and what shows them adds the label. */
const OWN_CASES = new Set<OperationId>([
  'createTeachingCase',
  'getTeachingCase',
  'createTeachingCaseVersion',
  'submitTeachingCase',
  'reviewTeachingCase',
  'publishTeachingCase',
  'retireTeachingCase',
  'copyTeachingCase',
  'exportTeachingCase',
]);

/** Files and streams, which no schema describes: by which spec each is held to its label, or why it holds no sentence of a model. */
const FILES: Partial<Record<OperationId, string>> = {
  streamRunEvents: 'a run, as `getRun`',
  exportRun: 'export-run.spec.ts, and below',
  exportQuestions: 'written-questions.spec.ts',
  getRunFhir: 'to-fhir.spec.ts',
  getRunProvenance: 'to-fhir-provenance.spec.ts',
  exportMe: 'people.spec.ts',
  exportLearner: 'people.spec.ts',
  streamRoomEvents: 'frames: no answer of a model is in them',
  getRoomResultsTable: 'answers and scores of participants',
  getAssignmentResultsTable: 'scores of learners',
  exportCourse: 'a launch, and no words of the case',
  beginLaunch: 'words of ours',
  beginLaunchByForm: 'words of ours',
  takeLaunch: 'words of ours',
  showRegistration: 'words of ours',
  confirmRegistration: 'words of ours',
  explainLtiLink: 'words of ours',
  getLogTile: 'hashes',
  metrics: 'counts',
};

interface Answer {
  readonly description?: string;
  readonly otherMediaTypes?: object;
  readonly schema?: Lazily<z.ZodType>;
  readonly mediaType?: string;
}
const answersOf = (id: OperationId): readonly Answer[] => Object.values(OPERATIONS[id].success);
const propertiesOf = ({ schema }: Answer): ReadonlySet<string> => {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') for (const name of Object.keys(value as object)) found.add(name);
      walk(value);
    }
  };
  if (schema !== undefined) walk(z.toJSONSchema(built(schema), { io: 'output', unrepresentable: 'any' }));
  return found;
};
const IDS = Object.keys(OPERATIONS) as OperationId[];
const carries = (id: OperationId): boolean =>
  answersOf(id).some((answer) => METADATA.some((name) => propertiesOf(answer).has(name)));

describe('what leaves by the API and a model wrote', () => {
  it.each(IDS.filter((id) => carries(id) && !OWN_CASES.has(id)))('has a label to be shown in %s', (id) => {
    for (const answer of answersOf(id)) expect(propertiesOf(answer)).toContain('label');
  });

  it('is, of cases, marked by their authors alone', () => {
    expect(IDS.filter((id) => OWN_CASES.has(id) && !carries(id))).toEqual([]);
  });

  it('is looked for in every file and stream', () => {
    const files = IDS.filter((id) =>
      answersOf(id).some(
        ({ mediaType, otherMediaTypes }) => mediaType !== undefined || otherMediaTypes !== undefined,
      ),
    );
    expect(Object.keys(FILES).sort()).toEqual(files.sort());
  });
});

const MODEL = 'a-model-8b';
const generatedBy = { model: MODEL, promptVersion: '1' };
const AT = '2026-11-20T09:00:00.000Z';
const ID = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
const HEAD = { id: ID, createdAt: AT, completedAt: AT, language: 'en', dropped: {} } as const;
const LINE = { id: 'finding:leg', kind: 'finding' as const, text: 'Leg swelling: present' };
const TUTORED = {
  ...{ answered: true, sentences: [{ text: 'The leg is swollen.', evidence: [LINE.id] }], asksBack: null },
  ...{ dropped: {}, generatedBy },
};
const ADVICE = { criterion: 'Onset', judgement: 'missing' as const, advice: 'Say since when.' };
const RELEASED = { criteria: [ADVICE], releasedAt: AT, draftedBy: generatedBy };
const VOICED = {
  ...{ sentences: [{ text: 'Yes.', statements: [{ id: '1.1', text: 'Worse on stairs.' }] }], dropped: {} },
  generatedBy,
};

const RUN = storedRuns.completed().build();
const OF_MODEL = {
  ...RUN,
  versions: { ...RUN.versions, llm: MODEL },
  llm: { used: true, model: MODEL, generatedBy, differential: [], pooled: [] },
  reading: {
    coded: { generatedBy, findings: [], dropped: {} },
    quotes: [],
  },
} as unknown as typeof RUN;
const bundle = knowledgeLibrary().bundleFor(RUN.versions);
const exported = (as: ExportForm) => async (language: Language) => {
  const request = {
    principal: principals.build(),
    meta: { tenantId: 'school', requestId: 'request-1' },
    ...{ runId: RUN.id, language },
  };
  const runs = { read: () => Promise.resolve(presentRun(OF_MODEL, bundle, language)) };
  const views = { explanation: () => Promise.reject(new Error('no record is asked for')) };
  const clock = { now: () => new Date(AT) };
  const files = new ExportRun(views, runs, answering({}), clock, knowledgeLibrary(), null);
  return (await files.file(request, as, 'https://here.example')).text;
};
const patientLine: ExportLine = {
  kind: 'patient-question',
  ...{ attemptId: ID, question: 'Is it the stairs?', askedAt: AT, said: VOICED },
};
const mine = (): Parameters<typeof presentMine>[0] => ({
  ...{ number: 1, seq: 1, prompts: null },
  rounds: [
    { roundId: ID, stageNo: 1, attempt: 1, closesAt: null, own: null, score: null, feedback: RELEASED },
  ],
});

/** Every way out with a sentence of a model in it. */
const WAYS_OUT: Readonly<Record<string, (language: Language) => unknown>> = {
  'a run': (language) => presentRun(OF_MODEL, bundle, language).llm,
  'a run as FHIR': exported('fhir'),
  'provenance as FHIR': exported('fhir-provenance'),
  'provenance as PROV': exported('prov'),
  'a page to print': exported('html'),
  'a thread of the tutor': (language) =>
    presentTutorThread(
      {
        ...{ id: ID, about: { kind: 'run', id: ID }, owner: { kind: 'person', id: 'teacher' }, language },
        ...{ socratic: false, createdAt: new Date(AT) },
      },
      [
        {
          ...{ id: ID, threadId: ID, question: 'The leg?', createdAt: new Date(AT) },
          ...{ completedAt: new Date(AT), evidence: [LINE], said: TUTORED, fault: null },
        },
      ],
      language,
    ),
  'the voice of a patient': (language) =>
    presentConversation([{ ...HEAD, question: 'Is it the stairs?', said: VOICED }], language),
  'drafts of questions': (language) =>
    presentQuestionDrafts({ ...HEAD, generatedBy, questions: [], fault: null }, language),
  'drafts of feedback': (language) =>
    presentFeedbackDraft(
      {
        ...{ ...HEAD, generatedBy, roundId: ID, number: 1, representation: 'A cough.', fault: null },
        ...{ criteria: [{ ...ADVICE, quote: null }], released: RELEASED },
      },
      language,
    ),
  'released feedback, to its participant': (language) => presentMine(mine(), namesOf(bundle, language)),
  'released feedback, in the export of a learner': (language) =>
    labelled({ kind: 'feedback', roomId: ID, roundId: ID, ...RELEASED }, language),
  'a patient’s answer, in the export of a learner': (language) => labelled(patientLine, language),
};

const SAYS_SO = /AI-generated|AI: this content was generated|AI生成|由人工智能生成|人工智能（AI）系统生成/;

describe.each(Object.entries(WAYS_OUT))('%s', (_way, told) => {
  it.each(['en', 'zh'] as const)('says that a model wrote it, and which (%s)', async (language) => {
    const given = await told(language);
    const text = typeof given === 'string' ? given : JSON.stringify(given);
    expect(text).toContain(MODEL);
    expect(text).toMatch(SAYS_SO);
  });
});
