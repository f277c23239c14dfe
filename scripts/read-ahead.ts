/** Reads the texts of a large handbook on two threads before anything asks for them, if none was read before. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { bodyOf } from '../src/handbook/parse.ts';
import { listFiles, readFiles } from '../src/handbook/read-folder.ts';
import { historyFolder } from '../src/handbook/releases.ts';
import { readingsToKeep, restoreReadings } from '../src/handbook/reading-cache.ts';

/** With fewer texts a second thread costs more than it gains. */
const worthwhile = 300;

interface Task {
  content: string;
  paths: string[];
}

/** Reads what the working texts of a content folder hold, so that {@link bodyOf} knows it. */
export async function readAhead(content: string): Promise<void> {
  const paths = listFiles(content).filter((path) => path.endsWith('.mdx') && !path.startsWith(`${historyFolder}/`));
  if (paths.length < worthwhile) return;
  // Every second file, since those of one folder are alike: both threads are busy for about as long.
  const other = readElsewhere({ content, paths: paths.filter((_, index) => index % 2 === 1) });
  readBodies({ content, paths: paths.filter((_, index) => index % 2 === 0) });
  const readings = await other;
  if (readings) restoreReadings(readings);
}

/** What the other thread has read, or undefined if it could not: then this one will. */
function readElsewhere(task: Task): Promise<string | undefined> {
  return new Promise((done) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.once('message', done);
    worker.once('error', () => done(undefined));
    worker.once('exit', () => done(undefined));
  });
}

function readBodies({ content, paths }: Task): void {
  for (const source of readFiles(content, paths).files.values()) bodyOf(source);
}

if (!isMainThread) {
  readBodies(workerData as Task);
  parentPort?.postMessage(readingsToKeep());
}
