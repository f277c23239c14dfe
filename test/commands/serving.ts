/** Starts the commands that serve a site, for tests that look at it. */
import { createServer, type AddressInfo } from 'node:net';
import { vi } from 'vitest';
import { asOf } from '../fixtures/tiny-handbook.ts';
import { startHandbook } from './handbook-command.ts';

export interface Served {
  /** As the command says it, with a slash at the end. */
  address: string;
  /** All that the command has said up to now. */
  output: () => string;
  /** True until the command has ended. */
  isRunning: () => boolean;
  stop: () => Promise<void>;
}

/** Starts a server command on a free port. Resolves once it says its address. */
export async function serve(...words: string[]): Promise<Served> {
  const child = startHandbook(...words, '--port', String(await freePort()), '--as-of', asOf);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const stop = async () => {
    if (!isRunning()) return;
    const ended = new Promise((done) => child.once('close', done));
    child.kill('SIGINT');
    await ended;
  };
  try {
    const address = await vi.waitUntil(
      () => {
        if (!isRunning()) throw new Error(`The command ended: ${output}`);
        return /http:\/\/localhost:\d+\/(?:[\w-]+\/)*/.exec(output)?.[0];
      },
      { timeout: 50_000, interval: 50 },
    );
    return { address, output: () => output, isRunning, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A port of this machine that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
