import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page that is served to a browser on the same machine, and renews itself there. */
export interface LivePage {
  /** With the token that nobody else knows. */
  readonly address: string;
  /** Shows another page to whoever looks. */
  show(html: string): void;
  /** Says what hinders the next page, beside the one that is shown. */
  tell(text: string): void;
  /** Lets go of every browser, and of the port. */
  close(): Promise<void>;
}

const HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** What stands there until the first page is made. */
const WAITING =
  '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>orgdesign</title><p>…';

/** Compared in the same time wherever they differ, so that a token cannot be found letter by letter. */
const same = (given: string, wanted: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/**
 * Serves on the loopback interface alone, on a port that is free. A page of another origin gets nothing, even where it makes its
 * own name lead here: the Host and the Origin have to be ours, and the address has to hold the token.
 * Two things are served: `/TOKEN/`, the page, and `/TOKEN/changes`, a stream of events by which it learns of the next.
 */
export async function serveLivePage(): Promise<LivePage> {
  const token = randomBytes(24).toString('base64url');
  const watching = new Set<ServerResponse>();
  let [html, problem, served] = [WAITING, '', WAITING];
  let host = '';

  const refuse = (response: ServerResponse, code: number): void => {
    response.writeHead(code, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }).end('Refused.\n');
  };
  const answer = ({ method, url = '', headers }: IncomingMessage, response: ServerResponse): void => {
    const { origin } = headers;
    if (headers.host !== host || (origin !== undefined && origin !== `http://${host}`)) refuse(response, 403);
    else if (method !== 'GET') refuse(response, 405);
    else if (same(url, `/${token}/`)) {
      served = html;
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' }).end(html);
    } else if (same(url, `/${token}/changes`)) {
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
      // Between the page and this question there may have been another page.
      response.write(served === html ? event('problem', problem) : event('page', ''));
      watching.add(response);
      response.on('close', () => watching.delete(response));
    } else refuse(response, 404);
  };
  const say = (what: string): void => {
    for (const response of watching) response.write(what);
  };

  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `http://${host}/${token}/`,
    show: (next) => {
      const isNew = next !== html;
      [html, problem] = [next, ''];
      say(event(isNew ? 'page' : 'problem', ''));
    },
    tell: (text) => {
      problem = text;
      say(event('problem', text));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An event as a stream of events has it; its text is JSON, so that it is one line whatever is in it. */
const event = (name: string, text: string): string => `event: ${name}\ndata: ${JSON.stringify(text)}\n\n`;
