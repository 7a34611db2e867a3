import { Inject, Injectable } from '@nestjs/common';
import {
  SEAL_PLACES,
  type PatientAsked,
  type ReleasedStatement,
  type SaidVoice,
} from '@openrounds/contracts';
import { DiseaseNames, PATIENT } from '@openrounds/llm';
import { Sealer } from '@openrounds/platform';
import { namesOf } from '@openrounds/presentation';
import { statementsOfFacts } from '../../model/statements-of-facts';
import { IDENTITY_CHECK, type IdentityCheck } from '../../ports/identity-check';
import { INTAKE, type Intake } from '../../ports/intake';
import { droppedTo, type RoleAsked, type RolePlayed } from './role-asked';

/** Has the patient of a case answer from what is released; what the model adds to that is dropped and counted. */
@Injectable()
export class SpeakAsPatient {
  constructor(
    @Inject(IDENTITY_CHECK) private readonly identities: IdentityCheck,
    @Inject(INTAKE) private readonly intake: Pick<Intake, 'addedFindings'>,
    @Inject(Sealer) private readonly sealer: Pick<Sealer, 'seal'>,
  ) {}

  /** @throws LlmFault where there is no answer to read */
  async execute(asked: PatientAsked, given: RoleAsked): Promise<RolePlayed<SaidVoice>> {
    const { language, facts, question, withheld } = asked;
    if (await this.identities.namesSomebody([question])) return { fault: 'identity' };
    const { llm, bundle, call } = given;
    const coded = statementsOfFacts(facts, language, namesOf(bundle, language));
    const secret = new DiseaseNames(withheld);
    const released = [...asked.sentences, ...coded.filter(({ text }) => secret.in(text).length === 0)];
    const { ageYears, sex } = facts.patient;
    const request = { language, patient: { ageYears, sex }, statements: released, question, withheld };
    const { value, model, promptVersion } = await llm.ask(PATIENT, request, call);
    const byId = new Map(released.map((each) => [each.id, each]));
    const spoken = value.sentences.map(({ text, statementIds }) => ({
      text,
      statements: statementIds.flatMap((id) => byId.get(id) ?? []),
    }));
    const honest = spoken.filter((each) => !namesAnother(each, given));
    const added = await this.addedIn(honest, given);
    const sentences = honest.filter((_, place) => !added.has(place));
    const unnamed = droppedTo(value.dropped, 'withheld', spoken.length - honest.length);
    const dropped = droppedTo(unnamed, 'added-finding', honest.length - sentences.length);
    const said = { sentences, dropped, generatedBy: { model, promptVersion } };
    return { said, fault: sentences.length === 0 ? 'nothing-kept' : null };
  }

  /** The places of sentences that tell a finding which their statements do not. */
  private async addedIn(
    spoken: SaidVoice['sentences'],
    { meta, roleRequestId }: RoleAsked,
  ): Promise<ReadonlySet<number>> {
    if (spoken.length === 0) return new Set();
    const { tenantId, requestId, traceparent, versions } = meta;
    const told = spoken.map(({ text, statements }) => ({
      spoken: text,
      told: statements.map((each) => each.text),
    }));
    const { added } = await this.intake.addedFindings({
      meta: { tenantId, requestId, ...(traceparent === undefined ? {} : { traceparent }) },
      roleRequestId,
      knowledge: versions.knowledge,
      sealed: this.sealer.seal(told, SEAL_PLACES.spokenSentences(tenantId, roleRequestId)),
    });
    return new Set(added);
  }
}

/** Whether a sentence names a disease that its statements do not. */
function namesAnother(
  { text, statements }: { readonly text: string; readonly statements: readonly ReleasedStatement[] },
  { diseases }: RoleAsked,
): boolean {
  const held = new Set(diseases.in(statements.map((each) => each.text).join('\n')));
  return diseases.in(text).some((name) => !held.has(name));
}
