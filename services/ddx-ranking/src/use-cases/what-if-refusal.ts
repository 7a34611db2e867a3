import { DomainError, type FieldError, type WhatIfInput } from '@openrounds/contracts';
import { type EngineRejection } from '@openrounds/ddx-engine';
import { type KnowledgeBundle } from '@openrounds/knowledge';

type SettableFinding = Pick<KnowledgeBundle['findings'][number], 'id' | 'domain' | 'states'>;
type Setting = WhatIfInput['set'][number];

const field = (pointer: string, code: string, message: string): FieldError => ({ pointer, code, message });

/**
 * Says of each finding that the engine refuses where in the change it stands and what is wrong with it.
 *
 * @param findings of the knowledge base that the run was ranked with
 * @returns `invalid-request`; where nothing in the change is to blame, the ranked case is: `case-not-understood`
 */
export function whatIfRefusal(
  change: WhatIfInput,
  rejection: EngineRejection,
  findings: readonly SettableFinding[],
): DomainError {
  const errors = errorsOf(change, rejection, findings);
  return errors.length > 0
    ? new DomainError('invalid-request', `${String(errors.length)} field(s) are not valid`, errors)
    : new DomainError('case-not-understood', `The engine refused the findings: ${rejection.code}`);
}

function errorsOf(
  change: WhatIfInput,
  rejection: EngineRejection,
  findings: readonly SettableFinding[],
): FieldError[] {
  const { set } = change;
  const refused = (id: string): boolean => 'findings' in rejection && rejection.findings.includes(id);
  const inSet = (describe: (setting: Setting, at: string) => FieldError): FieldError[] =>
    set.flatMap((setting, place) =>
      refused(setting.findingId) ? [describe(setting, `/set/${String(place)}`)] : [],
    );
  switch (rejection.code) {
    case 'unknown-finding':
      return unknownFindings(change, new Set(findings.map(({ id }) => id)));
    case 'duplicate-finding':
      return duplicates(set);
    case 'domain':
      return inSet((setting, at) =>
        domainError(
          setting,
          at,
          findings.find(({ id }) => id === setting.findingId),
        ),
      );
    case 'certainty':
      return inSet((_, at) =>
        field(`${at}/certainty`, 'certainty-out-of-range', 'a certainty lies between 0.5 and 1'),
      );
    case 'contradiction':
      return rejection.pairs.flatMap((pair) => contradiction(set, pair));
  }
}

/** The engine names what is removed before it looks at what is set; here both are looked at. */
const unknownFindings = ({ set, remove = [] }: WhatIfInput, known: ReadonlySet<string>): FieldError[] =>
  [
    ...set.map(({ findingId }, place) => ({ id: findingId, pointer: `/set/${String(place)}/findingId` })),
    ...remove.map((id, place) => ({ id, pointer: `/remove/${String(place)}` })),
  ]
    .filter(({ id }) => !known.has(id))
    .map(({ id, pointer }) => field(pointer, 'unknown-finding', `${id} is not in the vocabulary`));

/** The first stands; every later one of the same finding is named. */
const duplicates = (set: readonly Setting[]): FieldError[] =>
  set.flatMap(({ findingId }, place) => {
    const first = set.findIndex((other) => other.findingId === findingId);
    return first === place
      ? []
      : [
          field(
            `/set/${String(place)}/findingId`,
            'duplicate-finding',
            `${findingId} is set at /set/${String(first)} already`,
          ),
        ];
  });

function domainError(
  { findingId, value }: Setting,
  at: string,
  finding: SettableFinding | undefined,
): FieldError {
  if (finding?.domain === 'binary')
    return field(`${at}/value`, 'value-not-allowed', `${findingId} is present or absent; it takes no value`);
  if (value === undefined)
    return field(`${at}/presence`, 'presence-not-allowed', `${findingId} takes a value, not a presence`);
  const states = finding?.states ?? [];
  return field(
    `${at}/value/code`,
    'unknown-state',
    `${value.code} is no state of ${findingId}: ${states.join(', ')}`,
  );
}

/** Either side may be the one that was set; the other is then in the case. Both are named where both were set. */
function contradiction(
  set: readonly Setting[],
  [finding, ancestor]: readonly [string, string],
): FieldError[] {
  const message = `${finding} is present, but ${ancestor}, of which it is a kind, is absent`;
  return set.flatMap(({ findingId }, place) =>
    findingId === finding || findingId === ancestor
      ? [field(`/set/${String(place)}/presence`, 'contradiction', message)]
      : [],
  );
}
