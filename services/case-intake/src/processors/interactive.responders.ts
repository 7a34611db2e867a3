import { understandText } from '@openrounds/clinical-language';
import { CaseInput, DomainError, Understood, type QUEUES, type SealedCase } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { type AnyResponder, type Responder } from '@openrounds/queue';
import { answerWithKnowledge } from '@openrounds/run-flow';
import { type CaseStore, type CaseVersion } from '../ports/case-store';
import { z } from 'zod';
import { type Vocabularies } from '../ports/vocabularies';
import { type CorrectCase } from '../use-cases/correct-case';
import { type CreateCase } from '../use-cases/create-case';
import { toCase } from '../use-cases/to-case';

type Queue = 'case-intake-interactive';
type Queues = typeof QUEUES;

export interface InteractivePorts {
  readonly createCase: CreateCase;
  readonly correctCase: CorrectCase;
  readonly cases: CaseStore;
  readonly vocabularies: Vocabularies;
  readonly sealer: Sealer;
}

const sealCase = (version: CaseVersion, sealer: Sealer): SealedCase => ({
  caseId: version.caseId,
  version: version.version,
  sealed: sealer.seal(toCase(version), version.tenantId),
});

const createCase = ({
  createCase,
  sealer,
}: InteractivePorts): Responder<Queues, Queue, 'create-case.v1'> => ({
  queue: 'case-intake-interactive',
  job: 'create-case.v1',
  answer: async ({ meta, caseId, knowledge, sealed, masked }) => {
    const { tenantId } = meta;
    const input = sealer.open(sealed, tenantId, CaseInput);
    const stored = await answerWithKnowledge(() =>
      createCase.execute({ tenantId, caseId, knowledge, input, masked }),
    );
    return sealCase(stored, sealer);
  },
});

const createCaseVersion = ({
  correctCase,
  sealer,
}: InteractivePorts): Responder<Queues, Queue, 'create-case-version.v1'> => ({
  queue: 'case-intake-interactive',
  job: 'create-case-version.v1',
  answer: async ({ meta, ...correction }) => {
    const { tenantId } = meta;
    const next = await answerWithKnowledge(() => correctCase.execute({ tenantId, ...correction }));
    return sealCase(next, sealer);
  },
});

const getCase = ({ cases, sealer }: InteractivePorts): Responder<Queues, Queue, 'get-case.v1'> => ({
  queue: 'case-intake-interactive',
  job: 'get-case.v1',
  answer: async ({ meta, caseId, version }) => {
    const found = await cases.find(meta.tenantId, caseId, version);
    if (found === undefined) throw new DomainError('not-found', 'There is no such case');
    return sealCase(found, sealer);
  },
});

const listCases = ({ cases, sealer }: InteractivePorts): Responder<Queues, Queue, 'list-cases.v1'> => ({
  queue: 'case-intake-interactive',
  job: 'list-cases.v1',
  answer: async ({ meta, limit, before }) => {
    const found = await cases.list(meta.tenantId, limit + 1, before);
    return { items: found.slice(0, limit).map((each) => sealCase(each, sealer)), more: found.length > limit };
  },
});

const Text = z.object({ narrative: z.string() });

const previewIntake = ({
  vocabularies,
  sealer,
}: InteractivePorts): Responder<Queues, Queue, 'preview-intake.v1'> => ({
  queue: 'case-intake-interactive',
  job: 'preview-intake.v1',
  answer: async ({ meta, knowledge, sealed, patient }) => {
    const { narrative } = sealer.open(sealed, meta.tenantId, Text);
    const vocabulary = await answerWithKnowledge(() => vocabularies.of(knowledge));
    const understanding = understandText(narrative, patient, vocabulary);
    return { sealed: sealer.seal(Understood.parse({ ...understanding, masked: [] }), meta.tenantId) };
  },
});

/** Answers what the gateway asks of cases while somebody waits. */
export const interactiveResponders = (ports: InteractivePorts): AnyResponder<Queues>[] => [
  createCase(ports),
  createCaseVersion(ports),
  getCase(ports),
  listCases(ports),
  previewIntake(ports),
];
