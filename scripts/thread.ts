/** A second thread of the process that is asked to do things, by name, and answers. */
import { parentPort, Worker, type Transferable } from 'node:worker_threads';

/** What a thread can do. Arguments and results are copied between the threads, as `structuredClone` does. */
export interface Jobs {
  [name: string]: (...args: never[]) => unknown;
  /** What has to be done before the thread ends. */
  close: () => unknown;
}

export interface Thread<J extends Jobs> {
  /**
   * @param transfer what of the arguments is handed over instead of being copied
   * @throws {Error} what the job threw, with its `code`
   */
  run: <Name extends keyof J>(
    name: Name,
    args: Parameters<J[Name]>,
    transfer?: Transferable[],
  ) => Promise<Awaited<ReturnType<J[Name]>>>;
  end: () => Promise<void>;
}

interface Answer {
  id: number;
  value?: unknown;
  error?: { message: string; code?: string | undefined; stack?: string | undefined };
}

interface Asked {
  done: (value: never) => void;
  failed: (error: Error) => void;
}

/** @param data what the script finds as `workerData` */
export function startThread<J extends Jobs>(script: URL, data: unknown): Thread<J> {
  const worker = new Worker(script, { workerData: data });
  const asked = new Map<number, Asked>();
  let fault: Error | undefined;
  let count = 0;
  worker.on('message', ({ id, value, error }: Answer) => {
    const { done, failed } = asked.get(id)!;
    asked.delete(id);
    if (error) failed(Object.assign(new Error(error.message), error));
    else done(value as never);
  });
  const end = (error: Error) => {
    fault ??= error;
    for (const { failed } of asked.values()) failed(fault);
    asked.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The thread has ended')));
  const run: Thread<J>['run'] = (name, args, transfer = []) =>
    new Promise((done, failed) => {
      if (fault) return failed(fault);
      const id = (count += 1);
      asked.set(id, { done, failed });
      worker.postMessage({ id, name, args }, transfer);
    });
  return {
    run,
    end: async () => {
      try {
        if (!fault) await run('close', [] as never);
      } catch {
        // What was going on before is worth more than how it ends.
      } finally {
        await worker.terminate();
      }
    },
  };
}

/** In the script of a thread: does what is asked for. */
export function answerWith(jobs: Jobs): void {
  parentPort!.on('message', ({ id, name, args }: { id: number; name: string; args: never[] }) => {
    const answer = async (): Promise<Answer> => {
      try {
        return { id, value: await jobs[name]!(...args) };
      } catch (error) {
        const { message, code, stack } = error as NodeJS.ErrnoException;
        return { id, error: { message, code, stack } };
      }
    };
    void answer().then((message) => parentPort!.postMessage(message));
  });
}
