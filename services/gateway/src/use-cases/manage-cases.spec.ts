import {
  CaseInput,
  IntakePreview,
  type Understood,
  type CreateCasePayload,
  type QuestionPayload,
  type SealedCase,
  SEAL_PLACES,
} from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { namesOf } from '@openrounds/presentation';
import { principals, TestClock, testSealer, understandings } from '@openrounds/testing';
import { z } from 'zod';
import { GatewayRows } from '../../test/doubles/gateway-rows';
import { MemoryCaseRegistry } from '../../test/doubles/memory-case-registry';
import { answering, knowledgeLibrary, masker } from '../../test/fixtures/doubles';
import { ManageCases } from './manage-cases';

const SEALER = testSealer();
const teacher = principals.build();
const START = new Date('2026-11-20T09:00:00.000Z');
const META = { tenantId: 'school', requestId: 'request-1' };
const knowledge = knowledgeLibrary();

const sealedCase = (caseId: string): SealedCase => ({
  caseId,
  version: 1,
  sealed: SEALER.seal(
    {
      ...understandings.build(),
      id: caseId,
      version: 1,
      createdAt: '2026-11-20T09:00:00.000Z',
      language: 'en',
      title: null,
      narrative: 'short of breath',
      setting: null,
      region: null,
      stages: [],
      corrections: [],
    },
    SEAL_PLACES.shownCase('school', caseId, 1),
  ),
});

class World {
  private readonly rows = new GatewayRows();
  /** Of each case that was stored, whether the gateway knew it by then. */
  readonly known: boolean[] = [];
  readonly created: CreateCasePayload[] = [];
  readonly previewed: QuestionPayload<'preview-intake.v1'>[] = [];
  readonly keys = this.rows.idempotency;
  readonly cases = new MemoryCaseRegistry(this.rows);
  listed: SealedCase[] = [];
  unreadable: string[] = [];
  understood: Understood = understandings.build();

  private readonly services = answering({
    'create-case.v1': (payload) => {
      this.known.push(this.rows.cases.has(payload.caseId));
      this.created.push(payload);
      return sealedCase(payload.caseId);
    },
    'get-case.v1': ({ caseId }) => sealedCase(caseId),
    'list-cases.v1': () => ({ items: this.listed, unreadable: this.unreadable, more: true }),
    'preview-intake.v1': (payload) => {
      this.previewed.push(payload);
      const { requestId } = META;
      return { sealed: SEALER.seal(this.understood, SEAL_PLACES.previewUnderstood('school', requestId)) };
    },
  });
  readonly manage = new ManageCases(
    this.cases,
    this.services,
    this.keys,
    knowledge,
    SEALER,
    new TestClock(),
    masker,
  );
}

const input = (changes: Record<string, unknown> = {}) =>
  CaseInput.parse({ narrative: 'Mrs Alice Moore is short of breath.', ...changes });

describe('ManageCases', () => {
  let world: World;

  beforeEach(() => {
    world = new World();
  });

  describe('create', () => {
    const create = (idempotency?: { key: string; bodyHash: string }) =>
      world.manage.create(teacher, META, input(), 'en', idempotency);

    it('makes a case known before it is stored, so that what is stored can be erased', async () => {
      await create();
      expect(world.known).toEqual([true]);
    });

    it('sends it sealed, without identities, with the active knowledge', async () => {
      await create();
      const [payload] = world.created;
      if (payload === undefined) throw new Error('nothing was sent');
      expect(JSON.stringify(payload)).not.toMatch(/Moore|breath/);
      expect(payload.knowledge).toBe(knowledge.current().bundle.hashes.knowledge);
      const place = SEAL_PLACES.givenCase('school', payload.caseId);
      expect(SEALER.open(payload.sealed, place, CaseInput).narrative).not.toContain('Moore');
    });

    it('asks again for the same case under the same idempotency key, and refuses another body', async () => {
      const first = await create({ key: 'k', bodyHash: 'body' });
      const again = await create({ key: 'k', bodyHash: 'body' });
      expect(again.id).toBe(first.id);
      expect(world.created.map(({ caseId }) => caseId)).toEqual([first.id, first.id]);
      await expect(create({ key: 'k', bodyHash: 'other' })).rejects.toMatchObject({
        code: 'idempotency-key-reused',
      });
    });

    it('shows what was stated of a patient who was brought from elsewhere, and of no other', async () => {
      const origin = { operation: 'bring', withheld: [], confirmation: 'consented' } as const;
      const brought = await world.manage.create(teacher, META, input(), 'en', undefined, origin);
      const own = await create();
      expect([brought.confirmation, own.confirmation]).toEqual(['consented', undefined]);
      expect((await world.manage.read(teacher, META, brought.id, 'en')).confirmation).toBe('consented');
    });

    it('takes no key and stores nothing of a case that is not possible', async () => {
      const impossible = input({ findings: [{ findingId: 'no-such-finding', presence: 'present' }] });
      const attempt = world.manage.create(teacher, META, impossible, 'en', { key: 'k', bodyHash: 'body' });
      await expect(attempt).rejects.toMatchObject({ code: 'invalid-request' });
      expect(world.created).toEqual([]);
      expect(world.keys.kept).toEqual([]);
    });
  });

  const known = async (): Promise<string> => {
    const id = newId();
    await world.cases.add('school', id, 'en', START);
    return id;
  };

  it('neither reads nor erases a case that is unknown, a stranger’s, or erased', async () => {
    const strangers = newId();
    await world.cases.add('other', strangers, 'en', START);
    const erased = await known();
    await world.manage.erase(teacher, META, erased);
    for (const [id, code] of [
      [newId(), 'not-found'],
      [strangers, 'not-found'],
      [erased, 'case-erased'],
    ] as const) {
      await expect(world.manage.read(teacher, META, id, 'en')).rejects.toMatchObject({ code });
      await expect(world.manage.erase(teacher, META, id)).rejects.toMatchObject({ code });
    }
    expect(await world.cases.stateOf('other', strangers)).toBe('stored');
  });

  it('names the findings of a case in the reader’s language, with the notice', async () => {
    const found = await world.manage.read(teacher, META, await known(), 'zh');
    expect(found.findings).toMatchObject([{ findingId: 'dyspnoea', name: '症dyspnoea' }]);
    expect(found.notice).toContain('人工智能');
  });

  it('lists no case that is erased here, though its service has not heard of it yet, and goes on after it', async () => {
    const [older, newer] = [await known(), await known()];
    world.listed = [sealedCase(newer), sealedCase(older)];
    await world.cases.erase('school', older, 'request-1', START);
    const { items, nextCursor } = await world.manage.list(teacher, META, 2, undefined, 'en');
    expect(items.map(({ id }) => id)).toEqual([newer]);
    expect(nextCursor).toBe(Buffer.from(older).toString('base64url'));
  });

  it('counts the cases that cannot be read, leaves out the erased, and goes on after the last of all', async () => {
    const [a, b, c] = [await known(), await known(), await known()];
    world.listed = [sealedCase(c)];
    world.unreadable = [b, a];
    await world.cases.erase('school', b, 'request-1', START);
    const { items, unreadable, nextCursor } = await world.manage.list(teacher, META, 3, undefined, 'en');
    expect(items.map(({ id }) => id)).toEqual([c]);
    expect(unreadable).toBe(1);
    expect(nextCursor).toBe(Buffer.from(a).toString('base64url'));
  });

  it('says nothing of unreadable cases where there are none', async () => {
    world.listed = [sealedCase(await known())];
    expect(await world.manage.list(teacher, META, 1, undefined, 'en')).not.toHaveProperty('unreadable');
  });

  it('previews the laboratory report with its names', async () => {
    world.understood = understandings.build({
      laboratory: {
        values: [
          {
            lab: 0,
            findingId: 'd-dimer',
            direction: 'high',
            marked: false,
            state: 'raised',
            latest: true,
            causes: [{ diseaseId: 'pulmonary-embolism', likelihoodRatio: 2 }],
          },
        ],
        changes: [],
      },
    });
    const preview = await world.manage.preview(teacher, META, { narrative: 'D-dimer 2.4.' }, 'zh');
    const names = namesOf(knowledge.current().bundle, 'zh');
    expect(IntakePreview.parse(preview).laboratory?.values).toMatchObject([
      {
        name: names.finding('d-dimer'),
        stateName: names.state('d-dimer', 'raised'),
        causes: [{ name: names.disease('pulmonary-embolism') }],
      },
    ]);
  });

  it('previews a text without its identities, and counts offsets in the text that was given', async () => {
    const narrative = 'Mrs Alice Moore is short of breath.';
    const seen = 'Mrs [name] is short of breath.';
    const start = seen.indexOf('short');
    world.understood = understandings.build({
      findings: [
        { findingId: 'dyspnoea', presence: 'present', source: { kind: 'text', start, end: start + 15 } },
      ],
      labs: [],
      unmatched: [{ quote: '[name]', start: 4, end: 10 }],
      setAside: [{ quote: seen.slice(start), start, end: seen.length, reason: 'planned' }],
      warnings: [{ code: 'planned-ignored', quote: seen.slice(start), start, end: seen.length }],
    });
    const preview = await world.manage.preview(teacher, META, { narrative }, 'en');
    expect(IntakePreview.parse(preview).masked).toEqual([{ kind: 'name', count: 1 }]);
    const given = narrative.indexOf('short');
    expect(preview.findings[0]?.source).toMatchObject({ start: given, end: given + 15 });
    expect(preview.unmatched).toEqual([{ quote: '[name]', start: 4, end: 15 }]);
    expect(preview.setAside).toEqual([
      {
        quote: seen.slice(start),
        start: given,
        end: narrative.length,
        reason: 'planned',
        message: 'Planned or looked for, not found',
      },
    ]);
    expect(preview.warnings).toMatchObject([{ start: given, end: narrative.length }]);
    const sent = SEALER.open(
      world.previewed[0]?.sealed ?? fail(),
      SEAL_PLACES.previewText('school', META.requestId),
      z.object({ narrative: z.string() }),
    );
    expect(sent.narrative).toBe(seen);
  });
});

function fail(): never {
  throw new Error('nothing was sent');
}
