/** The process that runs the product, asked by messages. */
export declare class Host {
  /** @throws Error as the command failed there, or when the process ended */
  ask<Result>(command: string, details?: object): Promise<Result>;
  /** Stops everything, removes the data and ends the process. Harmless when repeated. */
  end(): Promise<void>;
}
