import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
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
export type Patch = Kustomization['patches'][number];

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Record<string, string> };
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
  readonly files: readonly string[];
  readonly patchFiles: readonly string[];
}

export function readFolder(path: string): Folder {
  const [document] = readYaml(join(path, FILE));
  const kustomization = Kustomization.parse(document);
  const components = kustomization.kind === 'Kustomization' ? kustomization.components : [];
  const named = [...kustomization.resources, ...components].map((each) => resolve(path, each));
  const isFolder = (each: string): boolean => statSync(inRepository(each)).isDirectory();
  return {
    path,
    kustomization,
    folders: named.filter(isFolder),
    files: named.filter((each) => !isFolder(each)),
    patchFiles: kustomization.patches.map((patch) => resolve(path, patch.path)),
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
  return [folder, ...folder.folders.flatMap(tree)];
}

/** The manifests that a kustomization takes in, before any patch. */
export const manifestsOf = (path: string): FoundManifest[] =>
  tree(path)
    .flatMap(({ files }) => files)
    .flatMap((file) => readYaml(file).map((manifest) => ({ file, manifest: manifest as Manifest })));

export const targetsOf = (manifests: readonly FoundManifest[], target: Patch['target']): Manifest[] =>
  manifests
    .map(({ manifest }) => manifest)
    .filter(
      ({ apiVersion, kind, metadata }) =>
        kind === target.kind &&
        metadata.name.length > 0 &&
        (target.name === undefined || metadata.name === target.name) &&
        apiVersion === [target.group, target.version].filter(Boolean).join('/'),
    );

export interface Operation {
  readonly op: 'add' | 'replace';
  readonly path: string;
  readonly value: unknown;
}

/** Whether a JSON patch's operation finds its place: the value it replaces, or the parent of what it adds. */
export function findsItsPlace(manifest: Manifest, { op, path }: Operation): boolean {
  const steps = path.slice(1).split('/');
  const place = (op === 'add' ? steps.slice(0, -1) : steps).reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
    manifest,
  );
  return place !== undefined;
}

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
