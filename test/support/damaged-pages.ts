import { randomUUID } from 'node:crypto';
import { OPERATIONS, type Operation } from '@openrounds/contracts';

/** Pages for browsers that come from elsewhere, and what each reads of an address or a form. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  beginLaunch: ['iss', 'client_id', 'login_hint', 'target_link_uri', 'lti_message_hint', 'lti_deployment_id'],
  beginLaunchByForm: ['iss', 'client_id', 'login_hint', 'target_link_uri', 'lti_storage_target'],
  takeLaunch: ['state', 'id_token', 'error', 'error_description'],
  proveBrowser: ['launch', 'secret', 'state'],
  showRegistration: ['code', 'openid_configuration', 'registration_token'],
  confirmRegistration: ['code', 'openid_configuration', 'registration_token', 'grades', 'roster'],
  explainLtiLink: ['lang'],
  launchFromEhr: ['iss', 'launch'],
  returnFromEhr: ['state', 'code', 'error'],
  launchCmi5: ['assignment', 'institution', 'endpoint', 'fetch', 'actor', 'registration', 'activityId'],
};

const pages = Object.entries<Operation>(OPERATIONS).filter(([, { page }]) => page === true);

/** Pages of the contract that are not in the table, and the other way round. */
export const pagesNotLookedAt = (): readonly string[] => {
  const ids = pages.map(([id]) => id);
  const known = Object.keys(FIELDS);
  return [...ids.filter((id) => !known.includes(id)), ...known.filter((id) => !ids.includes(id))];
};

const MARKUP = '"><script>struck()</script>';

/** What may be wrong with one field, as it is written in an address or a form. */
const DAMAGES: Readonly<Record<string, (name: string) => string>> = {
  'left out': () => '',
  empty: (name) => `${name}=`,
  twice: (name) => `${name}=a&${name}=b`,
  NUL: (name) => `${name}=a%00`,
  'half of a surrogate pair': (name) => `${name}=%ed%a0%80`,
  'bytes that are not UTF-8': (name) => `${name}=%ff`,
  'a broken escape': (name) => `${name}=%zz`,
  'ten thousand characters': (name) => `${name}=${'a'.repeat(10_000)}`,
  'a list': (name) => `${name}[]=a&${name}[b]=c`,
  'a poisoned prototype': () => '__proto__[a]=b&constructor=c',
  markup: (name) => `${name}=${encodeURIComponent(MARKUP)}`,
  'a script for an address': (name) => `${name}=javascript:alert(1)`,
  'letters from right to left': (name) => `${name}=${encodeURIComponent('\u202eשלום')}`,
};

/** Forms that are damaged as a whole. */
const BODIES: Readonly<Record<string, { readonly type: string; readonly body: Uint8Array<ArrayBuffer> }>> = {
  'a form of 100 KB': { type: 'application/x-www-form-urlencoded', body: new Uint8Array(100_000).fill(97) },
  'a form of zeros': { type: 'application/x-www-form-urlencoded', body: new Uint8Array(1_000) },
  JSON: { type: 'application/json', body: new TextEncoder().encode('{"state":"a"}') },
  'no type': { type: '', body: new TextEncoder().encode('state=a') },
};

interface Sent {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly type?: string;
  readonly body?: Uint8Array<ArrayBuffer>;
}

function sentTo([id, { method, path }]: (typeof pages)[number]): Sent[] {
  const fields = FIELDS[id] ?? [];
  const to = { method: method.toUpperCase(), path: path.replace('{id}', randomUUID()) };
  const sound = (but: string): string[] => fields.filter((each) => each !== but).map((each) => `${each}=a`);
  const damaged = fields.flatMap((field) =>
    Object.entries(DAMAGES).map(([damage, written]) => {
      const text = [...sound(field), written(field)].filter((part) => part !== '').join('&');
      const name = `${id}, ${field}: ${damage}`;
      return method === 'get'
        ? { ...to, name, query: `?${text}` }
        : {
            ...{ ...to, name, query: '', type: 'application/x-www-form-urlencoded' },
            body: new TextEncoder().encode(text),
          };
    }),
  );
  const bodies = method === 'get' ? {} : BODIES;
  const whole = Object.entries(bodies).map(([name, given]) => ({
    ...{ ...to, ...given, name: `${id}: ${name}` },
    query: '',
  }));
  return [...damaged, ...whole];
}

/** What is wrong with how damaged addresses and forms are answered: each is a page that refuses, and says nothing of the inside. */
export async function faultsOfPages(baseUrl: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { name, method, path, query, type, body } of pages.flatMap(sentTo)) {
    const response = await fetch(baseUrl + path + query, {
      ...{ method, redirect: 'manual' },
      ...(body === undefined ? {} : { body, headers: { 'content-type': type ?? '' } }),
    });
    const text = await response.text();
    const said = `${name}: ${String(response.status)}`;
    if (response.status >= 500) faults.push(`${said} ${text.slice(0, 200)}`);
    if (text.includes(MARKUP)) faults.push(`${said} shows markup as such`);
    if (/node_modules|\bat \w+\.\w+ \(|postgres:|select \w/i.test(text))
      faults.push(`${said} tells of the inside`);
    if (
      !/^(?:text\/html|application\/problem\+json)/.test(response.headers.get('content-type') ?? 'text/html')
    )
      faults.push(`${said} is no page`);
  }
  return faults;
}
