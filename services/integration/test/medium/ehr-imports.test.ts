import { generateKeyPairSync } from 'node:crypto';
import { compileTerminology } from '@openrounds/clinical-language';
import { type GivenEhrImport, type SmartAuthentication, type ToldEhrImport } from '@openrounds/contracts';
import { vocabularyOf } from '@openrounds/knowledge';
import { createOutboundHttp } from '@openrounds/outbound-http';
import { newId } from '@openrounds/platform';
import { MockEhr, testSealer, tinyBundle, type MigratedDatabase } from '@openrounds/testing';
import { FolderSmartKeys } from '../../src/adapters/folder-smart-keys';
import { HttpEhrRecords } from '../../src/adapters/http-ehr-records';
import { TypeOrmEhrClients } from '../../src/persistence/typeorm-ehr-clients';
import { TypeOrmEhrImports } from '../../src/persistence/typeorm-ehr-imports';
import { BeginEhrImport } from '../../src/use-cases/smart/begin-ehr-import';
import { FollowEhrImports } from '../../src/use-cases/smart/follow-ehr-imports';
import { ReadEhr } from '../../src/use-cases/smart/read-ehr';
import { ReadPrefetch } from '../../src/use-cases/smart/read-prefetch';
import { ReturnFromEhr } from '../../src/use-cases/smart/return-from-ehr';
import { openDatabase } from '../fixtures/stores';

const PUBLIC_URL = 'https://rounds.example';
const META = { tenantId: 'school', requestId: 'request-1' };
const LATE_MS = 601_000;
const silent = { warn: () => undefined };

describe('training patients by SMART App Launch', () => {
  const ehr = new MockEhr();
  const time = { offsetMs: 0 };
  let opened: MigratedDatabase;
  let world: ReturnType<typeof worldOf>;

  const worldOf = ({ dataSource }: MigratedDatabase) => {
    const clients = new TypeOrmEhrClients(dataSource, testSealer());
    const imports = new TypeOrmEhrImports(dataSource, testSealer());
    const clock = { now: () => new Date(Date.now() + time.offsetMs) };
    const rules = { publicUrl: PUBLIC_URL, plainOrigins: [ehr.origin] };
    const outbound = createOutboundHttp({ userAgent: 'OpenRounds/test', loopbackOrigins: [ehr.origin] });
    const records = new HttpEhrRecords(outbound, rules);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const keys = FolderSmartKeys.from({ current: 'smart-1', keys: new Map([['smart-1', privateKey]]) });
    ehr.client.redirectUri = () => `${PUBLIC_URL}/smart/callback`;
    Object.assign(ehr.client, { keys: () => keys.published() });
    const bundle = tinyBundle();
    const findings = bundle.findings.map((each) =>
      each.id === 'dyspnoea' ? { ...each, codes: { ...each.codes, hpo: ['HP:0002094'] } } : each,
    );
    const vocabulary = compileTerminology(vocabularyOf({ ...bundle, findings }));
    const terminologies = { current: () => vocabulary };
    return {
      ...{ clients, imports },
      begin: new BeginEhrImport(clients, imports, records, rules, clock, silent),
      back: new ReturnFromEhr(imports, clients, records, keys, rules, clock, silent),
      read: new ReadEhr(imports, clients, records, terminologies, clock, silent),
      prefetch: new ReadPrefetch(clients, records, terminologies, clock, silent),
      follow: new FollowEhrImports(clients, imports, clock),
    };
  };

  beforeAll(async () => {
    await ehr.start();
    opened = await openDatabase();
    world = worldOf(opened);
  });
  afterAll(async () => {
    await ehr.stop();
    await opened.close();
  });

  const register = async (authentication: SmartAuthentication, secret?: string) => {
    ehr.traits = { ...ehr.traits, authentication };
    const done = await world.clients.register(
      ...(['school', newId()] as const),
      {
        ...{ name: 'Mock', issuer: ehr.origin, keySetUrl: ehr.keySetUrl, fhirBaseUrl: ehr.fhirBaseUrl },
        ...{ origins: [], language: 'en', environment: 'training' },
        smart: { clientId: ehr.client.id, authentication },
      },
      secret,
      new Date(),
    );
    return done.outcome === 'kept' ? done.client : undefined;
  };
  const launch = (appContext?: string): GivenEhrImport => ({
    ...{ subject: 'teacher', connectionId: null, issuer: ehr.fhirBaseUrl },
    launch: ehr.authorization.launch('tp-quackenbush', appContext),
  });
  /** The browser at the EHR: what it brings back. */
  const granted = async ({ authorizationUrl, secret }: ToldEhrImport) => {
    const { headers } = await fetch(authorizationUrl, { redirect: 'manual' });
    const { searchParams: given } = new URL(headers.get('location') ?? '');
    return { state: given.get('state') ?? '', code: given.get('code'), error: given.get('error'), secret };
  };
  const stateOf = (importId: string) => world.follow.read({ meta: META, importId, subject: 'teacher' });

  it.each<[SmartAuthentication, string | undefined]>([
    ['private-key', undefined],
    ['public', undefined],
    ['secret', ehr.client.secret],
  ])('are read once, by %s, and nothing of who they are or of tokens rests', async (kind, secret) => {
    await register(kind, secret);
    const begun = await world.begin.execute(META, launch());
    const given = await granted(begun);
    const tries = await Promise.all([1, 2, 3].map(() => world.back.execute(given, 'r')));
    const came = tries.filter(({ outcome }) => outcome === 'import');
    expect(came).toEqual([{ outcome: 'import', importId: begun.id }]);
    expect(await stateOf(begun.id)).toMatchObject({ state: 'reading', preview: null });
    for (let times = 0; times < 2; times += 1) await world.read.execute({ meta: META, importId: begun.id });
    const { state, preview, missingScopes } = await stateOf(begun.id);
    expect([state, missingScopes, preview?.complete]).toEqual(['ready', [], true]);
    expect(preview?.case?.findings?.map(({ findingId }) => findingId)).toEqual(['dyspnoea']);
    expect((await world.imports.find(begun.id))?.granted).toBeNull();
    const rows = await opened.dataSource.manager.query(
      'SELECT row_to_json(i)::text AS row FROM ehr_imports i UNION ALL SELECT row_to_json(c)::text FROM ehr_clients c UNION ALL SELECT row_to_json(o)::text FROM outbox o',
    );
    const text = JSON.stringify(rows);
    expect(ehr.secrets.filter((each) => text.includes(each))).toEqual([]);
  });

  it('a secret that was given once stays; without one there is none to be known by', async () => {
    expect(await register('secret')).toMatchObject({ smart: { authentication: 'secret' } });
    await register('private-key');
    expect(await register('secret')).toBeUndefined();
  });

  describe('where something is wrong', () => {
    beforeEach(() => register('private-key'));
    afterEach(() => {
      time.offsetMs = 0;
      ehr.traits = { ...ehr.traits, answers: 'right', pkce: 'S256', granted: 'all' };
    });

    it('nobody is asked of a server that is not registered, or is another institution’s', async () => {
      const before = ehr.asked.length;
      const unknown = { ...launch(), issuer: `${ehr.fhirBaseUrl}/` };
      await expect(world.begin.execute(META, unknown)).rejects.toMatchObject({ code: 'not-found' });
      const stranger = { ...META, tenantId: 'other' };
      await expect(world.begin.execute(stranger, launch())).rejects.toMatchObject({ code: 'not-found' });
      expect(ehr.asked).toHaveLength(before);
    });

    it('an EHR without PKCE is not launched from', async () => {
      ehr.traits.pkce = 'none';
      await expect(world.begin.execute(META, launch())).rejects.toMatchObject({ code: 'ehr-unavailable' });
    });

    it('another browser, another state and a late one are refused before the code is used', async () => {
      const begun = await world.begin.execute(META, launch());
      const given = await granted(begun);
      const codeOf = async (changes: Partial<typeof given>) => {
        const told = await world.back.execute({ ...given, ...changes }, 'r');
        return told.outcome === 'refused' ? told.code : told.outcome;
      };
      expect(await codeOf({ secret: 'x'.repeat(43) })).toBe('smart-other-browser');
      expect(await codeOf({ state: `${begun.id}.${'x'.repeat(43)}` })).toBe('smart-expired');
      time.offsetMs = LATE_MS;
      expect(await codeOf({})).toBe('smart-expired');
      time.offsetMs = 0;
      expect(await codeOf({})).toBe('import');
    });

    it('an import is its own teacher’s, and gone after ten minutes', async () => {
      const { id: importId } = await world.begin.execute(META, launch());
      for (const changes of [{ subject: 'colleague' }, { meta: { ...META, tenantId: 'other' } }])
        await expect(
          world.follow.read({ meta: META, importId, subject: 'teacher', ...changes }),
        ).rejects.toMatchObject({ code: 'not-found' });
      time.offsetMs = LATE_MS;
      await expect(stateOf(importId)).rejects.toMatchObject({ code: 'not-found' });
      expect(await world.follow.execute()).toBeGreaterThan(0);
      expect(await world.imports.find(importId)).toBeUndefined();
    });

    it.each([
      ['endless', 'ready', null],
      ['next-elsewhere', 'failed', 'smart-foreign-link'],
      ['unauthorized', 'failed', 'smart-refused'],
    ] as const)('a record that is %s', async (answers, state, fault) => {
      ehr.traits.answers = answers;
      const begun = await world.begin.execute(META, launch());
      await world.back.execute(await granted(begun), 'r');
      const before = ehr.asked.length;
      await world.read.execute({ meta: META, importId: begun.id });
      expect(ehr.asked.length - before).toBeLessThanOrEqual(20);
      const told = await stateOf(begun.id);
      expect([told.state, told.fault, told.preview?.complete ?? false]).toEqual([state, fault, false]);
      expect((await world.imports.find(begun.id))?.granted).toBeNull();
    });

    it('a launch from a card leads to its run, and reads nothing', async () => {
      const runId = newId();
      const begun = await world.begin.execute(META, launch(runId));
      const told = await world.back.execute(await granted(begun), 'r');
      expect(told).toEqual({ outcome: 'run', runId });
      expect(await world.imports.find(begun.id)).toBeUndefined();
    });

    it('a call by CDS Hooks is read by its own token, and by no other', async () => {
      const [client] = await world.clients.list('school', 1, undefined);
      const patientId = 'tp-quackenbush';
      const scopes = ['Patient', 'Condition', 'Observation'].map((type) => `patient/${type}.rs`);
      const asked = { clientId: client?.id ?? '', patientId };
      const { token: accessToken } = ehr.authorization.tokenFor(patientId, scopes);
      const { preview } = await world.prefetch.execute(META, { ...asked, accessToken });
      expect(preview?.case?.findings).toHaveLength(1);
      const wrong = await world.prefetch.execute(META, { ...asked, accessToken: 'made-up' });
      expect(wrong).toEqual({ preview: null });
    });
  });
});
