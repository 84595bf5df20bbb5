// Whether a dump is JSON: a bracket, and what can stand behind it.
import type { Head, Sniffed } from './sniffed.ts';

const BEGINS = /^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[[{"\]\d]|true|false|null|$))/u;

/** Its posts name their authors by numbers that stand elsewhere in the file. */
const GHOST = /^\s*\{\s*"db"\s*:\s*\[\s*\{\s*"meta"\s*:\s*\{\s*"exported_on"/u;
const GHOST_POSTS =
  '.db[0].data as $d | [$d.posts[] | select(.type == "post") | . as $p | .authors = [$d.posts_authors[] | ' +
  'select(.post_id == $p.id) | .author_id as $a | $d.users[] | select(.id == $a) | .name]]';

export function sniffJson({ text, lines, name, isWhole }: Head): Sniffed | undefined {
  if (!BEGINS.test(text)) return undefined;
  if (GHOST.test(text)) {
    const advice = `Make a list of its posts with their authors: “jq '${GHOST_POSTS}' OLD > NEW” does.`;
    return {
      refused: {
        looksLike: 'an export of Ghost, whose posts stand apart from their authors',
        advice,
        isText: true,
      },
    };
  }
  const written = lines.filter((line) => line.trim() !== '');
  const [first = '', second] = written;
  if (first.trim().startsWith('['))
    return readsAsList(text) ? { format: 'json', because: 'it begins a list of objects' } : undefined;
  const isLine = isObject(first);
  const isNamed = /\.(?:jsonl|ndjson|jl)(?:\.(?:gz|zst))?$/iu.test(name);
  if (isLine && second === undefined && isWhole && !isNamed)
    return { format: 'json', because: 'it is one object' };
  const nextToo = second === undefined || /^\s*\{\s*"/u.test(second);
  if (isLine && nextToo) return { format: 'jsonl', because: 'its first line is an object' };
  // A damaged line among whole ones.
  if (
    written.slice(0, 20).some((line, at) => at > 0 && isObject(line)) &&
    /^\s*\{\s*"(?:.*[^[{,:\s])?\s*$/u.test(first)
  )
    return { format: 'jsonl', because: 'its lines are objects' };
  if (isNamed) return { format: 'jsonl', because: 'it begins an object, and its name says so' };
  return { format: 'json', because: 'it begins an object' };
}

/** `[1]`, and `["A note"]` at the beginning of a text, are no list of records. */
function readsAsList(text: string): boolean {
  return /^\s*\[\s*(?:\{|\[\s*[[{"\d]|\]\s*$|"(?:[^"\\\n]|\\.)*"\s*[,\]]|$|-?\d[\d.]*\s*,)/u.test(text);
}

function isObject(line: string): boolean {
  if (!line.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
