import { everyPage, type Page } from './every-page';
import { type HttpClient, dataOf, doneOf } from './http';
import type {
  LtiCheck,
  LtiConfiguration,
  LtiDeployment,
  LtiLaunchProblemList,
  LtiRegistration,
  LtiRegistrationInput,
  LtiRegistrationLink,
  NewLtiRegistrationLink,
} from './types';

/** The operations on learning platforms of the institution (LTI 1.3). */
export class LearningPlatformsApi {
  constructor(private readonly http: HttpClient) {}

  /** All of them, newest first. */
  registrations(signal: AbortSignal): Promise<LtiRegistration[]> {
    return everyPage<LtiRegistration>((query) =>
      dataOf(this.http.calls.GET('/v1/lti/registrations', { params: { query }, signal })),
    );
  }

  /** The same issuer and client id is the same platform: registering it again changes the rest. */
  register(body: LtiRegistrationInput): Promise<LtiRegistration> {
    return dataOf(this.http.calls.POST('/v1/lti/registrations', { body }));
  }

  /** Asks the platform for its keys and for a token, which may take twenty seconds. */
  check(id: string): Promise<LtiCheck> {
    const call = { params: { path: { id } }, fetch: this.http.patiently };
    return dataOf(this.http.calls.POST('/v1/lti/registrations/{id}/check', call));
  }

  async remove(id: string): Promise<void> {
    await doneOf(this.http.calls.DELETE('/v1/lti/registrations/{id}', { params: { path: { id } } }));
  }

  /** What a platform is told of us. */
  configuration(signal: AbortSignal): Promise<LtiConfiguration> {
    return dataOf(this.http.calls.GET('/lti/config.json', { signal }));
  }

  links(signal: AbortSignal): Promise<LtiRegistrationLink[]> {
    return everyPage<LtiRegistrationLink>((query) =>
      dataOf(this.http.calls.GET('/v1/lti/registration-links', { params: { query }, signal })),
    );
  }

  /** Its address is told this once. */
  makeLink(): Promise<NewLtiRegistrationLink> {
    return dataOf(this.http.calls.POST('/v1/lti/registration-links'));
  }

  deployments(signal: AbortSignal): Promise<LtiDeployment[]> {
    return everyPage<LtiDeployment>((query) =>
      dataOf(this.http.calls.GET('/v1/lti/deployments', { params: { query }, signal })),
    );
  }

  /** Accepted again, nothing changes. */
  accept(id: string): Promise<LtiDeployment> {
    return dataOf(this.http.calls.POST('/v1/lti/deployments/{id}/accept', { params: { path: { id } } }));
  }

  /** What launched teachers of a deployment see, from their next launch on. */
  change(id: string, teachersSee: LtiDeployment['teachersSee']): Promise<LtiDeployment> {
    const params = { path: { id } };
    return dataOf(this.http.calls.PATCH('/v1/lti/deployments/{id}', { params, body: { teachersSee } }));
  }

  /** A page of the launches that failed, newest first. */
  problems(query: Page, signal: AbortSignal): Promise<LtiLaunchProblemList> {
    return dataOf(this.http.calls.GET('/v1/lti/launch-problems', { params: { query }, signal }));
  }
}
