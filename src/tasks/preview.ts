import { EDITOR_NAMES, type EditorUrl, editorUrl } from "../preview/editor-url.ts";
import { LiveExam } from "../preview/live-exam.ts";
import { openUrl } from "../preview/open-url.ts";
import { serveExam } from "../preview/server.ts";
import { type OpenOptions, openExam } from "./open-exam.ts";

export { EDITOR_NAMES, editorUrl, openUrl };

/** What a preview is started with. */
export interface PreviewOptions extends OpenOptions {
  /** Port on 127.0.0.1. Default: any that is free. */
  readonly port?: number;
  /** Makes the addresses that open places in an editor. */
  readonly editor?: EditorUrl;
}

/** A page that shows an exam and follows every change of its sources. */
export interface Preview {
  readonly url: string;
  /** Rejects when the program itself has failed; never resolves. */
  readonly fault: Promise<never>;
  /** Ends server, watchers and browser. */
  close(): Promise<void>;
}

/**
 * Starts to show an exam on this machine. Throws an `EnvironmentError` where no browser can be started to print it, and the
 * system's error (`EADDRINUSE`, `EACCES`) where the port cannot be had.
 */
export async function startPreview(file: string, { port, editor, ...options }: PreviewOptions): Promise<Preview> {
  const exam = await openExam(file, options);
  let fail: (error: unknown) => void = () => {};
  const fault = new Promise<never>((_, reject) => {
    fail = reject;
  });
  fault.catch(() => {});
  const live = new LiveExam(exam, { file, cwd: options.cwd, editor }, fail);
  try {
    const server = await serveExam(live, port);
    const close = async () => {
      await Promise.all([server.close(), live.close()]);
    };
    return { url: server.url, fault, close };
  } catch (error) {
    await live.close();
    throw error;
  }
}
