import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { Operation, patch } from './json-patch';
import { replace, Replacement } from './replacement';
import { inRepository, pathFromRoot, readYaml } from './repository';

const Target = z.strictObject({
  group: z.string().optional(),
  version: z.string().optional(),
  kind: z.string(),
  name: z.string().optional(),
});
const shared = {
  resources: z.array(z.string()).default([]),
  configMapGenerator: z
    .array(
      z.strictObject({
        name: z.string(),
        behavior: z.enum(['create', 'merge']).default('create'),
        literals: z.array(z.string().regex(/^[A-Z_]+=/)),
      }),
    )
    .default([]),
  patches: z.array(z.strictObject({ path: z.string(), target: Target })).default([]),
  replacements: z.array(Replacement).default([]),
};
/** What we use of kustomize; anything else, or anything misspelt, is refused. */
const Kustomization = z.discriminatedUnion('kind', [
  z.strictObject({
    apiVersion: z.literal('kustomize.config.k8s.io/v1beta1'),
    kind: z.literal('Kustomization'),
    namespace: z.string().optional(),
    labels: z
      .array(z.strictObject({ pairs: z.record(z.string(), z.string()), includeTemplates: z.boolean() }))
      .optional(),
    images: z
      .array(
        z.strictObject({
          name: z.string(),
          newName: z.string().optional(),
          newTag: z.string().optional(),
          digest: z
            .string()
            .regex(/^sha256:[0-9a-f]{64}$/)
            .optional(),
        }),
      )
      .default([]),
    replicas: z.array(z.strictObject({ name: z.string(), count: z.int().min(0) })).default([]),
    components: z.array(z.string()).default([]),
    ...shared,
  }),
  z.strictObject({
    apiVersion: z.literal('kustomize.config.k8s.io/v1alpha1'),
    kind: z.literal('Component'),
    ...shared,
  }),
]);
export type Kustomization = z.output<typeof Kustomization>;
type Target = z.output<typeof Target>;
/** A patch is a list of operations, or says that what it targets is left out. */
const Patch = z.union([
  z.array(Operation),
  z.looseObject({ $patch: z.literal('delete'), apiVersion: z.string(), kind: z.string() }),
]);

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  readonly [field: string]: unknown;
}
export interface FoundManifest {
  readonly file: string;
  readonly manifest: Manifest;
}

const FILE = 'kustomization.yaml';

/** A kustomization with the paths it names resolved: all from the repository's root. */
export interface Folder {
  readonly path: string;
  readonly kustomization: Kustomization;
  readonly folders: readonly string[];
  readonly components: readonly string[];
  readonly files: readonly string[];
  readonly patchFiles: readonly string[];
}

export function readFolder(path: string): Folder {
  const [document] = readYaml(join(path, FILE));
  const kustomization = Kustomization.parse(document);
  const from = (names: readonly string[]): string[] => names.map((each) => resolve(path, each));
  const resources = from(kustomization.resources);
  const isFolder = (each: string): boolean => statSync(inRepository(each)).isDirectory();
  return {
    path,
    kustomization,
    folders: resources.filter(isFolder),
    components: from(kustomization.kind === 'Kustomization' ? kustomization.components : []),
    files: resources.filter((each) => !isFolder(each)),
    patchFiles: from(kustomization.patches.map((each) => each.path)),
  };
}

const resolve = (folder: string, named: string): string => {
  const path = pathFromRoot(inRepository(join(folder, named)));
  if (!existsSync(inRepository(path)))
    throw new Error(`${folder}/${FILE} names ${named}, which is not there`);
  return path;
};

/** The kustomization and all that it takes in, itself first. */
export function tree(path: string): Folder[] {
  const folder = readFolder(path);
  return [folder, ...[...folder.folders, ...folder.components].flatMap(tree)];
}

/**
 * The manifests of a kustomization, patched and named, without those that stand in it only to be read; what only an
 * apply needs (namespace, common labels, images, replicas, generated maps) is not worked in. Stricter than kustomize:
 * every patch and every replacement must find its target.
 *
 * @param given what the kustomization that takes in a component has already
 * @throws Error where a file is missing, or a patch or replacement finds nothing to change
 */
export const manifestsOf = (path: string, given: readonly FoundManifest[] = []): FoundManifest[] =>
  accumulated(path, structuredClone(given)).filter(
    ({ manifest }) => manifest.metadata.annotations?.['config.kubernetes.io/local-config'] !== 'true',
  );

/** In kustomize's order: resources, components, patches, replacements. */
function accumulated(path: string, given: readonly FoundManifest[]): FoundManifest[] {
  const { kustomization, folders, files, components, patchFiles } = readFolder(path);
  const resources = [
    ...given,
    ...files.flatMap(readManifests),
    ...folders.flatMap((each) => accumulated(each, [])),
  ];
  const whole = components.reduce((manifests, each) => accumulated(each, manifests), resources);
  const patched = kustomization.patches.reduce(
    (manifests, { target }, index) => patchedBy(patchFiles[index] ?? '', target, manifests),
    whole,
  );
  for (const each of kustomization.replacements)
    replace(
      patched.map(({ manifest }) => manifest),
      each,
    );
  return patched;
}

export const readManifests = (file: string): FoundManifest[] =>
  readYaml(file).map((manifest) => ({ file, manifest: manifest as Manifest }));

function patchedBy(file: string, target: Target, manifests: readonly FoundManifest[]): FoundManifest[] {
  const targets = manifests.filter(({ manifest }) => isTarget(manifest, target));
  if (targets.length === 0) throw new Error(`${file} finds no ${target.kind} to change.`);
  const [document] = readYaml(file);
  const operations = Patch.parse(document);
  if (!Array.isArray(operations)) return manifests.filter((each) => !targets.includes(each));
  for (const { manifest } of targets) for (const operation of operations) patch(manifest, operation);
  return [...manifests];
}

const isTarget = ({ apiVersion, kind, metadata }: Manifest, target: Target): boolean =>
  kind === target.kind &&
  (target.name === undefined || metadata.name === target.name) &&
  apiVersion === [target.group, target.version].filter(Boolean).join('/');

/** The literals of a generated map, an overlay's over its base's. */
export function literalsOf(path: string): Record<string, string> {
  const generators = tree(path)
    .reverse()
    .flatMap(({ kustomization }) => kustomization.configMapGenerator);
  return Object.fromEntries(
    generators
      .flatMap(({ literals }) => literals)
      .map((each) => {
        const at = each.indexOf('=');
        return [each.slice(0, at), each.slice(at + 1)];
      }),
  );
}

export const isKustomization = (path: string): boolean => basename(path) === FILE;
export const folderOf = (path: string): string => dirname(path);
