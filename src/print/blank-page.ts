import { randomUUID } from "node:crypto";

/** What `Target.createTarget` makes an empty page from that is painted only when told to, at an address no other page has. */
export function blankPage(): { readonly url: string; readonly enableBeginFrameControl: true } {
  return { url: `about:blank#${randomUUID()}`, enableBeginFrameControl: true };
}
