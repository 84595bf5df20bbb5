/** @returns an array of twice the length that begins with the same numbers; what is not written to takes no room */
export function doubled<T extends Int32Array | Uint16Array | Uint32Array | Float64Array>(
  array: T,
  type: new (length: number) => T,
): T {
  const larger = new type(array.length * 2);
  larger.set(array);
  return larger;
}
