// The parser of XML: saxes, which follows no external entity and expands none that a document defines, with the entities
// that XML of news uses by name. Decides how its errors are said.
import { decodeHTML } from 'entities/decode';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

const NAMES =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml OElig oelig Scaron scaron Yuml ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger bull hellip permil prime Prime lsaquo rsaquo euro trade'.split(
    ' ',
  );

/** What the DTDs of NITF and XHTML define, by name. */
const ENTITIES = Object.fromEntries(NAMES.map((name) => [name, decodeHTML(`&${name};`)]));

/** What a reader of XML is told of a document. */
export interface XmlHandlers {
  open(tag: SaxesTagPlain): void;
  /** @param name as it is written */
  close(name: string): void;
  /** Text, in sections of CDATA as well. */
  text(text: string): void;
  /** @param why the document is not well-formed; what follows is told all the same, as far as it can be read */
  fault(why: string): void;
}

/** @returns a parser that is written to piece by piece */
export function createXmlParser({ open, close, text, fault }: XmlHandlers): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  Object.assign(parser.ENTITIES, ENTITIES);
  parser.on('error', (error) => fault(saidOf(error)));
  parser.on('opentag', open);
  parser.on('closetag', ({ name }) => close(name));
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
}

/** @returns what an error says, without where: lines are counted by whoever writes to the parser */
function saidOf({ message }: Error): string {
  return message.replace(/^\d*:?\d*:?\s*/u, '').replace(/\.$/u, '');
}

const LOOSE = /&(?!(?:#\d+|#x[\da-f]+|[a-z]\w*);)/giu;

/** @returns text outside of CDATA in which an ampersand that begins no entity is one: programs leave them as they are */
export function escapeLoose(text: string): string {
  return text.replace(LOOSE, '&amp;');
}
