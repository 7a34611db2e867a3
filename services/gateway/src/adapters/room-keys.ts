/** The ring of secrets that sign tokens of rooms, classes, attempts and launches: read once. */
export const ROOM_KEYS = Symbol('RoomKeys');
