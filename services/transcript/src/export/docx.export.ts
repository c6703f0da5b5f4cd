import { strToU8, Zip, ZipDeflate } from 'fflate';
import { displayNameIn, type ExportDocument } from './export-document.ts';
import { clockTime } from './timestamp.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/**
 * A Word document (ECMA-376): the title, then a paragraph a segment. Written as it is read: the libraries that make such
 * documents hold all of it in memory, 150 MB for 10,000 segments.
 */
export async function* writeDocx(document: ExportDocument): AsyncIterable<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    written.push(bytes);
  });
  for (const [name, content] of Object.entries(partsOf(document))) {
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(strToU8(XML + content), true);
  }
  const body = new ZipDeflate('word/document.xml');
  zip.add(body);
  const title = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(document.title)}</w:p>`;
  body.push(strToU8(`${XML}<w:document xmlns:w="${WORD}"><w:body>${title}`));
  for await (const segment of document.segments) {
    const name = document.names ? run(displayNameIn(document, segment), '<w:b/>') : '';
    const time = document.times
      ? run(`${name && '  '}${clockTime(segment.startMs)}`, '<w:color w:val="666666"/>')
      : '';
    const line = name || time ? '<w:r><w:br/></w:r>' : '';
    body.push(strToU8(`<w:p>${name}${time}${line}${run(segment.text)}</w:p>`));
    yield* written.splice(0);
  }
  body.push(strToU8('</w:body></w:document>'), true);
  zip.end();
  yield* written;
}

const run = (text: string, look = ''): string =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;

/** What XML cannot hold at all is left out. */
const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** All parts but the text itself. */
const partsOf = ({ title, language }: ExportDocument): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>
<Relationship Id="r2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>`,
  'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>${escape(title)}</dc:title><dc:language>${escape(language)}</dc:language>
</cp:coreProperties>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/>
</Relationships>`,
  'word/styles.xml': `<w:styles xmlns:w="${WORD}">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="${escape(language)}"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>
</w:styles>`,
});
