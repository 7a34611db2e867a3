import { compileTerminology } from '@openrounds/clinical-language';
import {
  CdsCards,
  CdsRequest,
  DomainError,
  GivenPrefetch,
  SEAL_PLACES,
  type CdsServiceId,
  type CodedEhrPreview,
  type EhrClient,
} from '@openrounds/contracts';
import { answer, compileKnowledge } from '@openrounds/ddx-engine';
import { engineKnowledgeFor, vocabularyOf } from '@openrounds/knowledge';
import { asCoded } from '@openrounds/ranking';
import { packAnswer } from '@openrounds/run-flow';
import { newId } from '@openrounds/platform';
import { testSealer, TestClock } from '@openrounds/testing';
import { answering, knowledgeLibrary } from '../../../test/fixtures/doubles';
import { type RunRequest } from '../create-run';
import { AnswerCds } from './answer-cds';
import { type CdsCall } from './caller-of-cds';
import { ReadMissingPrefetch } from './read-missing-prefetch';

const RUN_ID = newId();
const { bundle: tiny } = knowledgeLibrary().current();
const CT = 'ct-pulmonary-artery-filling-defect';
/** The small knowledge base, one finding of which has a LOINC code. */
const bundle = {
  ...tiny,
  findings: tiny.findings.map((each) =>
    each.id === CT ? { ...each, codes: { ...each.codes, loinc: ['24627-2'] } } : each,
  ),
};
const vocabulary = compileTerminology(vocabularyOf(bundle));
const knowledge = { ...knowledgeLibrary(), current: () => ({ bundle, vocabulary }) };
const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });

const CLIENT: EhrClient = {
  id: newId(),
  name: 'EHR',
  issuer: 'https://ehr.example',
  keySetUrl: 'https://ehr.example/keys',
  fhirBaseUrl: 'https://ehr.example/fhir',
  origins: [],
  language: 'en',
  environment: 'training',
  smart: null,
  createdAt: '2026-11-20T09:00:00.000Z',
};
const call = (serviceId: CdsServiceId): CdsCall => ({
  meta: { tenantId: 'public', requestId: 'request-1' },
  serviceId,
  authorization: 'Bearer token',
  address: '127.0.0.1',
  bytes: 100,
});
const condition = (code: string) => ({
  resourceType: 'Condition',
  code: { coding: [{ system: 'https://openrounds.invalid/fhir/finding', code }] },
});

const BODY = {
  hook: 'patient-view',
  hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
  context: { patientId: 'p1' },
  prefetch: {
    patient: {
      resourceType: 'Patient',
      id: 'p1',
      gender: 'female',
      birthDate: '1968-03-02',
      name: [{ family: 'Moore' }],
    },
    conditions: {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: ['dyspnoea', 'haemoptysis'].map((id) => ({ resource: condition(id) })),
    },
    laboratory: null,
  },
};

class World {
  readonly accepted: RunRequest[] = [];
  readonly ranked: unknown[] = [];
  rankingNeverEnds = false;
  overloaded = false;

  readonly answerCds = new AnswerCds(
    {
      requireAddress: () => 'https://rounds.example',
      identify: () =>
        Promise.resolve({
          client: this.client,
          principal: { tenantId: 'school', subject: `ehr:${CLIENT.id}`, role: 'teacher' },
        }),
    },
    {
      ask: (job, payload, deadline) =>
        this.rankingNeverEnds ? new Promise(() => undefined) : this.services.ask(job, payload, deadline),
    },
    knowledge,
    { read: (...asked) => this.prefetches.read(...asked) },
    {
      execute: (request) => {
        if (this.overloaded) return Promise.reject(new DomainError('overloaded'));
        this.accepted.push(request);
        return Promise.resolve({ runId: RUN_ID });
      },
    },
    new TestClock(),
    { warn: () => undefined, error: () => undefined },
    100,
  );

  readonly asked: unknown[] = [];
  /** What the EHR lets be read; null: nothing in time. */
  record: CodedEhrPreview | null = null;
  client = CLIENT;
  private readonly sealer = testSealer();
  private readonly services = answering({
    'read-prefetch.v1': ({ meta, sealed }) => {
      const given = this.sealer.open(
        sealed,
        SEAL_PLACES.givenLaunch(meta.tenantId, meta.requestId),
        GivenPrefetch,
      );
      this.asked.push(given);
      const place = SEAL_PLACES.toldLaunch(meta.tenantId, meta.requestId);
      return { sealed: this.sealer.seal({ preview: this.record }, place) };
    },
    'rank-coded.v1': (payload) => {
      this.ranked.push(payload);
      const engine = compileKnowledge(engineKnowledgeFor(bundle, payload.facts.setting ?? undefined));
      const outcome = answer(engine, bundle.calibration.parameters, payload.facts);
      if (!outcome.ok) return { rejected: outcome.rejection.code };
      const packed = packAnswer(asCoded(outcome.value)).toString('base64');
      return { packed, tests: payload.testIds.map((testId) => ({ testId, bits: 0.5 })) };
    },
  });

  private readonly prefetches = new ReadMissingPrefetch(this.services, this.sealer);

  async cards(changes: object = {}, serviceId: CdsServiceId = 'openrounds-differential') {
    const body = CdsRequest.parse({ ...BODY, ...changes });
    return (await this.answerCds.execute(call(serviceId), body)).cards;
  }
}

/** Paths of members that hold nothing. */
const emptyIn = (value: unknown, path = ''): string[] => {
  if (value === null || value === '') return [path];
  if (typeof value !== 'object') return [];
  const inner = Object.entries(value);
  return inner.length === 0 ? [path] : inner.flatMap(([key, each]) => emptyIn(each, `${path}/${key}`));
};

describe('AnswerCds', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });

  it('gives cards of their form, with a link to the run that was accepted', async () => {
    const cards = await world.cards();
    expect(CdsCards.parse({ cards }).cards.length).toBeGreaterThan(0);
    expect(emptyIn(cards)).toEqual([]);
    expect(JSON.stringify(cards)).not.toContain('critical');
    expect(cards[0]?.links?.[0]?.url).toBe(`https://rounds.example/?run=${RUN_ID}`);
    expect(world.accepted).toHaveLength(1);
    expect(world.accepted[0]?.caseExpiresAt).toEqual(new Date('2026-11-21T09:00:00.000Z'));
    expect(world.accepted[0]?.awaitsReader).toBe(true);
  });

  it('sends codes on, and nothing of who it is', async () => {
    await world.cards();
    expect(JSON.stringify([world.accepted, world.ranked])).not.toMatch(/Moore|1968|"p1"/);
  });

  it('says nothing of a patient of whom less than two findings are known, and accepts no run', async () => {
    const prefetch = { ...BODY.prefetch, conditions: { resourceType: 'Bundle', entry: [] } };
    expect(await world.cards({ prefetch })).toEqual([]);
    expect(world.accepted).toEqual([]);
  });

  it('asks what the selected orders could tell', async () => {
    const order = { resourceType: 'ServiceRequest', id: 'a', code: loinc('24627-2') };
    const context = {
      patientId: 'p1',
      selections: ['ServiceRequest/a'],
      draftOrders: { resourceType: 'Bundle', entry: [{ resource: order }] },
    };
    const cards = await world.cards({ hook: 'order-select', context }, 'openrounds-order-value');
    expect(cards[0]?.summary).toMatch(/0\.50 bits/);
  });

  it('before signing warns of what is not excluded', async () => {
    const cards = await world.cards({ hook: 'order-sign' }, 'openrounds-before-signing');
    expect(cards.map(({ indicator }) => indicator)).toEqual(['warning']);
  });

  it.each<[string, object, string]>([
    ['another hook', { hook: 'order-sign' }, 'invalid-request'],
    ['no patient', { prefetch: { conditions: null } }, 'prefetch-missing'],
    ['nothing at all', { prefetch: undefined }, 'prefetch-missing'],
  ])('refuses a call with %s', async (_, changes, code) => {
    await expect(world.cards(changes)).rejects.toMatchObject({ code });
    expect(world.accepted).toEqual([]);
  });

  describe('where the prefetch is missing', () => {
    const AUTHORISED = {
      prefetch: undefined,
      fhirServer: CLIENT.fhirBaseUrl,
      fhirAuthorization: { access_token: 'secret-token' },
    };
    const findings = ['dyspnoea', 'haemoptysis'].map((findingId) => ({
      findingId,
      presence: 'present' as const,
    }));
    const RECORD: CodedEhrPreview = {
      case: { patient: { age: { value: 58, unit: 'a' }, sex: 'female' }, findings },
      ...{ rejected: [], masked: [], resources: 3, complete: true },
    };

    it('reads the record by the token of the call, at the registered server', async () => {
      world.record = RECORD;
      expect(await world.cards(AUTHORISED)).not.toEqual([]);
      expect(world.asked).toEqual([{ clientId: CLIENT.id, patientId: 'p1', accessToken: 'secret-token' }]);
      expect(JSON.stringify([world.accepted, world.ranked])).not.toContain('secret-token');
    });

    it.each<[string, object]>([
      ['no token', { fhirAuthorization: undefined }],
      ['no server', { fhirServer: undefined }],
      ['another server', { fhirServer: 'https://evil.example/fhir' }],
    ])('asks nobody with %s', async (_, changes) => {
      world.record = RECORD;
      await expect(world.cards({ ...AUTHORISED, ...changes })).rejects.toMatchObject({
        code: 'prefetch-missing',
      });
      expect(world.asked).toEqual([]);
    });

    it('refuses the call where the record cannot be read, and says nothing of one that tells nothing', async () => {
      await expect(world.cards(AUTHORISED)).rejects.toMatchObject({ code: 'prefetch-missing' });
      world.record = { ...RECORD, case: null };
      expect(await world.cards(AUTHORISED)).toEqual([]);
    });
  });

  it('lets an EHR that launches by SMART give the run back', async () => {
    world.client = { ...CLIENT, smart: { clientId: 'openrounds', authentication: 'private-key' } };
    const [card] = await world.cards();
    expect(card?.links?.[1]).toMatchObject({
      ...{ type: 'smart', url: 'https://rounds.example/smart/launch', appContext: RUN_ID },
    });
    expect(emptyIn(card)).toEqual([]);
  });

  it.each(['rankingNeverEnds', 'overloaded'] as const)(
    'says that there was no answer in time: %s',
    async (how) => {
      world[how] = true;
      const cards = await world.cards();
      expect(cards).toHaveLength(1);
      expect(cards[0]).toMatchObject({
        indicator: 'info',
        summary: expect.stringContaining('No answer in time'),
      });
      expect(emptyIn(cards)).toEqual([]);
    },
  );
});
