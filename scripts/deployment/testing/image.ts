import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { readText } from './repository';

/** One `FROM` of the Dockerfile and what follows it. */
export interface Stage {
  readonly from: string;
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

/** Arguments stand for their defaults. */
const withDefaults = (image: string, dockerfile: ReturnType<typeof DockerfileParser.parse>): string =>
  image.replace(/\$\{(\w+)\}/g, (whole, name: string) => {
    const properties = dockerfile.getInitialARGs().map((each) => each.getProperty());
    return properties.find((each) => each?.getName() === name)?.getValue() ?? whole;
  });

export function stages(): Stage[] {
  const found: { from: string; name: string | null; instructions: Instruction[] }[] = [];
  const dockerfile = DockerfileParser.parse(readText('Dockerfile'));
  const froms = dockerfile.getFROMs();
  for (const instruction of dockerfile.getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const from = froms[found.length];
      found.push({
        from: withDefaults(from?.getImage() ?? '', dockerfile),
        name: from?.getBuildStage() ?? null,
        instructions: [],
      });
    } else {
      found.at(-1)?.instructions.push(instruction);
    }
  }
  return found;
}

/** What the finished image sets in the environment of every container. */
export function imageEnvironment(): Record<string, string> {
  const environments = DockerfileParser.parse(readText('Dockerfile')).getENVs();
  return Object.fromEntries(
    environments
      .flatMap((each) => each.getProperties())
      .map((property) => [property.getName(), property.getValue() ?? '']),
  );
}

export const argumentsOf = (stage: Stage, keyword: string): string[][] =>
  stage.instructions
    .filter((each) => each.getKeyword() === keyword)
    .map((each) => each.getArguments().map((argument) => argument.getValue()));
