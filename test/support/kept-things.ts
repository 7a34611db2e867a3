import { answerOf, type ApiClient } from './client';
import { type Answered } from './outage';
import { teachingCase } from './sample-teaching-case';

/** Something that a service keeps for whoever asks it to. */
export interface KeptThing {
  /** The statement that writes it. */
  readonly writing: string;
  /** Under one name it is one thing, however often it is asked for. */
  keep(client: ApiClient, name: string): Answered<{ id: string }>;
  /** Names of those that are there, at most a hundred. */
  names(client: ApiClient): Promise<string[]>;
}

/** What the services keep that no run goes through. */
export const KEPT_THINGS: Readonly<Record<'teaching' | 'integration', KeptThing>> = {
  teaching: {
    writing: 'INSERT INTO "teaching"."teaching_cases"',
    keep: (client, name) =>
      client.POST('/v1/teaching-cases', {
        params: { header: { 'Idempotency-Key': name } },
        body: { body: teachingCase(name) },
      }),
    names: async (client) => {
      const { items } = await answerOf(
        client.GET('/v1/teaching-cases', { params: { query: { limit: 100 } } }),
      );
      return items.map(({ title }) => title.text);
    },
  },
  integration: {
    writing: 'INSERT INTO "integration"."platforms"',
    keep: (client, name) =>
      client.POST('/v1/lti/registrations', {
        body: {
          ...{ name, clientId: name, issuer: 'https://lms.example', keySetUrl: 'https://lms.example/keys' },
          ...{ authorizationUrl: 'https://lms.example/auth', tokenUrl: 'https://lms.example/token' },
          ...{ algorithms: ['RS256'], frameOrigins: [] },
        },
      }),
    names: async (client) => {
      const { items } = await answerOf(
        client.GET('/v1/lti/registrations', { params: { query: { limit: 100 } } }),
      );
      return items.map(({ clientId }) => clientId);
    },
  },
};
