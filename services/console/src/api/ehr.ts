import { everyPage } from './every-page';
import { type HttpClient, dataOf, doneOf } from './http';
import type {
  AcceptEhrImportInput,
  BegunEhrImport,
  Case,
  EhrCheck,
  EhrClient,
  EhrClientInput,
  EhrConnection,
  EhrImport,
  EhrImportInput,
  Language,
} from './types';

/** The operations on training EHRs of the institution. */
export class EhrApi {
  constructor(private readonly http: HttpClient) {}

  /** All of them, newest first. */
  clients(signal: AbortSignal): Promise<EhrClient[]> {
    return everyPage<EhrClient>((query) =>
      dataOf(this.http.calls.GET('/v1/ehr-clients', { params: { query }, signal })),
    );
  }

  /** The same issuer is the same system: registering it again changes the rest. */
  register(body: EhrClientInput): Promise<EhrClient> {
    return dataOf(this.http.calls.POST('/v1/ehr-clients', { body }));
  }

  /** Asks the system for its keys and its FHIR server, which may take ten seconds. */
  check(id: string): Promise<EhrCheck> {
    const call = { params: { path: { id } }, fetch: this.http.patiently };
    return dataOf(this.http.calls.POST('/v1/ehr-clients/{id}/check', call));
  }

  async remove(id: string): Promise<void> {
    await doneOf(this.http.calls.DELETE('/v1/ehr-clients/{id}', { params: { path: { id } } }));
  }

  /** Those that a patient may be brought from. */
  connections(signal: AbortSignal): Promise<EhrConnection[]> {
    return everyPage<EhrConnection>((query) =>
      dataOf(this.http.calls.GET('/v1/ehr-connections', { params: { query }, signal })),
    );
  }

  /** The browser has to go to the address of the answer. */
  beginImport(body: EhrImportInput): Promise<BegunEhrImport> {
    return dataOf(this.http.calls.POST('/v1/ehr-imports', { body, fetch: this.http.patiently }));
  }

  import(id: string, language: Language, signal: AbortSignal): Promise<EhrImport> {
    const headers = { 'accept-language': language };
    return dataOf(this.http.calls.GET('/v1/ehr-imports/{id}', { params: { path: { id } }, headers, signal }));
  }

  acceptImport(id: string, body: AcceptEhrImportInput, language: Language): Promise<Case> {
    const [params, headers] = [{ path: { id } }, { 'accept-language': language }];
    return dataOf(this.http.calls.POST('/v1/ehr-imports/{id}/accept', { params, headers, body }));
  }
}
