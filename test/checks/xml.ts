/** XML in tests: judged by an XML schema, and read as a document. */
import { JSDOM } from 'jsdom';
import { validateXML as lint } from 'xmllint-wasm';

/** What libxml2 objects to in a text; empty if it is well-formed and keeps to the schema. */
export async function validateXML(xml: string, schema: string): Promise<string[]> {
  const { errors } = await lint({ xml: [{ fileName: 'report.xml', contents: xml }], schema });
  return errors.map(({ message }) => message);
}

/** @throws {Error} if the text is not well-formed */
export function parseXml(xml: string): Document {
  return new JSDOM(xml, { contentType: 'application/xml' }).window.document;
}
