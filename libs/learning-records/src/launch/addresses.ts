import { LAUNCH_DATA_STATE, PREFERENCES_PROFILE } from '../model/names';
import { type Agent } from './agent';

/** Whose documents are read: as the launch says it. */
export interface RecordPlace {
  /** Base of the record store; it may have a query of its own. */
  readonly endpoint: string;
  readonly actor: Agent;
  readonly registration: string;
  readonly activityId: string;
}

/** A resource of the record store: below its base (xAPI 1.0.3, part 3, §2). */
function under(endpoint: string, resource: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${resource}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** Where the launch data stand (cmi5 §10.1). */
export const launchDataUrl = ({ endpoint, actor, registration, activityId }: RecordPlace): string =>
  under(endpoint, 'activities/state', {
    stateId: LAUNCH_DATA_STATE,
    activityId,
    agent: JSON.stringify(actor),
    registration,
  });

/** Where the learner's preferences stand (cmi5 §11). */
export const preferencesUrl = ({ endpoint, actor }: Pick<RecordPlace, 'endpoint' | 'actor'>): string =>
  under(endpoint, 'agents/profile', { profileId: PREFERENCES_PROFILE, agent: JSON.stringify(actor) });

/** Where one statement is put and read. */
export const statementUrl = (endpoint: string, statementId: string): string =>
  under(endpoint, 'statements', { statementId });

/** What a record store says of itself, to anybody (xAPI 1.0.3, part 3, §2.8). */
export const aboutUrl = (endpoint: string): string => under(endpoint, 'about', {});
