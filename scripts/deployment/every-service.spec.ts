import { existsSync, readdirSync } from 'node:fs';
import { inRepository, readText } from './testing/repository';

/** Where every service must stand, by its name or by the name of its schema: the list that a new one is led by. */
const PLACES = [
  'nest-cli.json',
  'scripts/embedded/services.mjs',
  'scripts/embedded/postgres.mjs',
  'scripts/database/provision.sql',
  'scripts/deployment/make-secrets.mjs',
  'scripts/deployment/set-passwords.sh',
  'scripts/deployment/testing/repository.ts',
  'scripts/deployment/testing/service-environment.ts',
  'docker-compose.yml',
  'k8s/base/kustomization.yaml',
  'k8s/base/migrations.yaml',
  'k8s/base/network-policies.yaml',
  'k8s/overlays/dev/postgres.yaml',
  'libs/testing/test/medium/service-isolation.test.ts',
  'test/support/stack.ts',
  'docs/architecture.md',
  'README.md',
];

const SERVICES = readdirSync(inRepository('services')).filter((name) =>
  existsSync(inRepository(`services/${name}/src/${name}.module.ts`)),
);

describe('every service', () => {
  it('is one of those that are deployed', () => {
    expect(SERVICES).toEqual(expect.arrayContaining(['gateway', 'case-intake', 'explanation-log']));
  });

  it.each(PLACES)('stands in %s', (place) => {
    const text = readText(place);
    const named = (service: string) =>
      [service, service.replaceAll('-', '_')].some((name) => new RegExp(`\\b${name}\\b`).test(text));
    expect(SERVICES.filter((service) => !named(service))).toEqual([]);
  });
});
