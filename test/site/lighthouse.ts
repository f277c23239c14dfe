/**
 * `npm run lighthouse`: judges five types of pages of the built site (`dist`, or HANDBOOK_DIST) with Lighthouse, and
 * fails where a score is under 98.
 *
 * Lighthouse is no dependency: with its 114 packages and 176 MB it would be larger than everything that it judges.
 * `npm install --no-save lighthouse@13.5.0` puts it beside, `npm ci` takes it away again. It needs no network.
 */
import { serveSite } from './browser.ts';

const wanted = 98;
const categories = ['performance', 'accessibility', 'best-practices'];
const pages = [
  '/',
  '/documents/hc-itsm-b-21/',
  '/clauses/iso20000-1-2018/8.6.1/',
  '/matrix/',
  '/documents/hc-itsm-b-21/compare/a-1...a-2/',
];

/** What is used of Lighthouse, which may not be there. */
interface Judgement {
  lhr: {
    categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
    audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
  };
}
type Judge = (url: string, options: object) => Promise<Judgement>;
interface Launched {
  port: number;
  kill: () => void;
}

async function optional<Module>(name: string): Promise<Module> {
  try {
    return (await import(name)) as Module;
  } catch {
    console.error('Lighthouse is not installed: npm install --no-save lighthouse@13.5.0');
    process.exit(3);
  }
}

const { default: judge } = await optional<{ default: Judge }>('lighthouse');
const { launch } = await optional<{ launch: (options: object) => Promise<Launched> }>('chrome-launcher');

const server = await serveSite(process.env['HANDBOOK_DIST'] ?? 'dist');
const browser = await launch({ chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
let failed = false;
try {
  for (const path of pages) {
    const options = { port: browser.port, onlyCategories: categories, logLevel: 'error' };
    const { lhr } = await judge(server.origin + path, options);
    const scores = categories.map((name) => ({ name, score: Math.round((lhr.categories[name]?.score ?? 0) * 100) }));
    console.log(`${scores.map(({ name, score }) => `${name} ${score}`).join(' · ')}  ${path}`);
    for (const { name, score } of scores) {
      if (score >= wanted) continue;
      failed = true;
      for (const { id, weight } of lhr.categories[name]?.auditRefs ?? []) {
        const audit = lhr.audits[id];
        if (!audit || !weight || audit.score === null || audit.score >= 1) continue;
        console.log(`    ${id}: ${audit.title} ${audit.displayValue ?? ''}`);
      }
    }
  }
} finally {
  browser.kill();
  await server.stop();
}
process.exit(failed ? 1 : 0);
