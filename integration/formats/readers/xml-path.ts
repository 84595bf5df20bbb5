// Where in a document of NITF or NewsML an element stands: in the text of a story, or in a caption. Decides by the names of the
// elements around it.

export const CAPTIONS: ReadonlySet<string> = new Set(['media-caption', 'figcaption', 'credit']);

/** @param path local names from the root to the element, in lower case */
export function isInBody(path: readonly string[]): boolean {
  return (
    path.some((name) => name === 'body.content' || name === 'inlinedata') ||
    isInXhtml(path) ||
    isInData(path) ||
    path.some((name, at) => name === 'text' && path[at - 1] === 'newsitem')
  );
}

export function isInCaption(path: readonly string[]): boolean {
  return path.some((name) => CAPTIONS.has(name));
}

function isInXhtml(path: readonly string[]): boolean {
  const inline = path.indexOf('inlinexml');
  return inline >= 0 && !path.includes('nitf', inline) && path.includes('body', inline);
}

/** In NewsML 1: a document in there has a head of its own. */
function isInData(path: readonly string[]): boolean {
  const data = path.indexOf('datacontent');
  return data >= 0 && !['nitf', 'head'].some((name) => path.includes(name, data));
}
