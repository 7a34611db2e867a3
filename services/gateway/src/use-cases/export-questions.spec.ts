import {
  CaseBody,
  CreateTeachingCaseInput,
  DomainError,
  type ExportQuestionsQuery,
  type ToldTeachingCase,
} from '@openrounds/contracts';
import { principals } from '@openrounds/testing';
import { strFromU8, unzipSync } from 'fflate';
import { answering, knowledgeLibrary } from '../../test/fixtures/doubles';
import { ExportQuestions } from './export-questions';
import { type TeachingRequest } from './teaching-cases';

const { body: example } = CreateTeachingCaseInput.meta()?.['example'] as { body: unknown };
const given = CaseBody.parse(example);
const why = { en: 'It is alike.', zh: '相似。' };
const body = {
  ...given,
  key: { ...given.key, alternatives: ['x', 'y', 'z'].map((id) => ({ id, why })) },
};
const principal = principals.build();
const request: TeachingRequest = {
  principal,
  meta: { tenantId: principal.tenantId, requestId: 'request-1' },
  language: 'en',
};
const wanted: Omit<ExportQuestionsQuery, 'lang'> = {
  format: 'gift',
  set: 'library',
  kinds: ['diagnosis'],
  dryRun: false,
};
const told = (id: string): ToldTeachingCase => ({
  id,
  slug: `slug-${id}`,
  state: 'published',
  mark: 'built-in',
  mine: false,
  version: 1,
  publishedVersion: 1,
  versions: [],
  body,
  checks: [],
  reviews: [],
  masked: 0,
});

/** @param forecast what the teaching service says when it is asked what the engine would say */
const world = (
  ids: readonly string[],
  forecast: () => never = () => {
    throw new Error('not asked');
  },
) => {
  const asked: string[] = [];
  const exporter = new ExportQuestions(
    { ask: (_, id) => Promise.resolve(told(id)) },
    {
      cards: (_, { cursor }) => {
        const from = Number(cursor ?? 0);
        const items = ids.slice(from, from + 100).map((id) => ({ id }) as never);
        return Promise.resolve({
          items,
          nextCursor: from + 100 < ids.length ? String(from + 100) : null,
          notice: '',
        });
      },
    },
    answering({
      'forecast-case.v1': ({ caseId }) => {
        asked.push(caseId);
        return forecast();
      },
    }),
    knowledgeLibrary(),
  );
  return { exporter, asked };
};

describe('ExportQuestions', () => {
  it('zips the questions with their losses, the same bytes each time', async () => {
    const { exporter, asked } = world(['b', 'a']);
    const zip = await exporter.zip(request, wanted);
    const files = Object.fromEntries(
      Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]),
    );
    expect(Object.keys(files)).toEqual(['questions.gift.txt', 'losses.json', 'losses.txt']);
    expect(files['questions.gift.txt']).toMatch(/or-slug-b-diagnosis[^]*or-slug-a-diagnosis/);
    expect(JSON.parse(files['losses.json'] ?? '')).toMatchObject({ cases: 2, questions: 2, written: 2 });
    expect(asked).toEqual([]);
    expect(await exporter.zip(request, wanted)).toEqual(zip);
  });

  it('tells the losses alone, each with its sentence', async () => {
    const { exporter } = world([]);
    const { losses, cases } = await exporter.losses(request, { ...wanted, set: 'a,a,b' });
    expect(cases).toBe(2);
    expect(losses.filter(({ questionId }) => questionId === 'or-slug-a-diagnosis')).toMatchObject([
      { code: 'second-language', message: 'Only one language is kept.' },
      { code: 'version' },
      { code: 'licence' },
    ]);
  });

  it('asks about every case before it says that answers are missing', async () => {
    const away = (): never => {
      throw new DomainError('dependency-unavailable');
    };
    const { exporter, asked } = world(['a', 'b', 'c', 'd', 'e'], away);
    await expect(exporter.losses(request, { ...wanted, kinds: ['next-test'] })).rejects.toMatchObject({
      code: 'dependency-unavailable',
      retryAfterSeconds: 2,
    });
    expect(asked.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('names the question of a patient whom the engine does not rank', async () => {
    const refused = (): never => {
      throw new DomainError('case-not-understood');
    };
    const { exporter } = world(['a'], refused);
    const { losses } = await exporter.losses(request, { ...wanted, kinds: ['next-test'] });
    expect(losses).toMatchObject([{ code: 'not-ranked', leftOut: true }]);
  });

  it('refuses a library of too many cases, and names the field', async () => {
    const { exporter } = world(Array.from({ length: 201 }, (_, place) => String(place)));
    await expect(exporter.zip(request, wanted)).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/set', code: 'too-many' }],
    });
  });
});
