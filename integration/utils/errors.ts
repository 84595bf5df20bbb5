// What to say of whatever was thrown.

/** @returns the message of an error; of anything else that was thrown, its text */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
