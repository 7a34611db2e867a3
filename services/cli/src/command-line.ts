import { Command, CommanderError } from 'commander';
import { addBackup, addRestore } from './commands/backup';
import { addCalibrate } from './commands/calibrate';
import { addEvaluate } from './commands/evaluate';
import { addEvaluateFirstContact } from './commands/evaluate-first-contact';
import { addEvaluateGuidelines } from './commands/evaluate-guidelines';
import { addEvaluateIntake } from './commands/evaluate-intake';
import { addExplain } from './commands/explain';
import { addGolden } from './commands/golden';
import { addGuidelines } from './commands/guidelines';
import { addKeys } from './commands/keys';
import { addKnowledge } from './commands/knowledge';
import { addLlm } from './commands/llm';
import { addLog } from './commands/log';
import { addRank } from './commands/rank';
import { addRehearse } from './commands/rehearse';
import { addReplay } from './commands/replay';
import { addScale } from './commands/scale';
import { EXIT, type ExitCode, type Surroundings, UnusableArgument } from './surroundings';

/** Runs one command; resolves to the exit code and never rejects. */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const outcome: { code: ExitCode } = { code: EXIT.ok };
  const program = createProgram(surroundings, (code) => {
    outcome.code = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unusable;
    surroundings.err.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof UnusableArgument ? EXIT.unusable : EXIT.checkFailed;
  }
}

function createProgram(surroundings: Surroundings, exitWith: (code: ExitCode) => void): Command {
  const program = new Command('openrounds')
    .description(
      'Clinical decision support for teaching: ranked differentials with their evidence, no server needed.',
    )
    .exitOverride()
    .showHelpAfterError('(--help lists the options)')
    .configureOutput({
      writeOut: (text) => surroundings.out.write(text),
      writeErr: (text) => surroundings.err.write(text),
    });
  for (const add of [
    addBackup,
    addRank,
    addRehearse,
    addEvaluate,
    addEvaluateIntake,
    addEvaluateFirstContact,
    addEvaluateGuidelines,
    addCalibrate,
    addExplain,
    addGolden,
    addGuidelines,
    addKeys,
    addKnowledge,
    addLlm,
    addLog,
    addReplay,
    addRestore,
    addScale,
  ]) {
    add(program, surroundings, exitWith);
  }
  return program;
}
