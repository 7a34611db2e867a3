/** How many rows of each table were deleted. */
export type PurgedRows = Readonly<Record<string, number>>;
