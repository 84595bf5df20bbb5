// Which reader reads a dump of which format.
import { DumpReader } from '../dump/index.ts';
import type { FormatOptions, FormatReader, KnownFormat } from './format.ts';
import { DocReader } from './readers/doc-sgml.ts';
import { FactivaReader } from './readers/factiva.ts';
import { FeedReader } from './readers/feed.ts';
import { JsonReader } from './readers/json.ts';
import { JsonLinesReader } from './readers/jsonl.ts';
import { LexisNexisReader } from './readers/lexisnexis.ts';
import { MovableTypeReader } from './readers/movable-type.ts';
import { ProQuestReader } from './readers/proquest.ts';
import { RecordsReader } from './readers/records.ts';
import { RefusedReader } from './readers/refused.ts';
import { ReutersReader } from './readers/reuters-sgml.ts';
import { StoryFileReader } from './readers/story.ts';
import { TableReader } from './readers/table.ts';
import { WetReader } from './readers/wet.ts';
import { WireReader } from './readers/wire.ts';
import { WrappedPagesReader } from './readers/wrapped-pages.ts';
import { XmlReader } from './readers/xml.ts';

/** @param format a file that is refused has a reader as well, which says why */
export function createReader(format: KnownFormat, options: FormatOptions): FormatReader {
  switch (format.name) {
    case 'pages':
      return format.width === undefined
        ? new DumpReader(options)
        : new WrappedPagesReader(options, { ...format, width: format.width });
    case 'records':
      return new RecordsReader(options);
    case 'jsonl':
      return new JsonLinesReader(options);
    case 'json':
      return new JsonReader(options);
    case 'csv':
      return new TableReader(options, format.separator ?? ',');
    case 'tsv':
      return new TableReader(options, '\t');
    case 'wet':
      return new WetReader(options);
    case 'lexisnexis':
      return new LexisNexisReader(options);
    case 'factiva':
      return new FactivaReader(options);
    case 'proquest':
      return new ProQuestReader(options);
    case 'movable-type':
      return new MovableTypeReader(options);
    case 'wire':
      return new WireReader(options);
    case 'nitf':
    case 'newsml':
    case 'newsml-g2':
      return new XmlReader(options);
    case 'reuters-sgml':
      return new ReutersReader(options);
    case 'doc-sgml':
      return new DocReader(options);
    case 'feed':
      return new FeedReader(options);
    case 'story':
      return new StoryFileReader(options);
    case 'refused':
      return new RefusedReader(format.because);
  }
}
