// Lines by which exports of databases are told, and which part what is in them. Here, and not with their readers, so that
// who tells formats does not load the readers, and what these need to read texts in HTML.

/** What opens and closes a document of LexisNexis. */
export const FIRST_OF_DOCUMENT =
  /^\s*(?:\d+ of \d+ DOCUMENTS?|(?:DOKUMENT|Dokument) \d+ (?:von|VON) \d+|\d+ (?:von|VON) \d+ (?:DOKUMENTEN?|Dokumenten?)|(?:DOCUMENT|Document|DOCUMENTO|Documento) \d+ (?:de|DE|di|DI) \d+|\d+ (?:de|DE) \d+ (?:DOCUMENTS?|DOCUMENTOS?))\s*$/u;
export const LAST_OF_DOCUMENT =
  /^\s*(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)\s*$/iu;

/** What closes a document of Factiva: `Document HARB000020120109e81900001`, in whatever language that word is */
export const FACTIVA_NUMBER =
  /^\s*(?:AN\s+)?(?:(?:Document|Dokument|Documento)\s+[A-Z]{2,}\w{8,}|\p{L}{2,12}\s+[A-Z][A-Z\d]{2,9}(?:19|20)\d{6}[a-z]\w{6,})\s*$/u;
/** How many words one has: `345 words`, in whatever language. */
export const FACTIVA_WORDS = /^\s*\d[\d,.]*\s+\p{L}{1,12}\s*$/u;
/** What opens a field of one. */
export const FACTIVA_CODE =
  /^(?<code>HD|HL|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPD|IPC|PUB|AN|SE|CLM|ART|DJIC|SECTION)(?:\s+(?<value>\S.*)|\s*)$/u;

/** What stands between documents of ProQuest. */
export const UNDERSCORES = /^\s*_{10,}\s*$/u;
const LABEL = /^(?<label>[A-Z][A-Za-z/ ]{1,38}?)\s?:[\s\u00a0]*(?<value>.*)$/u;
const LABELS = new Set(
  [
    ...[
      'Title',
      'Author',
      'Authors',
      'Publication title',
      'Publication info',
      'Publication date',
      'Publication year',
    ],
    ...[
      'Full text',
      'Abstract',
      'Subject',
      'Location',
      'People',
      'Company / organization',
      'Business indexing term',
    ],
    ...[
      'Identifier / keyword',
      'Pages',
      'First page',
      'Section',
      'Column',
      'Edition',
      'Volume',
      'Issue',
      'Number of pages',
    ],
    ...[
      'Publisher',
      'Place of publication',
      'Country of publication',
      'Publication subject',
      'ISSN',
      'e-ISSN',
      'Source type',
    ],
    ...[
      'Language of publication',
      'Document type',
      'Document feature',
      'ProQuest document ID',
      'Document URL',
      'Copyright',
    ],
    ...[
      'Last updated',
      'Database',
      'Links',
      'Source',
      'Credit',
      'Source attribution',
      'Illustration',
      'Caption',
      'Dateline',
    ],
    ...[
      'Classification',
      'Accession number',
      'Text word count',
      'Word count',
      'Product name',
      'Correction',
      'Publication',
    ],
  ].map((label) => label.toLowerCase()),
);

/** @returns the label of a line, if it is one of ProQuest's */
export function proQuestLabel(text: string): { label: string; value: string } | undefined {
  const { label, value } = LABEL.exec(text.trimStart())?.groups ?? {};
  if (label === undefined || value === undefined) return undefined;
  const name = label.trim().toLowerCase();
  return LABELS.has(name) ? { label: name, value: value.trim() } : undefined;
}

/** What stands above each highlight of a `.story` file. */
export const HIGHLIGHT = /^\s*@highlight\s*$/u;

/** What parts the entries that Movable Type exports, and the sections of one. */
export const MT_ENTRY_END = /^-{8}\s*$/u;
export const MT_SECTION_END = /^-{5}\s*$/u;
