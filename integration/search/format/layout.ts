// Names and sizes of the files of an index. The builder writes by them, the client reads by them: a change of any of
// them, or of what words are, is a change of FORMAT.

/** Version of everything that an index holds. The first number of a manifest. */
export const FORMAT = 1;

/** Stories of an index come in two segments: the oldest, a multiple of this number, and the rest. */
export const SEGMENT_STEP = 16_384;
/** Stories whose cards share a file. */
export const CARDS_IN_FILE = 64;
/** A list above the largest size of a file is cut: each piece has the stories of so many numbers. */
export const STORIES_IN_PIECE = 131_072;

/** The page's script knows the address of one file: that of the manifest. */
const MANIFEST = 'manifest.bin';
/** Says which manifest is the newest, to who does not know it. */
export const LATEST = 'latest.json';
/** Folder of an index, below a section's own. */
export const SEARCH_FOLDER = 'search';

/** Written last of a segment: says that all of it is there, and what the manifest says of it. */
export const segmentFile = (segment: string) => `${segment}/segment.bin`;
export const manifestFile = (digest: string) => `${digest}/${MANIFEST}`;
export const termsFile = (segment: string, number: number) => `${segment}/terms-${number}.bin`;
export const listsFile = (segment: string, number: number) => `${segment}/lists-${number}.bin`;
export const cardsFile = (segment: string, number: number) => `${segment}/cards-${number}.txt`;
