// Whether a build was started as `astro build --force`: everything is to be made again.
//
// Beyond the interface: Astro hands the flag to no integration, so it is looked for among the arguments of the process.
// A build that a program starts by Astro's own `build()` has no arguments, and leaves what is unchanged.

export function isForced(args: readonly string[] = process.argv): boolean {
  return args.includes('--force');
}
