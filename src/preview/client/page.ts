import type { View } from "../../model/page.ts";
import type { PrintedQuestion, State } from "../messages.ts";
import { Controls } from "./controls.ts";
import { Desk } from "./desk.ts";
import { besideEachOther, type OpenDocument, openDocument, Replaced } from "./documents.ts";
import { byId } from "./element.ts";
import { type Look, nextZoom, readLook, writeLook } from "./look.ts";
import { Panels } from "./panels.ts";
import { countProblems, showProblems } from "./problems.ts";
import { listenToKeys } from "./shortcuts.ts";
import { showSource } from "./source.ts";
import { Thumbnails } from "./thumbnails.ts";

/*
 * The page of `exam preview`: told by the server what there is to show, it fetches the documents that are looked at.
 */

let look = readLook(location.hash);
let state: State | undefined;
/** What lies on the desk, and which it is. */
let documents: readonly OpenDocument[] = [];
let shown = "";
let fetching = new AbortController();
let laying: Promise<void> = Promise.resolve();
let chosen: PrintedQuestion | undefined;

const panels = new Panels();
const controls = new Controls(change);
const desk: Desk = new Desk({
  onQuestion: choose,
  onPage: (page) => thumbnails.mark(page),
  onZoom: (zoom) => {
    byId("zoom").textContent = `${Math.round(zoom * 100)} %`;
  },
});
const thumbnails = new Thumbnails((page) => desk.goTo(page));

function change(changed: Partial<Look>): void {
  look = { ...look, ...changed };
  history.replaceState(null, "", writeLook(look));
  if (changed.zoom !== undefined) desk.setZoom(changed.zoom);
  if (state) controls.show(look, state.versions);
  void showDocuments();
}

function choose(question: PrintedQuestion | undefined): void {
  chosen = question;
  desk.choose(question?.number);
  showSource(question, () => choose(undefined));
  panels.showSource(question !== undefined);
  if (question?.spot.editor) location.href = question.spot.editor;
}

function zoom(direction: 1 | -1): void {
  change({ zoom: nextZoom(desk.zoom, direction) });
}

function receive(next: State): void {
  state = next;
  const { title, course, file, versions, problems, edition, printed } = next;
  if (!versions.includes(look.version)) look = { ...look, version: versions[0] ?? look.version };
  document.title = `${title || file} – preview`;
  byId("title").textContent = [course, title].filter(Boolean).join(" · ") || file;
  byId("file").textContent = file;
  controls.show(look, versions);
  showProblems(problems);
  panels.showProblems(problems);
  panels.showBroken(edition === printed ? undefined : next);
  byId("empty").textContent = "There are no pages yet. They appear as soon as the errors are mended.";
  byId("empty").hidden = printed > 0;
  const size = desk.length > 0 ? `, ${desk.length} pages` : "";
  byId("status").textContent =
    (edition === printed ? "Up to date" : "The source has errors; the last good pages are shown") +
    `${size}. ${countProblems(problems) || "No problems"}.`;
  void showDocuments();
}

/** Puts on the desk what is looked at, unless it lies there. */
async function showDocuments(): Promise<void> {
  const { printed = 0 } = state ?? {};
  const wanted = [printed, look.version, look.view].join(" ");
  if (printed === 0 || wanted === shown) return;
  shown = wanted;
  fetching.abort();
  fetching = new AbortController();
  const { signal } = fetching;
  const views: View[] = look.view === "both" ? ["student", "key"] : [look.view];
  panels.isBusy(true);
  const opened: OpenDocument[] = [];
  try {
    const next = await Promise.all(
      views.map(async (view) => {
        const document = await openDocument(printed, look.version, view, signal);
        opened.push(document);
        return document;
      }),
    );
    const beside = besideEachOther(next);
    // One after the other: pages that are being laid down are not taken away.
    const lay = laying.then(() => (signal.aborted ? forget(opened) : layDown(next, beside)));
    laying = lay.catch(() => {});
    await lay;
    if (signal.aborted) return;
    refreshChosen();
    panels.isBusy(false);
    panels.showFailure("");
    byId("desk").dataset.shown = wanted;
    void thumbnails.show(beside);
  } catch (error) {
    forget(opened);
    if (signal.aborted || error instanceof Replaced) return;
    panels.isBusy(false);
    shown = "";
    panels.showFailure(`The pages could not be shown: ${error instanceof Error ? error.message : error}`);
  }
}

async function layDown(next: readonly OpenDocument[], beside: readonly OpenDocument[]): Promise<void> {
  await desk.show(beside);
  const before = documents;
  documents = next;
  forget(before);
}

function forget(closed: readonly OpenDocument[]): void {
  for (const document of closed) document.close();
}

/** A question that is looked at has moved in its source, or is gone. */
function refreshChosen(): void {
  if (!chosen) return;
  const { number } = chosen;
  chosen = documents[0]?.questions.find((question) => question.number === number);
  showSource(chosen, () => choose(undefined));
  panels.showSource(chosen !== undefined);
}

byId("zoom-in").addEventListener("click", () => zoom(1));
byId("zoom-out").addEventListener("click", () => zoom(-1));
byId("zoom-fit").addEventListener("click", () => change({ zoom: "fit" }));
listenToKeys({
  p: () => change({ view: "student" }),
  k: () => change({ view: "key" }),
  s: () => change({ view: "both" }),
  "[": () => controls.step(look.version, -1),
  "]": () => controls.step(look.version, 1),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((place) => [place, () => controls.choose(place)])),
  n: () => desk.goTo(desk.page + 1),
  b: () => desk.goTo(desk.page - 1),
  "+": () => zoom(1),
  "=": () => zoom(1),
  "-": () => zoom(-1),
  "0": () => change({ zoom: "fit" }),
  t: () => panels.toggleThumbnails(),
  e: () => panels.toggleSide(),
  Escape: () => choose(undefined),
});
desk.setZoom(look.zoom);
byId("desk").focus({ preventScroll: true });

const events = new EventSource("events");
events.addEventListener("message", ({ data }) => receive(JSON.parse(data)));
events.addEventListener("open", () => panels.showFailure(""));
events.addEventListener("error", () => panels.showFailure("The preview has ended. Start it again to follow changes."));
events.addEventListener("end", () => {
  events.close();
  panels.showFailure("The preview has ended. Start it again to follow changes.");
});
