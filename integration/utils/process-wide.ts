// What one process has once. Astro runs the loader and the integration in one process, but may load this package twice, so
// that a module's own variables are not enough for what the one knows and the other needs.

/**
 * @param name of what it is
 * @param make makes it, for whoever asks first
 * @param is whether what was found is that
 */
export function processWide<Value>(
  name: string,
  make: () => Value,
  is: (found: unknown) => found is Value,
): Value {
  const key = Symbol.for(`astro-wirecopy:${name}`);
  const found: unknown = Reflect.get(globalThis, key);
  if (is(found)) return found;
  const made = make();
  Reflect.set(globalThis, key, made);
  return made;
}
