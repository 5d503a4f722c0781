import type { IncomingMessage } from "node:http";

/** A status and what is said with it. */
export interface Refusal {
  readonly status: 403 | 405;
  readonly text: string;
}

/**
 * What every answer carries. The page may load, and connect to, nothing but what lies beside it; nobody else may use what lies
 * there. Editors show it inside a page of their own.
 */
export const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self' vscode-webview: vscode-file:",
  ].join("; "),
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

/**
 * Why a request is not answered; undefined where it is. A name that a stranger's server has let point to this machine does not
 * get past the Host header, nor a stranger's page past the Origin.
 */
export function refusalOf({ method, headers }: IncomingMessage, port: number): Refusal | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? "")) return { status: 403, text: "Unexpected Host header" };
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`)
    return { status: 403, text: "Unexpected Origin header" };
  if (method !== "GET" && method !== "HEAD") return { status: 405, text: "Only GET and HEAD" };
  return undefined;
}
