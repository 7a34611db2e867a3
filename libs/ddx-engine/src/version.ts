/** Version of the engine's arithmetic: raised whenever the same input and knowledge could give other numbers. */
export const ENGINE_VERSION = '1.2.0';
