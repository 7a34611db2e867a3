import { z } from 'zod';
import { isKept } from '../claims/kept-text';
import { LaunchRefused } from '../refusal/launch-refused';

const Text = z.string().min(1).max(4_000);

/** What begins a launch (OpenID Connect third-party login; LTI Core 1.3, section 5.1.1): nothing of it is signed. */
const LoginFields = z.object({
  iss: Text,
  login_hint: Text,
  /** Only noted: what is opened says the signed token. */
  target_link_uri: Text.optional(),
  client_id: z.string().min(1).max(255).optional(),
  lti_deployment_id: z.string().min(1).max(255).optional(),
  lti_message_hint: Text.optional(),
  lti_storage_target: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .optional(),
});

/** A request to begin a launch. */
export interface LoginRequest {
  readonly issuer: string;
  readonly clientId: string | null;
  readonly deploymentId: string | null;
  readonly loginHint: string;
  readonly messageHint: string | null;
  /** Name of the frame that keeps things for us (LTI platform storage); null: there is none. */
  readonly storageTarget: string | null;
}

/** @throws LaunchRefused `lti-claims` if a field is missing or not of its form */
export function readLogin(fields: Readonly<Record<string, string>>): LoginRequest {
  const read = LoginFields.safeParse(fields);
  if (!read.success) {
    const claim = String(read.error.issues[0]?.path[0] ?? '');
    throw new LaunchRefused('lti-claims', 'login-request', { claim });
  }
  const { data } = read;
  return {
    issuer: data.iss,
    clientId: data.client_id ?? null,
    deploymentId: data.lti_deployment_id ?? null,
    loginHint: data.login_hint,
    messageHint: data.lti_message_hint ?? null,
    storageTarget: data.lti_storage_target ?? null,
  };
}

/**
 * Fields of a form or a query, each of them once: of two with one name nobody can say which was meant. Each can be kept.
 *
 * @param text `application/x-www-form-urlencoded`
 * @throws LaunchRefused `lti-claims`
 */
export function readFields(text: string): Readonly<Record<string, string>> {
  const pairs = [...new URLSearchParams(text)];
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length)
    throw new LaunchRefused('lti-claims', 'form');
  if (!pairs.flat().every(isKept)) throw new LaunchRefused('lti-claims', 'form');
  return Object.fromEntries(pairs);
}
