/** Injection tokens of what every service has. */
export const SERVICE_NAME = Symbol('ServiceName');
export const SERVICE_CONFIG = Symbol('ServiceConfig');
export const LOGGER = Symbol('Logger');
export const CLOCK = Symbol('Clock');
