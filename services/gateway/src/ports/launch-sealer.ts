/** Seals what is said of launches: other keys than those of narratives, which integration has not. */
export const LAUNCH_SEALER = Symbol('LaunchSealer');
