import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { HEADERS, refusalOf } from "./guard.ts";
import type { LiveExam } from "./live-exam.ts";
import { pageFiles, readPageFile } from "./page-files.ts";

/** A server of one live exam. */
export interface PreviewServer {
  /** The page's address. Part of it is secret: other users of this machine can reach its ports, too. */
  readonly url: string;
  /** Takes leave of all who listen, and ends. */
  close(): Promise<void>;
}

/** Serves an exam on this machine alone. Throws the error of `listen` where the port cannot be had; 0 is any free one. */
export async function serveExam(exam: LiveExam, port = 0): Promise<PreviewServer> {
  const base = `/${randomBytes(12).toString("base64url")}/`;
  const files = pageFiles();
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      if (!response.headersSent) send(response, 500, "text/plain; charset=utf-8", error.message);
      else response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const refusal = refusalOf(request, (server.address() as AddressInfo).port);
    if (refusal) {
      if (refusal.status === 405) response.setHeader("allow", "GET, HEAD");
      return send(response, refusal.status, "text/plain; charset=utf-8", refusal.text);
    }
    const path = (request.url ?? "").split("?")[0] as string;
    const name = path.startsWith(base) ? path.slice(base.length) : undefined;
    const file = name === undefined ? undefined : files.get(name);
    if (file) return send(response, 200, file.type, await readPageFile(file));
    if (name === "events" && request.method === "GET") return stream(response);
    const asked = /^documents\/(\d{1,9})\/([^/]{1,200})\/(student|key)\.(pdf|json)$/.exec(name ?? "");
    if (asked) return sendDocument(response, asked);
    send(response, 404, "text/plain; charset=utf-8", "There is nothing here");
  }

  function stream(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("retry: 500\n\n");
    streams.add(response);
    const leave = exam.listen((state) => response.write(`data: ${JSON.stringify(state)}\n\n`));
    response.on("close", () => {
      leave();
      streams.delete(response);
    });
  }

  async function sendDocument(
    response: ServerResponse,
    [, number, label, view, ending]: RegExpExecArray,
  ): Promise<void> {
    const look = { label: decode(label as string), view: view as "student" | "key" };
    const document = await exam.document(Number(number), look);
    if (!document) return send(response, 404, "text/plain; charset=utf-8", "This page has been replaced");
    if (ending === "pdf") send(response, 200, "application/pdf", document.pdf);
    else send(response, 200, "application/json", JSON.stringify(document.facts));
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    async close() {
      for (const response of streams) response.end("event: end\ndata:\n\n");
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 200).unref();
      await closed;
    },
  };
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
  // Node leaves it out of the answer to a HEAD.
  response.end(body);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
