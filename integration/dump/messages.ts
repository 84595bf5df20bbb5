// What a reader of dumps can say about one: every code there is, how grave it is, and the form of a message.

export type Severity = 'info' | 'warning' | 'error';

/** Every code, with its severity and the sentence `.github/docs/dumps.md` prints for it. */
export const MESSAGES = {
  empty: { severity: 'warning', meaning: 'The dump holds no text at all.' },
  refused: {
    severity: 'error',
    meaning:
      'A file that holds no text of stories, or not in a form that can be read; nothing of it is published.',
  },
  'unknown-fields': {
    severity: 'error',
    meaning: 'Records without a field known as a headline or a text; they are not published.',
  },
  malformed: {
    severity: 'error',
    meaning:
      'A record that breaks the rules of its format; it is not published, or only what stands before the fault.',
  },
  'made-headline': {
    severity: 'warning',
    meaning: 'A record states no headline; one was made of its first words.',
  },
  wrapped: {
    severity: 'info',
    meaning: 'Lines are broken at a fixed width; they were joined to paragraphs.',
  },
  'no-headline': { severity: 'error', meaning: 'Text that no headline stands above; it is not published.' },
  'no-story': {
    severity: 'warning',
    meaning: 'A page of links with hardly any text, such as a front page; it is not published.',
  },
  'no-body': { severity: 'error', meaning: 'A headline that no body follows; it is not published.' },
  draft: {
    severity: 'warning',
    meaning: 'A record that says that it is a draft; it is not published.',
  },
  'template-tag': {
    severity: 'warning',
    meaning: 'A tag of a template in the text, as `{% include … %}`; what it stands for is not in the dump.',
  },
  undated: { severity: 'warning', meaning: 'Nothing dates the story; it goes to the undated archive.' },
  'date-far': {
    severity: 'warning',
    meaning:
      'A date far beyond all others of its dump, or one that has not come yet; the story is put behind the dated ones.',
  },
  'control-characters': {
    severity: 'warning',
    meaning: 'Control characters that HTML and XML forbid were removed.',
  },
  'encoded-twice': {
    severity: 'warning',
    meaning: 'Letters that were encoded twice, as `CafÃ©` for `Café`; they are published as they stand.',
  },
  'entities-left': {
    severity: 'warning',
    meaning: 'An entity such as `&quot;` in the text of a story, in a dump that is not escaped throughout.',
  },
  'cut-off': {
    severity: 'warning',
    meaning:
      'A text that says that it is cut off, as NewsAPI’s `… [+1234 chars]`; it is published as far as it goes.',
  },
  'combining-marks': {
    severity: 'warning',
    meaning: 'A letter with more than 30 marks; those beyond were removed.',
  },
  entities: {
    severity: 'info',
    meaning: 'Entities such as `&amp;` stand throughout the dump, and are decoded.',
  },
  'invalid-bytes': { severity: 'error', meaning: 'Bytes that are no text in the dump’s encoding.' },
  unreadable: {
    severity: 'error',
    meaning: 'A compressed dump that is damaged or cut off; what stands before the damage is published.',
  },
  'line-too-long': { severity: 'error', meaning: 'A line over 4 MiB; it is not published.' },
  'story-too-long': { severity: 'error', meaning: 'A story over 8 MiB; what goes beyond is not published.' },
  'cut-close': { severity: 'info', meaning: 'A new story was begun here, on little evidence.' },
  'join-close': { severity: 'info', meaning: 'This may begin a story; the evidence did not suffice.' },
  doubtful: {
    severity: 'warning',
    meaning: 'A story that may have been read wrong, or a line within that may begin another one.',
  },
  masthead: { severity: 'info', meaning: 'Lines on most pages were taken for furniture.' },
  'above-headline': { severity: 'info', meaning: 'A line above a headline was taken for furniture.' },
  duplicate: { severity: 'info', meaning: 'The story stands elsewhere word for word; it is published once.' },
  'id-taken': {
    severity: 'info',
    meaning: 'Another story’s headline makes the same id; this one got a digest added.',
  },
  'address-moved': {
    severity: 'warning',
    meaning: 'A published story has another address now, or its address another story.',
  },
} as const satisfies Record<string, { severity: Severity; meaning: string }>;

export type MessageCode = keyof typeof MESSAGES;

/** Something worth saying about one place in a dump. */
export interface Message {
  severity: Severity;
  code: MessageCode;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units of the line as it stands in the dump. */
  column: number;
  text: string;
}

/** @returns a text as a message quotes it */
export function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`;
}

/** Makes a message; its severity follows from its code. */
export function message(code: MessageCode, line: number, column: number, text: string): Message {
  return { severity: MESSAGES[code].severity, code, line, column, text };
}
