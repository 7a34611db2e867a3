import { existsSync } from 'node:fs';
import { argumentsOf, imageEnvironment, stages } from './testing/image';
import { inRepository, readText } from './testing/repository';
import { unknownVariables } from './testing/service-environment';

const all = stages();
const build = all[0];
const image = all.at(-1);
if (build === undefined || image === undefined) throw new Error('The Dockerfile has no stages.');

/** `--from=` and the like; the last argument of a COPY is its target. */
const isFlag = (argument: string): boolean => argument.startsWith('--');
const copied = (stage: typeof build) =>
  argumentsOf(stage, 'COPY').map((args) => args.filter((each) => !isFlag(each)).slice(0, -1));

describe('the image', () => {
  it('is built in one stage and runs in another, which has no build tools', () => {
    expect(all).toHaveLength(2);
    expect(image.from).toBe('node:20-bookworm-slim');
    expect(argumentsOf(image, 'COPY').length).toBeGreaterThan(0);
    expect(argumentsOf(image, 'RUN').flat()).not.toContain('npm');
  });

  it('runs the Node that package.json asks for', () => {
    expect(readText('.nvmrc').trim()).toBe('20');
    expect(build.from).toBe(image.from);
  });

  it('runs as a user by number who is not root', () => {
    expect(argumentsOf(image, 'USER')).toEqual([['1000:1000']]);
  });

  it('tells whether it lives, without a shell', () => {
    const [check] = argumentsOf(image, 'HEALTHCHECK');
    expect(check).toContain('CMD');
    expect(check?.join(' ')).toMatch(/node.*\/health\/live/);
  });

  it('sets nothing that no service reads', () => {
    expect(unknownVariables(imageEnvironment())).toEqual([]);
  });

  it('copies from the repository only what is there and is let into the context', () => {
    const letIn = readText('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    for (const path of letIn) expect([path, existsSync(inRepository(path))]).toEqual([path, true]);
    const named = copied(build)
      .flat()
      .filter((path) => path !== '.');
    expect(named).toEqual(['package.json', 'package-lock.json', '.npmrc']);
    for (const path of named) expect(letIn).toContain(path);
  });

  it('carries no secret and no work of its build', () => {
    expect(
      copied(image)
        .flat()
        .map((path) => path.replace('/app/', '')),
    ).toEqual([
      'package.json',
      'LICENSE',
      'node_modules',
      'dist',
      'knowledge/LICENSE',
      'knowledge/dist',
      'openapi',
      'scripts/deployment',
    ]);
  });
});
