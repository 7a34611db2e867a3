import { randomUUID } from 'node:crypto';
import { activityId } from '@openrounds/learning-records';
import { type Cmi5Lms, type MockEhr, MockPlatform, TRAITS } from '@openrounds/testing';
import { WRONG_HEADERS, wrongClaims } from '../../libs/cds-hooks/test/hostile-calls';
import { type Signer } from '../../libs/cds-hooks/test/signed-call';
import { hostileLaunches } from '../../services/integration/test/fixtures/hostile-launches';
import { TAMPERED } from '../../services/integration/test/fixtures/tampered-cmi5';
import { followLaunch } from './ehr';
import { beginLaunch, postLaunch, type WithLms } from './lms';

/** What came of something hostile. */
export interface Answered {
  readonly status: number;
  /** Type of the problem, or the code on the page. */
  readonly said: string;
  /** Whether it says when to come back. */
  readonly waits: boolean;
}

/** Something that is refused. */
export interface HostileAct {
  readonly name: string;
  readonly play: () => Promise<Answered>;
}

/** The systems around the product, and what they know of it. */
export interface Outside {
  readonly given: WithLms;
  readonly ehr: MockEhr;
  /** Signs calls of a system that is registered under this issuer. */
  readonly cds: { readonly signer: Signer; readonly issuer: string };
  readonly cmi5: Cmi5Lms;
  readonly assignmentId: string;
}

const CODE = /\b(?:lti|smart|cmi5)-[a-z-]+/;

const answered = async (response: Response): Promise<Answered> => {
  const text = await response.text();
  const isProblem = (response.headers.get('content-type') ?? '').startsWith('application/problem+json');
  return {
    status: response.status,
    said: isProblem ? (JSON.parse(text) as { type: string }).type : (CODE.exec(text)?.[0] ?? ''),
    waits: Number(response.headers.get('retry-after')) > 0,
  };
};

/** The acts of the suites of LTI, CDS Hooks, SMART and cmi5, through the front door. */
export const hostileActs = (outside: Outside): readonly HostileAct[] => [
  ...launches(outside),
  ...calls(outside),
  ...returns(outside),
  ...tamperedLaunches(outside),
];

function launches({ given, assignmentId }: Outside): HostileAct[] {
  const { lms, publicUrl } = given;
  const theirs = randomUUID();
  const { INVALID } = hostileLaunches({
    ...{ platform: lms, other: new MockPlatform(), publicUrl: () => publicUrl },
    ...{ ours: () => assignmentId, theirs: () => theirs },
  });
  return INVALID.map(([name, , make]) => ({
    name: `LTI: ${name}`,
    play: async () => {
      const login = await beginLaunch(given, { id: assignmentId });
      if (login.begun === undefined) return answered(login.response);
      const { cookie, state } = login.begun;
      return answered(await postLaunch(given, { cookie, state, id_token: await make(login.begun) }));
    },
  }));
}

const PATH = '/cds-services/openrounds-differential';
const CALL = {
  ...{ hook: 'patient-view', hookInstance: randomUUID() },
  ...{ context: { patientId: 'patient-77', userId: 'Practitioner/9' }, prefetch: {} },
};

function calls({ given, cds: { signer, issuer } }: Outside): HostileAct[] {
  const { stack, publicUrl } = given;
  const called = `${publicUrl}${PATH}`;
  const now = () => Math.floor(Date.now() / 1_000);
  const call = async (claims: object, header: object = {}): Promise<Answered> => {
    const at = now();
    const sound = { iss: issuer, aud: called, iat: at - 1, exp: at + 299, jti: randomUUID() };
    const token = await signer.sign({ ...sound, ...claims }, { ...header });
    return answered(
      await fetch(stack.baseUrl + PATH, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(CALL),
      }),
    );
  };
  const claimsNow = () => wrongClaims({ called, issuer, at: now() });
  return [
    ...claimsNow().map(([name], row) => ({
      name: `CDS Hooks: ${name}`,
      play: () => call(claimsNow()[row]?.[1] ?? {}),
    })),
    ...WRONG_HEADERS.map(([name, header]) => ({
      name: `CDS Hooks: ${name}`,
      play: () => call({}, header),
    })),
  ];
}

const PATIENT = 'tp-quackenbush';

function returns({ given: { stack }, ehr }: Outside): HostileAct[] {
  const wrong = TRAITS.redirection.filter((how) => how !== 'right');
  return [
    ...wrong.map((how) => ({
      name: `SMART: ${how}`,
      play: async () => {
        ehr.traits.redirection = how;
        const { came } = await followLaunch(stack, ehr, PATIENT);
        ehr.traits.redirection = 'right';
        return answered(came);
      },
    })),
    {
      name: 'SMART: another browser',
      play: async () => answered((await followLaunch(stack, ehr, PATIENT, true)).came),
    },
  ];
}

function tamperedLaunches({ given, cmi5, assignmentId }: Outside): HostileAct[] {
  const { stack, publicUrl } = given;
  return TAMPERED.map(([code, changed]) => ({
    name: `cmi5: ${code} by ${Object.keys(changed).join()}`,
    play: async () => {
      const unit = `${publicUrl}/cmi5/launch?assignment=${assignmentId}&institution=local`;
      const publisherId = activityId(publicUrl, 'assignment', assignmentId);
      const { pathname, searchParams } = new URL(cmi5.launch({ url: unit, publisherId }).url);
      for (const [name, value] of Object.entries(changed)) searchParams.set(name, value);
      const address = `${stack.baseUrl}${pathname}?${searchParams.toString()}`;
      return answered(await fetch(address, { redirect: 'manual' }));
    },
  }));
}
