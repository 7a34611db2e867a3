import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Container, type PodSpec } from 'kubernetes-types/core/v1';
import { imageEnvironment } from './testing/image';
import { patch } from './testing/json-patch';
import { problemsOf } from './testing/kubernetes-types';
import {
  folderOf,
  isKustomization,
  literalsOf,
  manifestsOf,
  readFolder,
  readManifests,
  tree,
  type FoundManifest,
  type Manifest,
} from './testing/kustomize';
import { replace } from './testing/replacement';
import { inRepository, KEYS_OF, KEYS_PATH, SERVICES } from './testing/repository';
import { FreshSecrets, unknownVariables } from './testing/service-environment';

const OVERLAYS = ['k8s/overlays/dev', 'k8s/overlays/production'];
const SECRETS = '/run/secrets/openrounds';

const files = readdirSync(inRepository('k8s'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => `k8s/${path}`);
const folders = files.filter(isKustomization).map(folderOf);
const OPTED_INTO = folders.filter((folder) => folder.startsWith('k8s/components/'));
const base = manifestsOf('k8s/base');
const everyManifest = [
  ...base,
  ...folders
    .filter((folder) => !folder.startsWith('k8s/base'))
    .flatMap((folder) => readFolder(folder).files.flatMap(readManifests)),
];

const labelOf = ({ file, manifest: { kind, metadata } }: FoundManifest): string =>
  `${kind} ${metadata.name} of ${file}`;
const named = (manifests: readonly FoundManifest[], kind: string, name: string): Manifest => {
  const found = manifests.find(({ manifest }) => manifest.kind === kind && manifest.metadata.name === name);
  if (found === undefined) throw new Error(`There is no ${kind} ${name}.`);
  return found.manifest;
};
const of = (kind: string): Manifest[] =>
  base.map(({ manifest }) => manifest).filter((each) => each.kind === kind);

interface WithPods {
  readonly spec: { readonly template: { readonly spec: PodSpec } };
}
const podOf = (manifest: Manifest): PodSpec => (manifest as unknown as WithPods).spec.template.spec;
const containerOf = (name: string): Container => {
  const [container] = podOf(named(base, 'Deployment', name)).containers;
  if (container === undefined) throw new Error(`${name} has no container.`);
  return container;
};
const environmentOf = ({ env = [] }: Container): Record<string, string> =>
  Object.fromEntries(env.map(({ name, value }) => [name, value ?? 'pod-name']));

/** The keys that a container is given: the secret that each comes from, by where it is mounted. */
const keyMounts = ({ volumeMounts = [] }: Container, { volumes = [] }: PodSpec) =>
  Object.fromEntries(
    volumeMounts
      .filter(({ mountPath, readOnly }) => mountPath.startsWith(KEYS_PATH) && readOnly === true)
      .map((mount) => [mount.mountPath, volumes.find(({ name }) => name === mount.name)?.secret?.secretName]),
  );
const keysOf = (name: (typeof SERVICES)[number]) =>
  Object.fromEntries(
    KEYS_OF[name].map((purpose) => [`${KEYS_PATH}/${purpose}`, `openrounds-${purpose}-keys`]),
  );

const workloads = everyManifest.filter(({ manifest }) =>
  ['Deployment', 'StatefulSet', 'Job'].includes(manifest.kind),
);

const aService = (spec: Record<string, unknown>): FoundManifest => ({
  file: 'made-up.yaml',
  manifest: { apiVersion: 'v1', kind: 'Service', metadata: { name: 'made-up' }, spec },
});
const WRONG = [
  ['a misspelt field', aService({ slector: {} }), /slector.*does not exist/],
  ['a missing field', aService({ ports: [{ name: 'http' }] }), /'port' is missing/],
  ['a wrong type', aService({ ports: [{ port: '80' }] }), /'string' is not assignable to type 'number'/],
] as const;

describe('the manifests', () => {
  const problems = new Map<FoundManifest, string[]>();
  beforeAll(() => {
    const all = [...everyManifest, ...WRONG.map(([, manifest]) => manifest)];
    problemsOf(all).forEach((found, index) => {
      const manifest = all[index];
      if (manifest !== undefined) problems.set(manifest, found);
    });
  }, 60_000);

  it.each(everyManifest.map((each) => [labelOf(each), each] as const))(
    '%s agrees with the schema of its kind',
    (_label, manifest) => {
      expect(problems.get(manifest)).toEqual([]);
    },
  );

  it.each(WRONG)('are really checked: %s is found', (_what, manifest, expected) => {
    expect(problems.get(manifest)?.join('\n')).toMatch(expected);
  });
});

describe('kustomize', () => {
  it('knows every file: none is left out by mistake', () => {
    const used = folders.flatMap((folder) => {
      const { path, files: manifests, patchFiles } = readFolder(folder);
      return [`${path}/kustomization.yaml`, ...manifests, ...patchFiles];
    });
    expect([...new Set(used)].sort()).toEqual([...files].sort());
  });

  it.each(OVERLAYS)('%s names each object once', (overlay) => {
    const names = manifestsOf(overlay).map(({ manifest }) => `${manifest.kind}/${manifest.metadata.name}`);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(OVERLAYS)('%s finds all that it changes', (overlay) => {
    expect(() => manifestsOf(overlay)).not.toThrow();
  });

  it.each(OPTED_INTO)('%s finds all that it changes', (component) => {
    expect(() => manifestsOf(component, base)).not.toThrow();
  });

  it.each(['/spec/none/host', '/spec/ports/1'])('refuses a patch that finds no %s', (path) => {
    const { manifest } = aService({ ports: [{ port: 80 }] });
    expect(() => {
      patch(manifest, { op: 'replace', path, value: 'x' });
    }).toThrow(`There is no ${path}`);
  });

  it.each([
    [{ kind: 'Deployment' }, 'metadata.name', /no Deployment/],
    [{ kind: 'Service' }, 'spec.slector', /no text at spec.slector/],
  ])('refuses a replacement that finds no %j with %s', (select, fieldPath, expected) => {
    const source = { kind: 'Service', fieldPath: 'metadata.name' };
    expect(() => {
      replace([aService({}).manifest], { source, targets: [{ select, fieldPaths: [fieldPath] }] });
    }).toThrow(expected);
  });

  it.each(OVERLAYS)('%s names images, deployments and maps that the base has', (overlay) => {
    const { kustomization } = readFolder(overlay);
    if (kustomization.kind !== 'Kustomization') throw new Error('not an overlay');
    const images = base
      .filter(({ manifest }) => ['Deployment', 'Job'].includes(manifest.kind))
      .flatMap(({ manifest }) => podOf(manifest).containers.map(({ image }) => image));
    expect([...new Set(images)]).toEqual(kustomization.images.map(({ name }) => name));
    for (const { name } of kustomization.replicas) expect(named(base, 'Deployment', name)).toBeDefined();
    const generated = tree('k8s/base').flatMap((folder) => folder.kustomization.configMapGenerator);
    for (const { name, behavior } of kustomization.configMapGenerator) {
      expect(behavior).toBe('merge');
      expect(generated.map((each) => each.name)).toContain(name);
    }
  });
});

describe.each(workloads.map((each) => [labelOf(each), podOf(each.manifest)] as const))(
  'the pods of %s',
  (_label, pod) => {
    it('meet the restricted Pod Security Standard', () => {
      expect(pod.securityContext).toMatchObject({
        runAsNonRoot: true,
        runAsUser: expect.any(Number) as number,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(pod.securityContext?.runAsUser).toBeGreaterThan(0);
      expect([pod.hostNetwork, pod.hostPID, pod.hostIPC]).toEqual([undefined, undefined, undefined]);
      for (const { securityContext } of pod.containers) {
        expect(securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
      }
    });

    it('get no token of the cluster and no volume of its nodes', () => {
      expect(pod.automountServiceAccountToken).toBe(false);
      for (const { hostPath } of pod.volumes ?? []) expect(hostPath).toBeUndefined();
    });

    it('say what they need and what they may use at most', () => {
      for (const { resources } of pod.containers) {
        const amounts = {
          cpu: expect.any(String) as string,
          memory: expect.stringMatching(/^\d+[MG]i$/) as string,
        };
        expect(resources).toEqual({ requests: amounts, limits: amounts });
      }
    });

    it('mount volumes that they have, and use all of them', () => {
      const mounted = pod.containers.flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name));
      const volumes = (pod.volumes ?? []).map(({ name }) => name);
      const claimed = mounted.includes('data') ? ['data'] : [];
      expect([...new Set(mounted)].sort()).toEqual([...volumes, ...claimed].sort());
    });

    it('are given secrets as files, never as text', () => {
      for (const { env = [] } of pod.containers) {
        const written = env.filter(({ value }) => value !== undefined).map(({ name }) => name);
        const secret = written.filter((name) => /PASSWORD|SECRET|TOKEN|API_KEY|_URL$/.test(name));
        expect(secret.filter((name) => !name.endsWith('_FILE'))).toEqual([]);
      }
    });
  },
);

describe.each(SERVICES)('the service %s', (name) => {
  const deployment = named(base, 'Deployment', name);
  const container = containerOf(name);
  const secretItems = podOf(deployment).volumes?.find((volume) => volume.name === 'secrets')?.secret?.items;

  it('runs the one image with its own main file', () => {
    expect(container).toMatchObject({ image: 'openrounds', args: [`dist/services/${name}/start.js`] });
  });

  it('is asked whether it lives and whether it is ready', () => {
    expect(container.startupProbe?.httpGet?.path).toBe('/health/live');
    expect(container.livenessProbe?.httpGet?.path).toBe('/health/live');
    expect(container.readinessProbe?.httpGet?.path).toBe('/health/ready');
    for (const { httpGet } of [container.livenessProbe, container.readinessProbe].flatMap(
      (each) => each ?? [],
    ))
      expect(container.ports?.map((port) => port.name)).toContain(httpGet?.port);
  });

  it('is spread over nodes and zones', () => {
    const keys = podOf(deployment).topologySpreadConstraints?.map(({ topologyKey }) => topologyKey);
    expect(keys).toEqual(['kubernetes.io/hostname', 'topology.kubernetes.io/zone']);
  });

  it('is found by its Service and guarded by its disruption budget', () => {
    const selector = { 'app.kubernetes.io/name': name };
    expect(named(base, 'Service', name).spec).toMatchObject({ selector });
    expect(named(base, 'PodDisruptionBudget', name).spec).toMatchObject({
      selector: { matchLabels: selector },
    });
    expect(deployment.spec).toMatchObject({
      selector: { matchLabels: selector },
      template: { metadata: { labels: selector } },
    });
  });

  it('sees only the secrets that it reads', () => {
    const read = Object.values(environmentOf(container)).filter((value) => value.startsWith(`${SECRETS}/`));
    expect(secretItems?.map(({ path }) => `${SECRETS}/${path}`).sort()).toEqual([...read].sort());
    expect(secretItems?.filter(({ key }) => key.endsWith('-database-url')).map(({ key }) => key)).toEqual([
      `${name}-database-url`,
    ]);
  });

  it('is given the keys that it needs, to read', () => {
    expect(keyMounts(container, podOf(deployment))).toEqual(keysOf(name));
  });

  describe.each(OVERLAYS)('in %s', (overlay) => {
    const fresh = new FreshSecrets();
    afterAll(() => {
      fresh.remove();
    });
    const environment = { ...imageEnvironment(), ...literalsOf(overlay), ...environmentOf(container) };

    it('would start with this configuration', () => {
      expect(unknownVariables(environment)).toEqual([]);
      expect(fresh.configurationOf(name, environment, SECRETS)).toMatchObject({
        HOST: '0.0.0.0',
        PORT: 3000,
        MIGRATE_ON_START: false,
        DATABASE_URL: expect.stringContaining('postgres://') as string,
        REDIS_URL: expect.stringContaining('redis://') as string,
      });
    });

    it('has time to stop in order before it is killed', () => {
      const { SHUTDOWN_SECONDS } = fresh.configurationOf(name, environment, SECRETS);
      const drainSeconds = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
      expect(podOf(deployment).terminationGracePeriodSeconds).toBeGreaterThan(
        Number(SHUTDOWN_SECONDS) + drainSeconds,
      );
    });
  });
});

describe('the whole', () => {
  it('migrates every schema as its own role before a version is rolled out', () => {
    const pod = podOf(named(base, 'Job', 'migrations'));
    expect(pod.restartPolicy).toBe('OnFailure');
    expect(pod.containers.map(({ name }) => name)).toEqual([...SERVICES]);
    for (const container of pod.containers) {
      const name = SERVICES.find((each) => each === container.name);
      expect(name && keyMounts(container, pod)).toEqual(name && keysOf(name));
      expect(container.args).toEqual([`dist/services/${container.name}/start.js`]);
      expect(environmentOf(container)).toMatchObject({
        MIGRATE_ONLY: 'true',
        DATABASE_URL_FILE: `${SECRETS}/${container.name}-database-url`,
      });
      expect(unknownVariables(environmentOf(container))).toEqual([]);
    }
  });

  it('scales the workers by the runs that wait and the gateway by its load', () => {
    const scaled = of('HorizontalPodAutoscaler').map(({ metadata, spec }) => [metadata.name, spec] as const);
    expect(scaled.map(([name]) => name).sort()).toEqual([
      'case-intake',
      'ddx-ranking',
      'gateway',
      'guideline-retrieval',
    ]);
    for (const [name, spec] of scaled) {
      expect(spec).toMatchObject({
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        metrics:
          name === 'gateway'
            ? [{ resource: { name: 'cpu' } }]
            : [{ external: { metric: { name: 'openrounds_runs_waiting' } } }],
      });
      expect(named(base, 'Deployment', name).spec).not.toHaveProperty('replicas');
    }
  });

  it('lets one pod at a time remember the head of the log, on a volume that outlives it', () => {
    const deployment = named(base, 'Deployment', 'explanation-log');
    expect(deployment.spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
    const claim = podOf(deployment).volumes?.find(({ name }) => name === 'log')?.persistentVolumeClaim;
    expect(named(base, 'PersistentVolumeClaim', claim?.claimName ?? '').spec).toMatchObject({
      accessModes: ['ReadWriteOnce'],
    });
    const { LOG_HEAD_FILE = '' } = imageEnvironment();
    expect(containerOf('explanation-log').volumeMounts).toContainEqual({
      name: 'log',
      mountPath: dirname(LOG_HEAD_FILE),
    });
  });

  it('is closed unless a policy opens it, and only the gateway to the outside', () => {
    expect(named(base, 'NetworkPolicy', 'default-deny').spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    interface Rules {
      podSelector: { matchLabels?: Record<string, string> };
      ingress?: { from: { namespaceSelector?: { matchLabels: Record<string, string> } }[] }[];
    }
    const fromIngress = of('NetworkPolicy').filter(({ spec }) =>
      (spec as Rules).ingress?.some(({ from }) =>
        from.some(
          ({ namespaceSelector }) =>
            namespaceSelector?.matchLabels['kubernetes.io/metadata.name'] === 'ingress-nginx',
        ),
      ),
    );
    expect(fromIngress.map(({ spec }) => (spec as Rules).podSelector.matchLabels)).toEqual([
      { 'app.kubernetes.io/name': 'gateway' },
    ]);
  });

  it('lets the ingress reach the gateway alone, and nobody the measures', () => {
    expect(of('Ingress').map(({ metadata }) => metadata.name)).toEqual(['gateway']);
    expect(named(base, 'Ingress', 'gateway').spec).toMatchObject({
      rules: [
        {
          http: {
            paths: [
              { path: '/', backend: { service: { name: 'gateway' } } },
              { path: '/metrics', backend: { service: { name: 'nobody' } } },
            ],
          },
        },
      ],
    });
    expect(named(base, 'Service', 'nobody').spec).not.toHaveProperty('selector');
  });

  it('keeps its namespace to the restricted Pod Security Standard', () => {
    expect(named(base, 'Namespace', 'openrounds').metadata.labels).toEqual({
      'pod-security.kubernetes.io/enforce': 'restricted',
      'pod-security.kubernetes.io/audit': 'restricted',
      'pod-security.kubernetes.io/warn': 'restricted',
    });
  });

  it('holds no secret, only their names', () => {
    expect(everyManifest.filter(({ manifest }) => manifest.kind === 'Secret')).toEqual([]);
  });
});
