import { type MockEhr } from '@openrounds/testing';
import { clientOf } from './client';
import { type RunningStack } from './stack';

type Where = Pick<RunningStack, 'baseUrl' | 'apiKey'>;

/** Registers a training EHR under a name, with patients to be brought from it by SMART and cards in a language. */
export async function registerEhr(
  { baseUrl, apiKey }: Where,
  ehr: MockEhr,
  name: string,
  language: 'en' | 'zh' = 'en',
): Promise<void> {
  const { origin: issuer, keySetUrl, fhirBaseUrl, client } = ehr;
  const smart = { clientId: client.id, authentication: 'private-key' as const };
  const body = { name, issuer, keySetUrl, fhirBaseUrl, language, smart };
  const { response, error } = await clientOf(baseUrl, apiKey).POST('/v1/ehr-clients', {
    body: { ...body, origins: [], environment: 'training' },
  });
  if (!response.ok) throw new Error(JSON.stringify(error));
}

/** What a browser has that was sent to the EHR and came back. */
export interface Followed {
  readonly importId: string;
  /** Of the address that it came back to. */
  readonly came: Response;
}

/**
 * The way of a browser from a launch of a patient to what it is sent to at last.
 *
 * @param isStranger another browser comes back
 */
export async function followLaunch(
  { baseUrl, apiKey }: Where,
  ehr: MockEhr,
  patientId: string,
  isStranger = false,
): Promise<Followed> {
  const body = { issuer: ehr.fhirBaseUrl, launch: ehr.authorization.launch(patientId) };
  const { data, response, error } = await clientOf(baseUrl, apiKey).POST('/v1/ehr-imports', { body });
  if (data === undefined) return { importId: '', came: new Response(JSON.stringify(error), response) };
  const cookie = isStranger ? '' : (response.headers.get('set-cookie') ?? '').split(';')[0];
  const authorized = await fetch(data.authorizationUrl, { redirect: 'manual' });
  const { pathname, search } = new URL(authorized.headers.get('location') ?? '');
  const came = await fetch(baseUrl + pathname + search, {
    headers: { cookie: cookie ?? '' },
    redirect: 'manual',
  });
  return { importId: data.id, came };
}
