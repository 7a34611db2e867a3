import { type Command } from 'commander';
import { type ExitCode, type Surroundings } from '../surroundings';

/** Adds one command (with its subcommands) to the program. What it finds wrong it says through `exitWith`. */
export type AddCommand = (
  program: Command,
  surroundings: Surroundings,
  exitWith: (code: ExitCode) => void,
) => void;
